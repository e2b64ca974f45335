package no.normverk.terminology;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One step of how a set of concepts was found, for people who ask why. Steps below it are what it is made of, in the order of the text; what was not needed has no count.
 *
 * @param join how the steps below make up this one
 * @param clause the part of the question that the step answers, in the question's own words
 * @param count how many concepts it found (inside braces of ECL how many relationship groups), or {@link #NOT_COUNTED}
 * @param nanos how long it took, its own steps included; 0 when it was not needed
 * @param holds whether the concept asked about satisfies it; {@code null} when none was asked about, or the step says nothing of it
 * @param steps what it is made of
 */
public record Explanation(
        Join join, String clause, int count, long nanos, @Nullable Boolean holds, List<Explanation> steps) {

    /** The count of a step whose concepts were never listed. */
    public static final int NOT_COUNTED = -1;

    /** How the steps below one make it up. */
    public enum Join {
        /** All of them must hold. */
        ALL("all"),
        /** One of them must hold. */
        ANY("any"),
        /** The first must hold, and none of the others. */
        WITHOUT("without"),
        /** It stands for itself; steps below it only supply it with concepts. */
        ITSELF("itself");

        private final String code;

        Join(String code) {
            this.code = code;
        }

        /** How answers write it. */
        public String code() {
            return code;
        }
    }

    public Explanation {
        steps = List.copyOf(steps);
    }

    /** A step that stands for itself, with what finding its concepts took. */
    public static Explanation measured(String clause, int ordinal, Supplier<ConceptSet> finding) {
        long start = System.nanoTime();
        ConceptSet found = finding.get();
        long nanos = System.nanoTime() - start;
        Boolean holds = ordinal < 0 ? null : found.contains(ordinal);
        return new Explanation(Join.ITSELF, clause, found.cardinality(), nanos, holds, List.of());
    }

    /**
     * The smallest clauses that leave the concept out; empty when it is not left out, or none was asked about. Of alternatives that all fail each is to blame, and
     * it is the alternative as a whole that is named.
     */
    public List<String> excluding() {
        if (holds == null || holds) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        switch (join) {
            case ALL -> steps.forEach(step -> found.addAll(step.excluding()));
            case ANY -> {
                List<Explanation> failing = steps.stream().filter(step -> Boolean.FALSE.equals(step.holds)).toList();
                if (failing.size() == 1) {
                    found.addAll(failing.getFirst().excluding());
                }
            }
            case WITHOUT -> {
                found.addAll(steps.getFirst().excluding());
                if (found.isEmpty()) {
                    steps.stream().skip(1).filter(step -> Boolean.TRUE.equals(step.holds)).forEach(step -> found.addAll(step.including()));
                }
            }
            case ITSELF -> { }
        }
        return found.isEmpty() ? List.of(clause) : found.stream().distinct().toList();
    }

    /** The clauses that let the concept in where it should not be: of alternatives those that hold, otherwise the step itself. */
    private List<String> including() {
        if (join != Join.ANY) {
            return List.of(clause);
        }
        return steps.stream().filter(step -> Boolean.TRUE.equals(step.holds)).flatMap(step -> step.including().stream()).toList();
    }
}
