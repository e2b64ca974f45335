package no.normverk.loading;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.normverk.fhir.resource.ResourceDocument;
import no.normverk.store.ServedTypes;
import org.hl7.fhir.instance.model.api.IBaseResource;

/**
 * Reads FHIR resources and checks each with HAPI's strict parser. JSON is kept as it came, not as HAPI would write it, so that
 * nothing gets lost; XML becomes HAPI's JSON.
 */
final class FhirReader {
    private static final FhirContext R4 = FhirContext.forR4Cached();

    /** How HAPI writes a place in XML into its message: in the words of the JDK's parser or of Woodstox, whichever it found. */
    private static final List<Pattern> LOCATED = List.of(
            Pattern.compile("(?s)DataFormatException at \\[Line number = (\\d+)\\s+Column number = (\\d+).*?\\]: (.*)"),
            Pattern.compile("(?s)DataFormatException at \\[\\[row,col [^\\]]*\\]: \\[(\\d+),(\\d+)\\]\\]: (.*)"));

    private final Progress progress;

    FhirReader(Progress progress) {
        this.progress = progress;
    }

    /** A resource or Bundle. */
    void json(byte[] json, Place place, Found into) {
        add(tree(json, place), place, into);
    }

    /** Resources as JSON, one after the other. */
    void ndjson(byte[] json, Place place, Found into) {
        int number = 0;
        try (JsonParser parser = ResourceDocument.MAPPER.createParser(json);
                MappingIterator<JsonNode> documents = ResourceDocument.MAPPER.readValues(parser, JsonNode.class)) {
            while (documents.hasNextValue()) {
                number++;
                add(documents.nextValue(), place.in("document " + number), into);
            }
        } catch (JsonProcessingException e) {
            throw JsonProblems.malformed(e, place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A resource or Bundle as XML. */
    void xml(byte[] xml, Place place, Found into) {
        Xml.checkWellFormed(xml, place);
        try {
            IParser parser = R4.newXmlParser().setParserErrorHandler(new StrictErrorHandler());
            IBaseResource resource =
                    parser.parseResource(new InputStreamReader(new ByteArrayInputStream(xml), StandardCharsets.UTF_8));
            String json = R4.newJsonParser().encodeResourceToString(resource);
            add(tree(json.getBytes(StandardCharsets.UTF_8), place), place, into);
        } catch (DataFormatException e) {
            throw refused(e, place);
        }
    }

    private void add(JsonNode tree, Place place, Found into) {
        if (!(tree instanceof ObjectNode object) || !object.path("resourceType").isTextual()) {
            throw new LoadingException(place, "no FHIR resource: it has no resourceType");
        }
        String type = object.path("resourceType").textValue();
        if (type.equals("Bundle")) {
            bundle(object, place, into);
            return;
        }
        if (!ServedTypes.ALL.contains(type)) {
            into.leaveOut("the resource type " + type + " is not kept; these are: " + new TreeSet<>(ServedTypes.ALL));
            return;
        }
        into.add(checked(object, place), place);
        progress.advance(1);
    }

    private void bundle(ObjectNode bundle, Place place, Found into) {
        int number = 0;
        for (JsonNode entry : bundle.path("entry")) {
            number++;
            JsonNode resource = entry.path("resource");
            String type = resource.path("resourceType").asText("");
            Place here = place.in("entry " + number);
            if (ServedTypes.ALL.contains(type) || type.equals("Bundle") || type.isEmpty()) {
                add(resource, here, into);
            } else {
                into.leaveOut(type + " (a type that is not kept)");
            }
        }
    }

    /** One resource of a kind that is kept; {@code place} becomes part of the message when it is refused. */
    static ResourceDocument checked(ObjectNode resource, Place place) {
        try {
            R4.newJsonParser()
                    .setParserErrorHandler(new StrictErrorHandler())
                    .parseResource(ResourceDocument.MAPPER.writeValueAsString(resource));
        } catch (DataFormatException | IllegalArgumentException e) {
            throw new LoadingException(place, "not valid FHIR R4: " + reason(e));
        } catch (JsonProcessingException e) {
            throw JsonProblems.malformed(e, place);
        }
        return ResourceDocument.of(resource);
    }

    static JsonNode tree(byte[] json, Place place) {
        try {
            return ResourceDocument.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw JsonProblems.malformed(e, place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LoadingException refused(DataFormatException problem, Place place) {
        for (Pattern pattern : LOCATED) {
            Matcher located = pattern.matcher(reason(problem));
            if (located.matches()) {
                Place where = place.at(Integer.parseInt(located.group(1)), Integer.parseInt(located.group(2)));
                return new LoadingException(where, "not valid FHIR R4: " + located.group(3));
            }
        }
        return new LoadingException(place, "not valid FHIR R4: " + reason(problem));
    }

    /** HAPI numbers its messages; the number tells a user nothing. */
    private static String reason(Exception problem) {
        return String.valueOf(problem.getMessage()).replaceAll("HAPI-\\d+: ", "");
    }
}
