package no.normverk.snomed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import no.normverk.snomed.expression.Expression;
import no.normverk.snomed.expression.ExpressionParser;
import no.normverk.snomed.expression.ExpressionPrinter;
import no.normverk.snomed.syntax.SyntaxException;
import no.normverk.terminology.CodeSystemHeader;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.ConceptFilter;
import no.normverk.terminology.ConceptProperty;
import no.normverk.terminology.ConceptSet;
import no.normverk.terminology.Designation;
import no.normverk.terminology.Explanation;
import no.normverk.terminology.Extension;
import no.normverk.terminology.Hierarchy;
import no.normverk.terminology.Languages;
import no.normverk.terminology.Message;
import no.normverk.terminology.Objection;
import no.normverk.terminology.Retirement;
import no.normverk.terminology.Term;
import no.normverk.terminology.TerminologyException;
import no.normverk.terminology.Value;
import no.normverk.terminology.search.TextSearch;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * An edition together with expressions of the compositional grammar as concepts of their own, after the edition's: so that whatever asks about concepts can ask about expressions. Two
 * expressions that differ only in terms and space are one concept. Made for one request.
 */
final class ExpressedEdition implements CodeSystemVersion {

    private final SnomedEdition edition;
    private final List<PostcoordinatedConcept> concepts;
    private final Map<String, Integer> ordinals = new HashMap<>();
    private final ExpressionSubsumption subsumption;

    private ExpressedEdition(SnomedEdition edition, List<PostcoordinatedConcept> concepts) {
        this.edition = edition;
        this.concepts = List.copyOf(concepts);
        this.subsumption = new ExpressionSubsumption(edition);
        for (PostcoordinatedConcept concept : concepts) {
            ordinals.putIfAbsent(ExpressionPrinter.withoutTerms(concept.expression()), edition.size() + ordinals.size());
        }
    }

    /** The edition with those of the codes that are expressions in it; {@code before} itself when none of them is new. */
    static CodeSystemVersion of(SnomedEdition edition, @Nullable ExpressedEdition before, Collection<String> codes) {
        List<PostcoordinatedConcept> concepts = new ArrayList<>(before == null ? List.of() : before.concepts);
        CodeSystemVersion known = before == null ? edition : before;
        ExpressionReading reading = new ExpressionReading(edition);
        for (String code : codes) {
            if (!ExpressionReading.looksLikeExpression(code) || known.locate(code) >= 0) {
                continue;
            }
            try {
                PostcoordinatedConcept concept = reading.read(code);
                String key = ExpressionPrinter.withoutTerms(concept.expression());
                if (concepts.stream().noneMatch(other -> ExpressionPrinter.withoutTerms(other.expression()).equals(key))) {
                    concepts.add(concept);
                }
            } catch (TerminologyException e) {
                // Not an expression of this edition: an unknown code, and whyNoExpression tells why.
                continue;
            }
        }
        return concepts.size() == (before == null ? 0 : before.concepts.size()) ? known : new ExpressedEdition(edition, concepts);
    }

    private @Nullable PostcoordinatedConcept expression(int ordinal) {
        return ordinal < edition.size() ? null : concepts.get(ordinal - edition.size());
    }

    /** The concept itself, or of an expression the first focus concept. */
    private int nearest(int ordinal) {
        PostcoordinatedConcept expression = expression(ordinal);
        return expression == null ? ordinal : expression.focus()[0];
    }

    @Override
    public CodeSystemHeader header() {
        return edition.header();
    }

    @Override
    public int size() {
        return edition.size() + concepts.size();
    }

    @Override
    public int locate(String code) {
        int ordinal = edition.locate(code);
        if (ordinal >= 0 || !ExpressionReading.looksLikeExpression(code)) {
            return ordinal;
        }
        try {
            return ordinals.getOrDefault(ExpressionPrinter.withoutTerms(ExpressionParser.parse(code)), -1);
        } catch (SyntaxException e) {
            return -1;
        }
    }

