package no.normverk.store;

import org.jspecify.annotations.Nullable;

/**
 * A resource on its way into the store.
 *
 * @param type resource type
 * @param id logical id, FHIR-valid
 * @param url canonical URL
 * @param version business version
 * @param status publication status
 * @param date date of last change, in FHIR's lexical form
 * @param name computable name
 * @param title name for people
 * @param json the resource as UTF-8 JSON with its id, without {@code meta.versionId} and {@code meta.lastUpdated}; two with equal
 *     bytes are the same
 */
public record NewResource(
        String type,
        String id,
        @Nullable String url,
        @Nullable String version,
        @Nullable String status,
        @Nullable String date,
        @Nullable String name,
        @Nullable String title,
        byte[] json) {

    public ResourceKey key() {
        return new ResourceKey(type, id);
    }

    /** SHA-256 of the bytes, as lower-case hexadecimal. */
    public String digest() {
        return Digests.sha256(json);
    }
}
