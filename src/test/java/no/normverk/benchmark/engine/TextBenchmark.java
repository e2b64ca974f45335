package no.normverk.benchmark.engine;

import java.util.concurrent.TimeUnit;
import no.normverk.terminology.ConceptSet;
import no.normverk.terminology.Languages;
import no.normverk.terminology.search.TextHits;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Text search: the exact total and the best twenty. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TextBenchmark {

    private static final int PAGE = 20;

    /** What to look for, and in what. */
    @State(Scope.Benchmark)
    public static class Texts {
        String[] several;
        String[] one;
        ConceptSet domain;

        @Setup
        public void make(Asked asked) {
            several = Asked.different(asked.choice::prefixes);
            one = Asked.different(asked.choice::fourLetters);
            domain = asked.opened.hierarchy().selfAndDescendants(asked.choice.domain());
        }
    }

    @Benchmark
    public TextHits twoOrThreePrefixes(Asked asked, Texts texts) {
        return asked.opened.text().search(texts.several[asked.next()], asked.opened.all(), Languages.ANY, PAGE);
    }

    @Benchmark
    public TextHits twoOrThreePrefixesWithinDomain(Asked asked, Texts texts) {
        return asked.opened.text().search(texts.several[asked.next()], texts.domain, Languages.ANY, PAGE);
    }

    @Benchmark
    public TextHits fourLetters(Asked asked, Texts texts) {
        return asked.opened.text().search(texts.one[asked.next()], asked.opened.all(), Languages.ANY, PAGE);
    }
}