    @Override
    public String code(int ordinal) {
        PostcoordinatedConcept expression = expression(ordinal);
        return expression == null ? edition.code(ordinal) : expression.code();
    }

    @Override
    public @Nullable String display(int ordinal) {
        PostcoordinatedConcept expression = expression(ordinal);
        return expression == null
                ? edition.display(ordinal)
                : new ExpressionRendering(edition, Languages.ANY).render(expression.expression());
    }

    @Override
    public @Nullable String displayLanguage(int ordinal) {
        return expression(ordinal) == null ? edition.displayLanguage(ordinal) : "en-US";
    }

    @Override
    public List<Designation> designations(int ordinal) {
        return expression(ordinal) == null ? edition.designations(ordinal) : List.of();
    }

    @Override
    public List<Designation> retiredDesignations(int ordinal) {
        return expression(ordinal) == null ? edition.retiredDesignations(ordinal) : List.of();
    }

    @Override
    public @Nullable String definition(int ordinal) {
        return expression(ordinal) == null ? edition.definition(ordinal) : null;
    }

    @Override
    public boolean isInactive(int ordinal) {
        return expression(ordinal) == null && edition.isInactive(ordinal);
    }

    @Override
    public boolean isAbstract(int ordinal) {
        return false;
    }

    @Override
    public @Nullable String status(int ordinal) {
        return expression(ordinal) == null ? edition.status(ordinal) : null;
    }

    @Override
    public List<ConceptProperty> properties(int ordinal, Predicate<String> wanted) {
        return expression(ordinal) == null
                ? edition.properties(ordinal, wanted)
                : properties(ordinal).stream().filter(property -> wanted.test(property.code())).toList();
    }

    /** An expression has what its first focus concept has, and its own attributes. */
    @Override
    public List<ConceptProperty> properties(int ordinal) {
        PostcoordinatedConcept expression = expression(ordinal);
        List<ConceptProperty> properties = new ArrayList<>(edition.properties(nearest(ordinal)));
        if (expression != null) {
            addNormalForm(properties, new NormalForm(edition).of(expression));
            for (List<PostcoordinatedConcept.Attribute> group : expression.groups()) {
                for (PostcoordinatedConcept.Attribute attribute : group) {
                    properties.add(new ConceptProperty(edition.code(attribute.name()), value(attribute)));
                }
            }
        }
        return properties;
    }

    /** As "Using SNOMED CT with HL7 Standards" names them: with terms, and terse. */
    private void addNormalForm(List<ConceptProperty> properties, Expression normal) {
        properties.removeIf(property -> property.code().startsWith("normalForm"));
        properties.add(new ConceptProperty("normalForm", new Value.Text(new ExpressionRendering(edition, Languages.ANY).render(normal))));
        properties.add(new ConceptProperty("normalFormTerse", new Value.Text(ExpressionPrinter.withoutTerms(normal))));
    }

    private Value value(PostcoordinatedConcept.Attribute attribute) {
        ConcreteValue concrete = attribute.concrete();
        if (concrete != null) {
            return SnomedProperties.value(concrete);
        }
        PostcoordinatedConcept nested = attribute.nested();
        return new Value.Code(nested == null ? edition.code(attribute.value()) : nested.code());
    }

    @Override
    public List<Extension> extensions(int ordinal) {
        return List.of();
    }

    @Override
    public Hierarchy hierarchy() {
        return edition.hierarchy();
    }

    @Override
    public void forEachParent(int ordinal, IntConsumer visitor) {
        edition.hierarchy().forEachParent(nearest(ordinal), visitor);
    }

    @Override
    public void forEachChild(int ordinal, IntConsumer visitor) {
        edition.hierarchy().forEachChild(nearest(ordinal), visitor);
    }

