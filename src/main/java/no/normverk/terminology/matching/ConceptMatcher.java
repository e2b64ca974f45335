package no.normverk.terminology.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.ConceptFilter;
import no.normverk.terminology.ConceptSet;
import no.normverk.terminology.FilterOperator;
import no.normverk.terminology.Languages;
import no.normverk.terminology.TerminologyException;
import no.normverk.terminology.Value;
import org.roaringbitmap.RoaringBitmap;

/**
 * Finds the active concepts of a code system version that have given properties. Every property is a set of concepts, made by the system's own filters; the concepts that are in most sets come first, and
 * among equals those that are not below another one that was found, since those say nothing more than was asked.
 *
 * <p>Cost: one filter per property, and set operations quadratic in the number of properties.
 */
public final class ConceptMatcher {

    /** How many properties can be asked for. */
    public static final int MAXIMUM = 50;

    /** How many narrower values are tried for a value that no concept has precisely. */
    private static final int NARROWER = 500;

    private static final int TEXTS = 1_000;

    private final CodeSystemVersion system;
    private final List<WantedProperty> wanted;
    private final List<ConceptSet> precise = new ArrayList<>();

    public ConceptMatcher(CodeSystemVersion system, List<WantedProperty> wanted) {
        if (wanted.size() > MAXIMUM) {
            throw new IllegalArgumentException(wanted.size() + " properties");
        }
        this.system = system;
        this.wanted = List.copyOf(wanted);
        for (WantedProperty property : wanted) {
            precise.add(precise(property).and(system.active()));
        }
    }

    /** Complete and partial matches: concepts that have some of the properties precisely, those with most of them first. */
    public List<ConceptMatch> precise(int limit) {
        return best(precise, ConceptSet.EMPTY, limit);
    }

    /** The same, followed by concepts that have some property approximately. */
    public List<ConceptMatch> precisePossible(int limit) {
        List<ConceptMatch> found = new ArrayList<>(precise(limit));
        if (found.size() < limit) {
            List<ConceptSet> near = new ArrayList<>();
            for (int i = 0; i < wanted.size(); i++) {
                near.add(precise.get(i).or(near(wanted.get(i)).and(system.active())));
            }
            ConceptSet told = ConceptSet.of(found.stream().mapToInt(ConceptMatch::ordinal).toArray());
            found.addAll(best(near, told, limit - found.size()));
        }
        return found;
    }

    private List<ConceptMatch> best(List<ConceptSet> sets, ConceptSet without, int limit) {
        ConceptSet[] inAtLeast = inAtLeast(sets);
        List<ConceptMatch> best = new ArrayList<>();
        ConceptSet done = without;
        for (int count = sets.size(); count > 0 && best.size() < limit; count--) {
            ConceptSet level = inAtLeast[count].minus(done);
            done = done.or(level);
            for (int ordinal : uppermostFirst(level, limit - best.size())) {
                best.add(match(ordinal, sets));
            }
        }
        return best;
    }

    /** The concepts that are in at least n of the sets, for every n. */
    private static ConceptSet[] inAtLeast(List<ConceptSet> sets) {
        ConceptSet[] inAtLeast = new ConceptSet[sets.size() + 1];
        for (int i = 0; i <= sets.size(); i++) {
            inAtLeast[i] = ConceptSet.EMPTY;
        }
        for (ConceptSet set : sets) {
            for (int count = sets.size(); count > 1; count--) {
                inAtLeast[count] = inAtLeast[count].or(inAtLeast[count - 1].and(set));
            }
            inAtLeast[1] = inAtLeast[1].or(set);
        }
        return inAtLeast;
    }

    private int[] uppermostFirst(ConceptSet level, int limit) {
        RoaringBitmap below = new RoaringBitmap();
        RoaringBitmap uppermost = new RoaringBitmap();
        level.forEach(ordinal -> (hasParentIn(level, ordinal) ? below : uppermost).add(ordinal));
        int[] first = ConceptSet.of(uppermost).page(0, limit);
        int[] rest = ConceptSet.of(below).page(0, limit - first.length);
        int[] all = Arrays.copyOf(first, first.length + rest.length);
        System.arraycopy(rest, 0, all, first.length, rest.length);
        return all;
    }

