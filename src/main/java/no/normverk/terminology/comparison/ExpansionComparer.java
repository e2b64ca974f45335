package no.normverk.terminology.comparison;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.ConceptSet;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Message;
import no.normverk.terminology.TerminologyException;
import no.normverk.terminology.Versions;
import no.normverk.terminology.comparison.Comparison.Codes;
import no.normverk.terminology.valueset.CodeSystemFinder;
import no.normverk.terminology.valueset.EvaluationSettings;
import no.normverk.terminology.valueset.Part;
import no.normverk.terminology.valueset.Unclosed;
import no.normverk.terminology.valueset.ValueSetDefinition;
import no.normverk.terminology.valueset.ValueSetEvaluator;
import org.roaringbitmap.RoaringBitmap;

/**
 * Compares the sets of concepts that two value sets mean. Per code system one version is chosen, the newest that either draws on; concepts of other versions are found in it by their code, and
 * codes that it does not have are kept as codes. The rest is algebra on bitmaps.
 */
final class ExpansionComparer {

    /** What a value set holds of one code system: concepts of the chosen version, and codes that are only in others. */
    private record Holding(ConceptSet members, Set<String> others) {

        boolean intersects(Holding holding) {
            return members.intersects(holding.members) || others.stream().anyMatch(holding.others::contains);
        }

        boolean containsAll(Holding holding) {
            return members.containsAll(holding.members) && others.containsAll(holding.others);
        }

        Holding and(Holding holding) {
            Set<String> both = new TreeSet<>(others);
            both.retainAll(holding.others);
            return new Holding(members.and(holding.members), both);
        }

        Holding minus(Holding holding) {
            Set<String> left = new TreeSet<>(others);
            left.removeAll(holding.others);
            return new Holding(members.minus(holding.members), left);
        }

        int size() {
            return members.cardinality() + others.size();
        }

        void addCodes(CodeSystemVersion system, List<String> codes) {
            members.forEach(ordinal -> codes.add(system.code(ordinal)));
            codes.addAll(others);
        }
    }

    private final CodeSystemFinder systems;
    private final EvaluationSettings settings;
    private final boolean expressionsCount;

    ExpansionComparer(CodeSystemFinder systems, EvaluationSettings settings, boolean expressionsCount) {
        this.systems = systems;
        this.settings = settings;
        this.expressionsCount = expressionsCount;
    }

    /**
     * Compares.
     *
     * @throws TerminologyException when one of them cannot be worked out
     */
    Comparison compare(ValueSetDefinition first, ValueSetDefinition other) {
        List<Part> ofFirst = parts(first);
        List<Part> ofOther = parts(other);
        Set<String> urls = new LinkedHashSet<>();
        List.of(ofFirst, ofOther).forEach(parts -> parts.forEach(part -> urls.add(part.system().original().header().url())));
        Shares shares = Shares.NOTHING;
        Codes codes = new Codes(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        int size = 0;
        for (String url : urls) {
            CodeSystemVersion chosen = chosen(url, ofFirst, ofOther);
            Holding a = holding(chosen, ofFirst);
            Holding b = holding(chosen, ofOther);
            shares = shares.or(new Shares(a.intersects(b), !b.containsAll(a), !a.containsAll(b)));
            size = Math.addExact(size, a.size() + b.size());
            if (size <= ValueSetComparer.LISTED) {
                a.and(b).addCodes(chosen, codes.common());
                a.minus(b).addCodes(chosen, codes.missing());
                b.minus(a).addCodes(chosen, codes.extra());
            }
        }
        boolean told = size <= ValueSetComparer.LISTED && shares.relation() != Relation.SAME;
        return Comparison.of(shares, true, told ? codes : null);
    }

    private List<Part> parts(ValueSetDefinition valueSet) {
        ValueSetEvaluator evaluator = new ValueSetEvaluator(systems, settings);
        List<Part> parts = evaluator.parts(valueSet);
        if (expressionsCount && evaluator.usage().openGrammar() != Unclosed.NO) {
            throw new TerminologyException(Issue.error(
                    "too-costly",
                    null,
                    Message.of("VALUESET_TOO_COSTLY", valueSet.url(), Integer.toString(ValueSetComparer.LISTED)),
                    null));
        }
        return parts;
    }

    /** The newest version of a code system; of several views of it the one that knows most expressions. */
    private static CodeSystemVersion chosen(String url, List<Part> ofFirst, List<Part> ofOther) {
        CodeSystemVersion chosen = null;
        for (List<Part> parts : List.of(ofFirst, ofOther)) {
            for (Part part : parts) {
                CodeSystemVersion system = part.system();
                if (system.original().header().url().equals(url) && (chosen == null || isBetter(system, chosen))) {
                    chosen = system;
                }
            }
        }
        if (chosen == null) {
            throw new IllegalArgumentException("no part is of " + url);
        }
        return chosen;
    }

    private static boolean isBetter(CodeSystemVersion system, CodeSystemVersion than) {
        int order = Versions.compare(system.header().version(), than.header().version());
        return order > 0 || (order == 0 && system.size() > than.size());
    }

    private static Holding holding(CodeSystemVersion chosen, List<Part> parts) {
        ConceptSet members = ConceptSet.EMPTY;
        Set<String> others = new TreeSet<>();
        for (Part part : parts) {
            if (CodeSystemFinder.isSame(part.system(), chosen)) {
                members = members.or(part.members());
            } else if (CodeSystemFinder.isSameSystem(part.system(), chosen)) {
                members = members.or(found(part, chosen, others));
            }
        }
        return new Holding(members, others);
    }

    private static ConceptSet found(Part part, CodeSystemVersion chosen, Set<String> others) {
        RoaringBitmap found = new RoaringBitmap();
        part.members().forEach(ordinal -> {
            String code = part.system().code(ordinal);
            int same = chosen.locate(code);
            if (same < 0) {
                others.add(code);
            } else {
                found.add(same);
            }
        });
        return ConceptSet.of(found);
    }
}
