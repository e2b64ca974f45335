package no.normverk.store;

/**
 * What distinguishes one resource from all others.
 *
 * @param type resource type
 * @param id logical id
 */
public record ResourceKey(String type, String id) {
    @Override
    public String toString() {
        return type + "/" + id;
    }
}
