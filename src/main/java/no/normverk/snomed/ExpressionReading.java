package no.normverk.snomed;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.List;
import no.normverk.snomed.expression.Attribute;
import no.normverk.snomed.expression.AttributeGroup;
import no.normverk.snomed.expression.AttributeValue;
import no.normverk.snomed.expression.ConceptReference;
import no.normverk.snomed.expression.Expression;
import no.normverk.snomed.expression.ExpressionParser;
import no.normverk.snomed.expression.ExpressionPrinter;
import no.normverk.snomed.expression.SubExpression;
import no.normverk.snomed.syntax.SyntaxException;
import no.normverk.terminology.Message;
import no.normverk.terminology.TerminologyException;
import no.normverk.terminology.Issue;

/**
 * Reads expressions of the compositional grammar against an edition: every concept must be there, and what stands as attribute must be one. Whether the concept model
 * (MRCM) allows the refinement is for {@link ConceptModelCheck} to say.
 */
final class ExpressionReading {

    /** Concept model attribute, and linkage concept above it. */
    private static final List<Long> ATTRIBUTE_ROOTS = List.of(410662002L, 106237007L);

    private final SnomedEdition edition;

    ExpressionReading(SnomedEdition edition) {
        this.edition = edition;
    }

    /** Whether a code is written like an expression, and not like an identifier or anything else. */
    static boolean looksLikeExpression(String code) {
        boolean sign = false;
        boolean digit = false;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            sign |= ":+|={".indexOf(c) >= 0;
            digit |= Character.isDigit(c);
        }
        return sign && digit;
    }

    /** Whether a code is written like an identifier, so that nothing is to be said about its grammar. */
    static boolean looksLikeIdentifier(String code) {
        for (int i = 0; i < code.length(); i++) {
            if (code.charAt(i) < '0' || code.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /**
     * The concept an expression stands for.
     *
     * @throws TerminologyException when it is no expression, or refers to what the edition does not have
     */
    PostcoordinatedConcept read(String code) {
        Expression expression;
        try {
            expression = ExpressionParser.parse(code);
        } catch (SyntaxException e) {
            boolean atStart = e.problem().offset() == 0 && !code.isEmpty();
            throw refused(
                    atStart
                            ? Message.of("expression-without-concept", code.substring(0, code.offsetByCodePoints(0, 1)), code)
                            : Message.of("expression-malformed", e.problem().message()));
        }
        return concept(code, expression);
    }

    private PostcoordinatedConcept concept(String code, Expression expression) {
        SubExpression body = expression.body();
        IntArrayList focus = new IntArrayList();
        body.focusConcepts().forEach(concept -> focus.add(ordinal(concept)));
        List<List<PostcoordinatedConcept.Attribute>> groups = new ArrayList<>();
        for (Attribute attribute : body.attributes()) {
            groups.add(List.of(attribute(attribute)));
        }
        for (AttributeGroup group : body.groups()) {
            groups.add(group.attributes().stream().map(this::attribute).toList());
        }
        return new PostcoordinatedConcept(code, expression, focus.toIntArray(), groups);
    }

    private PostcoordinatedConcept.Attribute attribute(Attribute attribute) {
        int name = ordinal(attribute.name());
        boolean isAttribute = ATTRIBUTE_ROOTS.stream().anyMatch(root -> isBelow(root, name));
        if (!isAttribute) {
            throw refused(Message.of(
                    "expression-concept-out-of-place",
                    edition.code(name),
                    String.join(",", ATTRIBUTE_ROOTS.stream().map(String::valueOf).toList())));
        }
        return switch (attribute.value()) {
            case ConceptReference concept -> PostcoordinatedConcept.Attribute.of(name, ordinal(concept));
            case SubExpression nested -> {
                Expression whole = new Expression(Expression.DefinitionStatus.EQUIVALENT_TO, nested);
                yield PostcoordinatedConcept.Attribute.of(name, concept(ExpressionPrinter.withoutTerms(whole), whole));
            }
            case AttributeValue.Number(var number) ->
                PostcoordinatedConcept.Attribute.of(name, new ConcreteValue("#" + number.toPlainString()));
            case AttributeValue.Text(var text) -> PostcoordinatedConcept.Attribute.of(name, new ConcreteValue("\"" + text + "\""));
            case AttributeValue.Bool(var bool) -> PostcoordinatedConcept.Attribute.of(name, new ConcreteValue(Boolean.toString(bool)));
        };
    }

    private boolean isBelow(long root, int concept) {
        int ancestor = edition.locate(root);
        return ancestor >= 0 && ancestor != concept && edition.hierarchy().isSelfOrAncestor(ancestor, concept);
    }

    private int ordinal(ConceptReference concept) {
        int ordinal = edition.locate(concept.identifier());
        if (ordinal < 0) {
            throw refused(Message.of("expression-concept-unknown", Long.toString(concept.identifier())));
        }
        return ordinal;
    }

    private static TerminologyException refused(Message why) {
        return new TerminologyException(Issue.error("code-invalid", "invalid-code", why, null));
    }
}
