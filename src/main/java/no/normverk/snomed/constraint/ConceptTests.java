package no.normverk.snomed.constraint;

import it.unimi.dsi.fastutil.longs.LongSet;
import java.util.List;
import java.util.function.IntPredicate;
import no.normverk.snomed.Sctid;
import no.normverk.snomed.SnomedEdition;
import no.normverk.snomed.ecl.Equality;
import no.normverk.terminology.ConceptSet;

/** Filters on concepts. */
final class ConceptTests {

    private final SnomedEdition edition;
    private final Evaluation evaluation;
    private final Work work;

    ConceptTests(SnomedEdition edition, Evaluation evaluation, Work work) {
        this.edition = edition;
        this.evaluation = evaluation;
        this.work = work;
    }

    ConceptSet keep(ConceptSet set, List<Test> tests) {
        ConceptSet kept = set;
        for (Test test : tests) {
            kept = keep(kept, test);
        }
        return kept;
    }

    private ConceptSet keep(ConceptSet set, Test test) {
        return switch (test) {
            case Test.IsActive status -> status.active() ? set.and(edition.active()) : set.minus(edition.active());
            case Test other -> {
                work.add(set.cardinality());
                yield Evaluation.keep(set, compile(other));
            }
        };
    }

    private IntPredicate compile(Test test) {
        return switch (test) {
            case Test.InModule module -> {
                LongSet modules = evaluation.ids(module.modules());
                boolean wanted = module.operator() == Equality.EQUAL;
                yield concept -> modules.contains(edition.module(concept)) == wanted;
            }
            case Test.Released released -> concept -> Times.holds(released, edition.effectiveTime(concept));
            case Test.HasStatus status -> {
                LongSet statuses = evaluation.ids(status.statuses());
                boolean wanted = status.operator() == Equality.EQUAL;
                yield concept ->
                        statuses.contains(edition.isDefined(concept) ? Sctid.DEFINED : Sctid.PRIMITIVE) == wanted;
            }
            case Test other -> throw new IllegalArgumentException(other + " is no test of concepts");
        };
    }
}
