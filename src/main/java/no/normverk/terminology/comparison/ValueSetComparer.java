package no.normverk.terminology.comparison;

import no.normverk.terminology.TerminologyException;
import no.normverk.terminology.valueset.CodeSystemFinder;
import no.normverk.terminology.valueset.EvaluationSettings;
import no.normverk.terminology.valueset.ValueSetDefinition;

/**
 * Compares two value sets: first their definitions ({@link DefinitionComparer}), and where those do not tell, the sets of concepts that they mean ({@link ExpansionComparer}). What cannot be
 * worked out, or holds codes that no list can hold, makes the answer indeterminate, never a guess.
 *
 * <p>Cost: that of evaluating both definitions to sets, and set operations; where versions of a code system differ, one look-up per concept. At most {@link #LISTED} codes are listed.
 */
public final class ValueSetComparer {

    /** How many codes an answer lists at the most. */
    public static final int LISTED = 10_000;

    private final CodeSystemFinder systems;
    private final EvaluationSettings settings;
    private final boolean expressionsCount;

    /**
     * @param systems where both value sets find their code systems
     * @param settings how both are read
     * @param expressionsCount whether codes that a grammar puts together belong to the value sets too; if so, filters on such a system are open-ended
     */
    public ValueSetComparer(CodeSystemFinder systems, EvaluationSettings settings, boolean expressionsCount) {
        this.systems = systems;
        this.settings = settings;
        this.expressionsCount = expressionsCount;
    }

    public Comparison compare(ValueSetDefinition first, ValueSetDefinition other) {
        try {
            Comparison told = new DefinitionComparer(systems, settings, expressionsCount).compare(first, other);
            return told != null ? told : new ExpansionComparer(systems, settings, expressionsCount).compare(first, other);
        } catch (TerminologyException e) {
            return Comparison.indeterminate(e.issues());
        }
    }
}
