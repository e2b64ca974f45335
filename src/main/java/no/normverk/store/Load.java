package no.normverk.store;

import java.util.List;

/**
 * Everything that one load changes; it is committed whole or not at all.
 *
 * @param basedOn {@link ResourceStore#lastChange()} of the state that the load was planned against
 * @param kind where the content came from
 * @param source the names of the files, for people
 * @param digest SHA-256 of the content
 * @param counts what is kept, as a JSON object of numbers by resource type
 * @param who who asked for it
 * @param resources new resources and new versions; those identical to what is there are passed over
 * @param deleted resources to delete; those that are not there are passed over
 * @param editions editions that become live; one of the same system and version is replaced
 */
public record Load(
        long basedOn,
        LoadKind kind,
        String source,
        String digest,
        String counts,
        String who,
        List<NewResource> resources,
        List<ResourceKey> deleted,
        List<EditionEntry> editions) {

    public Load {
        resources = List.copyOf(resources);
        deleted = List.copyOf(deleted);
        editions = List.copyOf(editions);
    }
}
