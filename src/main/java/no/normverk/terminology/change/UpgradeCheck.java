package no.normverk.terminology.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.ConceptSet;
import no.normverk.terminology.Retirement;
import org.jspecify.annotations.Nullable;

/** Rehearses the change to another version: what it means for the codes that somebody's system uses. */
public final class UpgradeCheck {

    /**
     * A value set that the system uses, in the older and in the newer version.
     *
     * @param valueSet which
     * @param before its codes of the older version
     * @param after its codes of the newer version
     */
    public record ValueSetVersions(Canonical valueSet, ConceptSet before, ConceptSet after) {}

    /**
     * What becomes of one code.
     *
     * @param code the code as the caller wrote it
     * @param display the display in the newer version, or in the older when it is only there
     * @param changes what changes; nothing when everything stays as it is
     */
    public record Outcome(String code, @Nullable String display, List<Change> changes) {

        public Outcome {
            changes = List.copyOf(changes);
        }
    }

    private final CodeSystemVersion from;
    private final CodeSystemVersion to;
    private final VersionComparison comparison;
    private final List<ValueSetVersions> valueSets;

    public UpgradeCheck(
            CodeSystemVersion from, CodeSystemVersion to, List<MapVersions> maps, List<ValueSetVersions> valueSets) {
        this.from = from;
        this.to = to;
        this.comparison = new VersionComparison(from, to, maps);
        this.valueSets = List.copyOf(valueSets);
    }

    /** What becomes of the codes given, each once, in the order given, and after them of the others in the value sets. */
    public List<Outcome> check(List<UsedCode> codes) {
        Map<String, UsedCode> all = new LinkedHashMap<>();
        codes.forEach(code -> all.putIfAbsent(code.code(), code));
        for (ValueSetVersions versions : valueSets) {
            versions.before().forEach(ordinal -> {
                String code = from.code(ordinal);
                all.putIfAbsent(code, new UsedCode(code, null));
            });
        }
        return all.values().stream().map(this::outcome).toList();
    }

    private Outcome outcome(UsedCode used) {
        int before = from.locate(used.code());
        int after = to.locate(used.code());
        String display = after >= 0 ? to.display(after) : before >= 0 ? from.display(before) : used.display();
        List<Change> changes = new ArrayList<>(2);
        if (before < 0 && after < 0) {
            changes.add(Change.of(ChangeKind.UNKNOWN, used.code(), used.display()));
            return new Outcome(used.code(), display, changes);
        }
        comparison.compare(before, after, ofInterest(used, changes));
        if (before >= 0 && after >= 0) {
            stillInactive(used, before, after, changes);
            ownDisplay(used, after, changes);
        }
        for (ValueSetVersions versions : valueSets) {
            if (before >= 0 && versions.before().contains(before) && (after < 0 || !versions.after().contains(after))) {
                changes.add(new Change(
                        ChangeKind.LEFT_VALUE_SET, used.code(), display, null, retirement(after), List.of(), List.of(), versions.valueSet()));
            }
        }
        return new Outcome(used.code(), display, changes);
    }

    private Retirement retirement(int after) {
        return after < 0 ? Retirement.UNKNOWN : to.retirement(after);
    }

    /** Where a code is in the hierarchy does not matter to who uses the code; and who tells a display has that one compared. */
    private static Consumer<Change> ofInterest(UsedCode used, List<Change> changes) {
        return change -> {
            boolean otherDisplay = change.kind() == ChangeKind.DISPLAY && used.display() != null;
            if (change.kind() != ChangeKind.MOVED && !otherDisplay) {
                changes.add(change);
            }
        };
    }

    private void stillInactive(UsedCode used, int before, int after, List<Change> changes) {
        if (from.isInactive(before) && to.isInactive(after)) {
            changes.add(Change.retired(ChangeKind.STILL_INACTIVE, used.code(), to.display(after), to.retirement(after)));
        }
    }

    private void ownDisplay(UsedCode used, int after, List<Change> changes) {
        String own = used.display();
        if (own == null || own.equals(to.display(after))) {
            return;
        }
        if (to.designations(after).stream().noneMatch(designation -> designation.value().equals(own))) {
            Change plain = Change.of(ChangeKind.DISPLAY, used.code(), to.display(after));
            changes.add(new Change(
                    plain.kind(), plain.code(), plain.display(), own, plain.retirement(), plain.gained(), plain.lost(), null));
        }
    }
}
