package no.normverk.snomed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** Whether the expression says only what must be true of the concept, not what is enough to be one ({@code <<<}). */
    boolean isNecessaryOnly() {
        return expression.definitionStatus() == Expression.DefinitionStatus.SUBTYPE_OF;
    }

    /** The groups of the expression and those its focus concepts have by themselves. */
    List<List<Attribute>> allGroups(SnomedEdition edition) {
        List<List<Attribute>> all = new ArrayList<>(groups);
        for (int concept : focus) {
            all.addAll(groupsOf(edition, concept));
        }
        return all;
    }

    /** The attribute groups of a concept; an ungrouped attribute is a group of its own. */
    public static List<List<Attribute>> groupsOf(SnomedEdition edition, int concept) {
        AttributeRelationships relationships = edition.attributes();
        ConcreteValues concrete = edition.concreteValues();
        Map<Integer, List<Attribute>> byRow = new LinkedHashMap<>();
        for (int i = relationships.start(concept); i < relationships.end(concept); i++) {
            byRow.computeIfAbsent(relationships.row(i), row -> new ArrayList<>())
                    .add(Attribute.of(relationships.type(i), relationships.target(i)));
        }
        for (int i = concrete.start(concept); i < concrete.end(concept); i++) {
            byRow.computeIfAbsent(concrete.row(i), row -> new ArrayList<>())
                    .add(Attribute.of(concrete.type(i), concrete.value(i)));
        }
        return new ArrayList<>(byRow.values());
    }

    /**
     * One attribute.
     *
     * @param name the attribute concept, an ordinal
     * @param value the value concept, an ordinal; of a nested expression its first focus concept; -1 for a concrete value
     * @param concrete a concrete value, or {@code null}
     * @param nested a nested expression, or {@code null}
     */
    public record Attribute(int name, int value, @Nullable ConcreteValue concrete, @Nullable PostcoordinatedConcept nested) {

        static Attribute of(int name, int value) {
            return new Attribute(name, value, null, null);
        }

        static Attribute of(int name, ConcreteValue concrete) {
            return new Attribute(name, -1, concrete, null);
        }

        static Attribute of(int name, PostcoordinatedConcept nested) {
            return new Attribute(name, nested.focus[0], null, nested);
        }
    }
}
