package no.normverk.snomed.constraint;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import no.normverk.snomed.Descriptions;
import no.normverk.snomed.Sctid;
import no.normverk.snomed.SnomedEdition;
import no.normverk.snomed.ecl.Equality;
import no.normverk.snomed.ecl.SearchTerm;
import no.normverk.terminology.ConceptSet;

/** Filters on descriptions. Words are looked up in the text index first, so that few texts are read. */
final class DescriptionTests {

    /** The most words of a filter that are looked up in the text index; where there are more, texts are read. */
    private static final int MOST_LOOKED_UP = 64;
    /** What looking a word up costs, and what a concept that has several words costs: their sets are joined, that of one word is there already. */
    private static final int LOOK_UP = 200;
    private static final int READ = 4;

    private final SnomedEdition edition;
    private final Descriptions descriptions;
    private final Evaluation evaluation;
    private final Work work;

    DescriptionTests(SnomedEdition edition, Evaluation evaluation, Work work) {
        this.edition = edition;
        this.descriptions = edition.descriptions();
        this.evaluation = evaluation;
        this.work = work;
    }

    ConceptSet keep(ConceptSet set, List<Test> tests) {
        boolean status = tests.stream().anyMatch(Test.IsActive.class::isInstance);
        ConceptSet candidates = status ? set : set.and(indexed(set, tests));
        List<IntPredicate> all = new ArrayList<>();
        all.add(status ? description -> true : descriptions::isActive);
        // Texts cost most, so they are read last.
        tests.stream().filter(test -> !(test instanceof Test.HasTerm)).forEach(test -> all.add(compile(test)));
        tests.stream().filter(Test.HasTerm.class::isInstance).forEach(test -> all.add(compile(test)));
        IntPredicate passes = Evaluation.all(all);
        return Evaluation.keep(candidates, concept -> {
            work.add(1 + (long) tests.size() * (descriptions.end(concept) - descriptions.start(concept)));
            for (int i = descriptions.start(concept); i < descriptions.end(concept); i++) {
                if (passes.test(i)) {
                    return true;
                }
            }
            return false;
        });
    }

    /**
     * The concepts of a set that can have an active description that passes the tests of terms; definitions are not in the
     * text index.
     */
    private ConceptSet indexed(ConceptSet set, List<Test> tests) {
        ConceptSet found = set;
        for (Test test : tests) {
            if (test instanceof Test.HasTerm term && term.operator() == Equality.EQUAL && isIndexed(term.terms())) {
                found = found.and(descriptions.conceptsWithDefinition().or(lookedUp(term.terms())));
            }
        }
        return found;
    }

    private ConceptSet lookedUp(List<SearchTerm> terms) {
        ConceptSet matching = ConceptSet.EMPTY;
        for (SearchTerm term : terms) {
            SearchTerm.Match match = (SearchTerm.Match) term;
            ConceptSet one = edition.text().matches(match.text());
            boolean ofSeveralWords = match.words().size() > 1;
            work.add((long) LOOK_UP * match.words().size() + (ofSeveralWords ? (long) READ * one.cardinality() : 0));
            matching = matching.or(one);
        }
        return matching;
    }

    private static boolean isIndexed(List<SearchTerm> terms) {
        int words = 0;
        for (SearchTerm term : terms) {
            if (!(term instanceof SearchTerm.Match match)) {
                return false;
            }
            words += match.words().size();
        }
        return words <= MOST_LOOKED_UP;
    }

    private IntPredicate compile(Test test) {
        return switch (test) {
            case Test.HasTerm term -> {
                TextMatch match = TextMatch.ofProse(term.terms());
                boolean wanted = term.operator() == Equality.EQUAL;
                yield description -> {
                    String text = descriptions.text(description);
                    work.add(match.cost(text));
                    return match.matches(text) == wanted;
                };
            }
            case Test.InLanguage language -> language(language);
            case Test.OfType type -> {
                LongSet types = evaluation.ids(type.types());
                boolean wanted = type.operator() == Equality.EQUAL;
                yield description -> types.contains(descriptions.type(description)) == wanted;
            }
            case Test.InDialect dialect -> dialect(dialect);
            case Test.HasId id -> {
                LongSet ids = new LongOpenHashSet(id.ids());
                boolean wanted = id.operator() == Equality.EQUAL;
                yield description -> ids.contains(descriptions.id(description)) == wanted;
            }
            case Test.InModule module -> {
                LongSet modules = evaluation.ids(module.modules());
                boolean wanted = module.operator() == Equality.EQUAL;
                yield description -> modules.contains(descriptions.module(description)) == wanted;
            }
            case Test.Released released -> description -> Times.holds(released, descriptions.effectiveTime(description));
            case Test.IsActive status -> description -> descriptions.isActive(description) == status.active();
            case Test other -> throw new IllegalArgumentException(other + " is no test of descriptions");
        };
    }

    /** Norwegian by its own code finds both written forms, for RF2 calls both {@code no}. */
    private IntPredicate language(Test.InLanguage test) {
        Set<String> codes = Set.copyOf(test.languages());
        boolean norwegian = codes.contains("no");
        boolean wanted = test.operator() == Equality.EQUAL;
        return description -> {
            String language = descriptions.language(description);
            boolean found = codes.contains(language) || (norwegian && (language.equals("nb") || language.equals("nn")));
            return found == wanted;
        };
    }

    private IntPredicate dialect(Test.InDialect test) {
        List<IntPredicate> outside = new ArrayList<>();
        for (Test.Dialect dialect : test.dialects()) {
            boolean every = dialect.acceptabilities().isEmpty();
            boolean preferred = every || dialect.acceptabilities().contains(Sctid.PREFERRED);
            boolean acceptable = every || dialect.acceptabilities().contains(Sctid.ACCEPTABLE);
            IntArrayList numbers = new IntArrayList();
            for (long refset : evaluation.ids(dialect.refsets())) {
                int number = edition.dialects().number(refset);
                if (number >= 0) {
                    numbers.add(number);
                }
            }
            int[] dialects = numbers.toIntArray();
            outside.add(description -> !isIn(description, dialects, preferred, acceptable));
        }
        IntPredicate none = Evaluation.all(outside);
        return test.operator() == Equality.EQUAL ? none.negate() : none;
    }

    private boolean isIn(int description, int[] dialects, boolean preferred, boolean acceptable) {
        for (int dialect : dialects) {
            if ((preferred && descriptions.isPreferred(description, dialect))
                    || (acceptable && descriptions.isAcceptable(description, dialect))) {
                return true;
            }
        }
        return false;
    }
}
