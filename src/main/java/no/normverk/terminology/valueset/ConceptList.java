package no.normverk.terminology.valueset;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import no.normverk.terminology.CodeSystemVersion;
import org.jspecify.annotations.Nullable;

/**
 * The concepts that an include lists, immutable. Some lists have tens of thousands: what is worked out about one is worked out once and kept with it, for as long as the definition is
 * there.
 */
final class ConceptList extends AbstractList<ConceptReference> implements RandomAccess {

    private final List<ConceptReference> references;
    private volatile @Nullable Map<String, ConceptReference> byCode;
    private volatile @Nullable List<ConceptReference> composed;
    /** Where the list led to last, in a code system version without expressions of a request. */
    private volatile @Nullable Part resolved;

    private ConceptList(List<ConceptReference> references) {
        this.references = references;
    }

    static ConceptList of(List<ConceptReference> references) {
        return references instanceof ConceptList list ? list : new ConceptList(List.copyOf(references));
    }

    @Override
    public ConceptReference get(int index) {
        return references.get(index);
    }

    @Override
    public int size() {
        return references.size();
    }

    /** The first mention of a concept, or {@code null}. */
    @Nullable ConceptReference find(CodeSystemVersion system, int ordinal) {
        ConceptReference same = byCode().get(system.code(ordinal));
        if (same != null || (system.header().caseSensitive() && !system.hasGrammar())) {
            return same;
        }
        for (ConceptReference reference : system.header().caseSensitive() ? composed() : references) {
            if (system.locate(reference.code()) == ordinal) {
                return reference;
            }
        }
        return null;
    }

    /** Those that a grammar may have put together, and that may therefore be spelt otherwise. */
    private List<ConceptReference> composed() {
        List<ConceptReference> known = composed;
        if (known == null) {
            known = references.stream().filter(reference -> isComposed(reference.code())).toList();
            composed = known;
        }
        return known;
    }

    /** Whether a code has more than letters and digits, as codes have that a grammar puts together. */
    private static boolean isComposed(String code) {
        for (int i = 0; i < code.length(); i++) {
            if (!Character.isLetterOrDigit(code.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private Map<String, ConceptReference> byCode() {
        Map<String, ConceptReference> known = byCode;
        if (known == null) {
            known = HashMap.newHashMap(references.size());
            for (ConceptReference reference : references) {
                known.putIfAbsent(reference.code(), reference);
            }
            byCode = known;
        }
        return known;
    }

    /** What the list takes from a code system version, when that has been worked out before. */
    @Nullable Part resolvedIn(CodeSystemVersion system) {
        Part known = resolved;
        if (known == null || known.system().original() != system.original()) {
            return null;
        }
        return known.system() == system ? known : known.of(system);
    }

    void keep(Part part) {
        resolved = part;
    }
}
