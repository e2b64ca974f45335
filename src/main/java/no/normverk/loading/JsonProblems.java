package no.normverk.loading;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;

/** What the JSON parser complains of, in the words of a load. */
final class JsonProblems {
    private JsonProblems() {}

    static LoadingException malformed(JsonProcessingException problem, Place place) {
        JsonLocation location = problem.getLocation();
        Place where = location == null ? place : place.at(location.getLineNr(), location.getColumnNr());
        // Jackson adds the beginning of the text and where a started value began; the place says enough.
        String reason = problem.getOriginalMessage().lines().findFirst().orElse("").replaceAll("\\s*\\(start marker at .*", "");
        return new LoadingException(where, "not well-formed JSON: " + reason);
    }
}
