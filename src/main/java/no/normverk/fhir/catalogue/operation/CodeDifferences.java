package no.normverk.fhir.catalogue.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import no.normverk.terminology.CodeSystemVersion;

/**
 * How the codes of two versions of a code system differ: one walk over each, a look-up per code.
 *
 * @param added codes that only the newer has
 * @param removed codes that only the older has
 * @param renamed codes with another display
 * @param inactivated codes that are inactive in the newer only
 */
record CodeDifferences(List<String> added, List<String> removed, List<String> renamed, List<String> inactivated) {

    static CodeDifferences between(CodeSystemVersion before, CodeSystemVersion after) {
        List<String> added = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        List<String> renamed = new ArrayList<>();
        List<String> inactivated = new ArrayList<>();
        for (int old = 0; old < before.size(); old++) {
            String code = before.code(old);
            int now = after.locate(code);
            if (now < 0) {
                removed.add(code);
                continue;
            }
            if (!Objects.equals(before.display(old), after.display(now))) {
                renamed.add(code);
            }
            if (after.isInactive(now) && !before.isInactive(old)) {
                inactivated.add(code);
            }
        }
        for (int now = 0; now < after.size(); now++) {
            String code = after.code(now);
            if (before.locate(code) < 0) {
                added.add(code);
            }
        }
        return new CodeDifferences(added, removed, renamed, inactivated);
    }
}
