package no.normverk.terminology.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import no.normverk.terminology.CodeSystemVersion;
import org.jspecify.annotations.Nullable;

/** Compares single codes of two versions of one code system. */
final class VersionComparison {

    private final CodeSystemVersion from;
    private final CodeSystemVersion to;
    private final List<MapVersions> maps;

    VersionComparison(CodeSystemVersion from, CodeSystemVersion to, List<MapVersions> maps) {
        this.from = from;
        this.to = to;
        this.maps = maps;
    }

    /**
     * Tells every change of a code that at least one version has.
     *
     * @param before its ordinal in the older version, or -1
     * @param after its ordinal in the newer version, or -1
     */
    void compare(int before, int after, Consumer<Change> changes) {
        if (before < 0) {
            changes.accept(Change.of(ChangeKind.ADDED, to.code(after), to.display(after)));
            return;
        }
        String code = from.code(before);
        if (after < 0) {
            changes.accept(Change.retired(ChangeKind.REMOVED, code, from.display(before), from.retirement(before)));
            return;
        }
        boolean inactive = to.isInactive(after);
        if (from.isInactive(before) != inactive) {
            changes.accept(
                    inactive
                            ? Change.retired(ChangeKind.INACTIVATED, code, to.display(after), to.retirement(after))
                            : Change.of(ChangeKind.ACTIVATED, code, to.display(after)));
        }
        display(code, from.display(before), to.display(after), changes);
        if (!inactive) {
            moved(before, after, code, changes);
        }
        mapped(code, to.display(after), changes);
    }

    private static void display(String code, @Nullable String before, @Nullable String after, Consumer<Change> changes) {
        if (!Objects.equals(before, after)) {
            Change plain = Change.of(ChangeKind.DISPLAY, code, after);
            changes.accept(new Change(
                    plain.kind(), code, after, before, plain.retirement(), plain.gained(), plain.lost(), null));
        }
    }

    /** A concept that is inactivated loses its parents, which is no move. */
    private void moved(int before, int after, String code, Consumer<Change> changes) {
        List<String> earlier = parents(from, before);
        List<String> later = parents(to, after);
        if (!earlier.equals(later) && !from.isInactive(before)) {
            changes.accept(changed(ChangeKind.MOVED, code, to.display(after), earlier, later, null));
        }
    }

    private static List<String> parents(CodeSystemVersion system, int ordinal) {
        List<String> parents = new ArrayList<>(2);
        system.forEachParent(ordinal, parent -> parents.add(system.code(parent)));
        parents.sort(null);
        return parents;
    }

    private void mapped(String code, @Nullable String display, Consumer<Change> changes) {
        for (MapVersions map : maps) {
            List<String> earlier = map.before(code);
            List<String> later = map.after(code);
            if (!earlier.equals(later)) {
                changes.accept(changed(ChangeKind.MAP, code, display, earlier, later, map));
            }
        }
    }

    private static Change changed(
            ChangeKind kind, String code, @Nullable String display, List<String> earlier, List<String> later, @Nullable MapVersions map) {
        List<String> gained = later.stream().filter(one -> !earlier.contains(one)).toList();
        List<String> lost = earlier.stream().filter(one -> !later.contains(one)).toList();
        Change plain = Change.of(kind, code, display);
        return new Change(kind, code, display, null, plain.retirement(), gained, lost, map == null ? null : map.to().canonical());
    }
}
