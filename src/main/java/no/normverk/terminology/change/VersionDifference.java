package no.normverk.terminology.change;

import java.util.ArrayList;
import java.util.List;
import no.normverk.terminology.CodeSystemVersion;

/**
 * Everything that changed from one version of a code system to another. The order is that of the newer version's concepts, then that of the older version's which are gone, so that pages of it fit
 * together. The cost is that of reading both versions once.
 */
public final class VersionDifference {

    private VersionDifference() {}

    /** The changes between two versions, those of the maps that go with them included. */
    public static List<Change> between(CodeSystemVersion from, CodeSystemVersion to, List<MapVersions> maps) {
        List<Change> changes = new ArrayList<>();
        VersionComparison comparison = new VersionComparison(from, to, maps);
        for (int after = 0; after < to.size(); after++) {
            comparison.compare(from.locate(to.code(after)), after, changes::add);
        }
        for (int before = 0; before < from.size(); before++) {
            if (to.locate(from.code(before)) < 0) {
                comparison.compare(before, -1, changes::add);
            }
        }
        return changes;
    }
}
