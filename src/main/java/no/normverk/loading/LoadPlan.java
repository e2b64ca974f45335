package no.normverk.loading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import no.normverk.fhir.resource.ResourceDocument;
import no.normverk.store.CurrentEntry;
import no.normverk.store.LoadKind;
import no.normverk.store.NewResource;
import no.normverk.store.ResourceKey;
import no.normverk.store.StoredResource;
import org.jspecify.annotations.Nullable;

/**
 * What found resources change in what is there.
 *
 * <p>A resource with a canonical URL is the same as another of its type with the same URL and version, whatever their ids: it
 * keeps the id under which it was first stored. A resource without URL is the same as one with the same id. Ids that another
 * resource has are made unique by adding the version, and then a number.
 *
 * @param resources what is to be stored, with final ids; those that are there exactly so included
 * @param added how many of them are new
 * @param changed how many of them get a new version
 * @param places where each was found
 */
record LoadPlan(List<NewResource> resources, int added, int changed, Map<ResourceKey, Place> places) {

    /** What makes a resource the same: URL and version, or the id when it has no URL. */
    private record Identity(String type, @Nullable String url, @Nullable String versionOrId) {
        static Identity of(String type, @Nullable String id, @Nullable String url, @Nullable String version) {
            return url == null ? new Identity(type, null, id) : new Identity(type, url, version);
        }
    }

    /** Where a resource of this plan was found. */
    Place place(NewResource resource) {
        return Objects.requireNonNull(places.get(resource.key()));
    }

    int unchanged() {
        return resources.size() - added - changed;
    }

    /**
     * @param found what was read, of all files
     * @param current what the store has, deleted resources included
     * @param base the built-in resources
     * @param kind a load from the content directories passes over what somebody loaded
     * @throws LoadingException when two found resources are the same and differ
     */
    static LoadPlan of(List<Found.Item> found, List<CurrentEntry> current, List<StoredResource> base, LoadKind kind) {
        return new Planning(current, base, kind).plan(found);
    }

    private static final class Planning {
        private final Map<Identity, ResourceKey> idOf = new HashMap<>();
        private final Set<ResourceKey> taken = new HashSet<>();
        private final Map<ResourceKey, CurrentEntry> current = new HashMap<>();
        private final LoadKind kind;
        private final Map<ResourceKey, Planned> planned = new HashMap<>();

        private record Planned(NewResource resource, Place place) {}

        Planning(List<CurrentEntry> current, List<StoredResource> base, LoadKind kind) {
            this.kind = kind;
            for (StoredResource resource : base) {
                ResourceKey key = new ResourceKey(resource.type(), resource.id());
                taken.add(key);
                idOf.put(Identity.of(resource.type(), resource.id(), resource.url(), resource.version()), key);
            }
            for (CurrentEntry entry : current) {
                taken.add(entry.key());
                this.current.put(entry.key(), entry);
                if (!entry.deleted()) {
                    idOf.put(Identity.of(entry.key().type(), entry.key().id(), entry.url(), entry.version()), entry.key());
                }
            }
        }

        LoadPlan plan(List<Found.Item> found) {
            List<NewResource> resources = new ArrayList<>();
            int added = 0;
            int changed = 0;
            for (Found.Item item : found) {
                NewResource resource = identified(item.document());
                CurrentEntry before = current.get(resource.key());
                if (isRepeated(resource, item.place()) || outranked(before)) {
                    continue;
                }
                resources.add(resource);
                if (before == null || before.deleted()) {
                    added++;
                } else if (!resource.digest().equals(before.digest())) {
                    changed++;
                }
            }
            Map<ResourceKey, Place> places = new HashMap<>();
            planned.forEach((key, one) -> places.put(key, one.place()));
            return new LoadPlan(List.copyOf(resources), added, changed, Map.copyOf(places));
        }

        private NewResource identified(ResourceDocument document) {
            Identity identity = Identity.of(document.type(), document.id(), document.url(), document.version());
            ResourceKey key = idOf.computeIfAbsent(identity, same -> free(document));
            taken.add(key);
            return document.withId(key.id()).toNewResource();
        }

        /** The resource's own id if no other resource has it; a deleted resource may come back under its id. */
        private ResourceKey free(ResourceDocument document) {
            String own = Ids.valid(document.id() != null ? document.id() : lastPart(document.url()));
            ResourceKey key = new ResourceKey(document.type(), own);
            if (isFree(key)) {
                return key;
            }
            String base = document.version() == null ? own : Ids.withSuffix(own, Ids.valid(document.version()));
            key = new ResourceKey(document.type(), base);
            for (int number = 2; !isFree(key); number++) {
                key = new ResourceKey(document.type(), Ids.withSuffix(base, Integer.toString(number)));
            }
            return key;
        }

        private boolean isFree(ResourceKey key) {
            CurrentEntry before = current.get(key);
            boolean givenAway = planned.containsKey(key);
            return !givenAway && (before == null ? !taken.contains(key) : before.deleted());
        }

        private boolean isRepeated(NewResource resource, Place place) {
            Planned first = planned.putIfAbsent(resource.key(), new Planned(resource, place));
            if (first == null) {
                return false;
            }
            if (first.resource().digest().equals(resource.digest())) {
                return true;
            }
            String what = resource.url() == null
                    ? resource.key().toString()
                    : resource.type() + " " + resource.url() + (resource.version() == null ? "" : "|" + resource.version());
            throw new LoadingException(place, what + " is there twice with different content; first in " + first.place());
        }

        private boolean outranked(@Nullable CurrentEntry before) {
            return kind == LoadKind.CONTENT && before != null && !before.deleted() && before.kind() == LoadKind.FILES;
        }

        private static String lastPart(@Nullable String url) {
            return url == null ? "" : url.substring(Math.max(url.lastIndexOf('/'), url.lastIndexOf(':')) + 1);
        }
    }
}
