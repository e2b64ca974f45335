package no.normverk.snomed.constraint;

import java.util.LinkedHashMap;
import java.util.Map;
import no.normverk.snomed.SnomedEdition;
import org.jspecify.annotations.Nullable;

/** The plans made last, up to a bound; those not asked for longest go first. */
final class RecentPlans {

    /** Longer texts are not kept: there is no telling how much they would hold. */
    private static final int LONGEST_TEXT = 4_000;

    private record Key(SnomedEdition edition, String text) {}

    private final Map<Key, Plan> plans;

    RecentPlans(int bound) {
        plans = new LinkedHashMap<>(2 * bound, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, Plan> eldest) {
                return size() > bound;
            }
        };
    }

    @Nullable Plan find(SnomedEdition edition, String text) {
        synchronized (plans) {
            return plans.get(new Key(edition, text));
        }
    }

    void keep(SnomedEdition edition, String text, Plan plan) {
        if (text.length() > LONGEST_TEXT) {
            return;
        }
        synchronized (plans) {
            plans.put(new Key(edition, text), plan);
        }
    }
}
