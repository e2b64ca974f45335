package no.normverk.benchmark.engine;

import java.util.List;
import java.util.concurrent.TimeUnit;
import no.normverk.terminology.ConceptFilter;
import no.normverk.terminology.ConceptSet;
import no.normverk.terminology.FilterOperator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Expression constraints from text to the total and the first hundred concepts: parsed, planned and evaluated each time. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ConstraintBenchmark {

    /** Kinds of constraint. */
    public enum Kind {
        BELOW_SMALL,
        BELOW_DOMAIN,
        ANCESTORS,
        REFSET,
        AND,
        MINUS,
        ONE_REFINEMENT,
        GROUPED_PAIR,
        DOTTED
    }

    /** Constraints of one kind. */
    @State(Scope.Benchmark)
    public static class Constraints {

        @Param
        public Kind kind = Kind.BELOW_SMALL;

        String[] texts;

        @Setup
        public void make(Asked asked) {
            texts = Asked.different(() -> switch (kind) {
                case BELOW_SMALL -> asked.choice.below(100, 1_000);
                case BELOW_DOMAIN -> asked.choice.belowDomain();
                case ANCESTORS -> "> " + asked.choice.anyCode();
                case REFSET -> asked.choice.membersOfRefset();
                case AND -> asked.choice.belowDomain() + " AND " + asked.choice.below(100, 1_000);
                case MINUS -> asked.choice.belowDomain() + " MINUS " + asked.choice.below(100, 1_000);
                case ONE_REFINEMENT -> asked.choice.refinement();
                case GROUPED_PAIR -> asked.choice.groupedPair();
                case DOTTED -> "(" + asked.choice.below(100, 1_000) + ") . " + asked.choice.attribute();
            });
        }
    }

    @Benchmark
    public List<Object> page(Asked asked, Constraints constraints) {
        String text = constraints.texts[asked.next()];
        ConceptSet found = asked.opened.filter(new ConceptFilter("constraint", FilterOperator.EQUALS, text));
        return List.of(found.cardinality(), found.page(0, 100));
    }
}