    @Override
    public boolean subsumes(int ancestor, int descendant) {
        if (ancestor == descendant) {
            return true;
        }
        PostcoordinatedConcept subsumer = expression(ancestor);
        PostcoordinatedConcept subsumed = expression(descendant);
        ExpressionSubsumption.Meaning meaning =
                subsumed == null ? subsumption.meaning(descendant) : subsumption.meaning(subsumed);
        return subsumer == null ? subsumption.isAbove(ancestor, meaning) : subsumption.subsumes(subsumer, meaning);
    }

    @Override
    public ConceptSet active() {
        return edition.active().or(ConceptSet.range(edition.size(), size()));
    }

    @Override
    public ConceptSet filter(ConceptFilter filter) {
        RoaringBitmap passing = edition.filter(filter).toBitmap();
        for (int ordinal = edition.size(); ordinal < size(); ordinal++) {
            if (passes(filter, concepts.get(ordinal - edition.size()), ordinal)) {
                passing.add(ordinal);
            }
        }
        return ConceptSet.of(passing);
    }

    @Override
    public Explanation explain(ConceptFilter filter, int ordinal) {
        PostcoordinatedConcept expression = expression(ordinal);
        if (expression == null) {
            return edition.explain(filter, ordinal);
        }
        return SnomedFilters.isConstraint(filter)
                ? edition.explain(expression, filter.value())
                : CodeSystemVersion.super.explain(filter, ordinal);
    }

    private boolean passes(ConceptFilter filter, PostcoordinatedConcept concept, int ordinal) {
        return switch (filter.property()) {
            case "concept", "code" -> passesOnConcept(filter, ordinal);
            case "expressions" -> filter.value().equals("true");
            case "constraint" -> edition.satisfies(concept, filter.value());
            case "inactive" -> filter.value().equals("false");
            default -> false;
        };
    }

    private boolean passesOnConcept(ConceptFilter filter, int ordinal) {
        int value = locate(filter.value());
        return switch (filter.operator()) {
            case IS_A -> value >= 0 && subsumes(value, ordinal);
            case DESCENDENT_OF -> value >= 0 && value != ordinal && subsumes(value, ordinal);
            case IS_NOT_A -> value >= 0 && !subsumes(value, ordinal);
            case EQUALS -> value == ordinal;
            default -> false;
        };
    }

    @Override
    public TextSearch text() {
        return edition.text();
    }

    @Override
    public @Nullable Term term(int ordinal, Languages languages) {
        PostcoordinatedConcept expression = expression(ordinal);
        if (expression == null) {
            return edition.term(ordinal, languages);
        }
        return new Term(
                new ExpressionRendering(edition, languages).render(expression.expression()), displayLanguage(ordinal), true);
    }

    @Override
    public boolean serves(Designation designation, Languages languages) {
        return edition.serves(designation, languages);
    }

    @Override
    public boolean isShownByDefault(String property) {
        return edition.isShownByDefault(property);
    }

    @Override
    public @Nullable String editionName() {
        return edition.editionName();
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public boolean hasGrammar() {
        return true;
    }

    @Override
    public CodeSystemVersion withExpressions(Collection<String> codes) {
        return of(edition, this, codes);
    }

    @Override
    public Retirement retirement(int ordinal) {
        return isExpression(ordinal) ? Retirement.UNKNOWN : edition.retirement(ordinal);
    }

    @Override
    public @Nullable Message whyNoExpression(String code) {
        return edition.whyNoExpression(code);
    }

    @Override
    public boolean isExpression(int ordinal) {
        return ordinal >= edition.size();
    }

    @Override
    public @Nullable List<Objection> objections(int ordinal) {
        PostcoordinatedConcept expression = expression(ordinal);
        ConceptModel model = expression == null ? null : edition.conceptModel();
        return expression == null || model == null ? null : ConceptModelCheck.objections(edition, model, expression);
    }

    @Override
    public @Nullable Message reservation(int ordinal) {
        return isExpression(ordinal) ? Message.of("expression-not-checked-against-model") : null;
    }
}
