package no.normverk.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of one FHIR resource.
 *
 * @param type resource type, such as {@code ValueSet}
 * @param id logical id
 * @param versionId counts from 1
 * @param lastUpdated when this version was stored
 * @param url canonical URL
 * @param version business version
 * @param status publication status
 * @param date date of last change, in FHIR's lexical form
 * @param name computable name
 * @param title name for people
 * @param json the resource as UTF-8 JSON, with {@code id} and {@code meta} (versionId, lastUpdated) in it
 */
public record StoredResource(
        String type,
        String id,
        int versionId,
        Instant lastUpdated,
        @Nullable String url,
        @Nullable String version,
        @Nullable String status,
        @Nullable String date,
        @Nullable String name,
        @Nullable String title,
        byte[] json) {

    /** The same version with other bytes: what the server adds for those who read it, and does not store. */
    public StoredResource withJson(byte[] other) {
        return new StoredResource(type, id, versionId, lastUpdated, url, version, status, date, name, title, other);
    }
}
