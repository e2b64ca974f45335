package no.normverk.snomed;

import java.util.List;
import no.normverk.snomed.expression.Expression;
import org.jspecify.annotations.Nullable;

/**
 * What an expression of the compositional grammar means in an edition.
 *
 * @param code the expression as it was written
 * @param expression its structure
 * @param focus its focus concepts, ordinals
 * @param groups its attributes by group; an ungrouped attribute is a group of its own
 */
public record PostcoordinatedConcept(String code, Expression expression, int[] focus, List<List<Attribute>> groups) {

    /**
     * One attribute.
     *
     * @param name the attribute concept, an ordinal
     * @param value the value concept, an ordinal; of a nested expression its first focus concept; -1 for a concrete value
     * @param concrete a concrete value as RF2 writes it, or {@code null}
     */
    public record Attribute(int name, int value, @Nullable String concrete) {

        static Attribute of(int name, int value) {
            return new Attribute(name, value, null);
        }
    }
}