    private boolean hasParentIn(ConceptSet level, int ordinal) {
        int count = system.hierarchy().parentCount(ordinal);
        for (int i = 0; i < count; i++) {
            if (level.contains(system.hierarchy().parent(ordinal, i))) {
                return true;
            }
        }
        return false;
    }

    private ConceptMatch match(int ordinal, List<ConceptSet> sets) {
        List<WantedProperty> unmatched = new ArrayList<>();
        List<WantedProperty> approximate = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            if (!sets.get(i).contains(ordinal)) {
                unmatched.add(wanted.get(i));
            } else if (!precise.get(i).contains(ordinal)) {
                approximate.add(wanted.get(i));
            }
        }
        return new ConceptMatch(ordinal, unmatched, approximate);
    }

    private ConceptSet precise(WantedProperty property) {
        Value value = property.value();
        if (property.parts().isEmpty()) {
            return value == null ? ConceptSet.EMPTY : isText(property) ? named(value.text()) : filter(property.code(), FilterOperator.EQUALS, value.text());
        }
        List<ConceptFilter> together = new ArrayList<>();
        for (WantedProperty part : property.parts()) {
            if (part.value() == null) {
                return ConceptSet.EMPTY;
            }
            together.add(new ConceptFilter(part.code(), FilterOperator.EQUALS, part.value().text()));
        }
        try {
            return system.filterTogether(together);
        } catch (TerminologyException e) {
            return ConceptSet.EMPTY;
        }
    }

    private static boolean isText(WantedProperty property) {
        return property.code().equals("display");
    }

    /** A property or value that the system does not know is one that no concept has. */
    private ConceptSet filter(String property, FilterOperator operator, String value) {
        try {
            return system.filter(new ConceptFilter(property, operator, value));
        } catch (TerminologyException e) {
            return ConceptSet.EMPTY;
        }
    }

    /** The concepts with a text that is the one asked for, apart from capitals. */
    private ConceptSet named(String text) {
        RoaringBitmap named = new RoaringBitmap();
        for (int ordinal : system.text().search(text, null, Languages.ANY, TEXTS).ordinals()) {
            boolean same = isSame(text, String.valueOf(system.display(ordinal)))
                    || system.designations(ordinal).stream().anyMatch(designation -> isSame(text, designation.value()));
            if (same) {
                named.add(ordinal);
            }
        }
        return ConceptSet.of(named);
    }

    private static boolean isSame(String first, String other) {
        return first.strip().toLowerCase(Locale.ROOT).equals(other.strip().toLowerCase(Locale.ROOT));
    }

    /** Concepts with a similar text, or with a value above or below the one asked for. */
    private ConceptSet near(WantedProperty property) {
        Value value = property.value();
        if (!property.parts().isEmpty()) {
            ConceptSet some = ConceptSet.EMPTY;
            for (WantedProperty part : property.parts()) {
                some = some.or(precise(part));
            }
            return some;
        }
        if (value == null) {
            return ConceptSet.EMPTY;
        }
        if (isText(property)) {
            return system.text().matches(value.text());
        }
        int concept = system.locate(value.text());
        return concept < 0 ? ConceptSet.EMPTY : filter(property.code(), FilterOperator.IN, relatives(concept));
    }

    private String relatives(int concept) {
        List<String> codes = new ArrayList<>();
        codes.add(system.code(concept));
        system.hierarchy().ancestors(concept).forEach(ordinal -> codes.add(system.code(ordinal)));
        for (int ordinal : system.hierarchy().descendants(concept).page(0, NARROWER)) {
            codes.add(system.code(ordinal));
        }
        return String.join(",", codes);
    }
}
