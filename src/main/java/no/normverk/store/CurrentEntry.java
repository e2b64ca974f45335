package no.normverk.store;

import org.jspecify.annotations.Nullable;

/**
 * The newest version of a resource without its content: what a load has to know of what is already there.
 *
 * @param key which resource
 * @param url canonical URL
 * @param version business version
 * @param digest {@link NewResource#digest()} of the content; {@code null} when the newest version is a deletion
 * @param kind the kind of load that stored it
 */
public record CurrentEntry(
        ResourceKey key, @Nullable String url, @Nullable String version, @Nullable String digest, LoadKind kind) {
    public boolean deleted() {
        return digest == null;
    }
}
