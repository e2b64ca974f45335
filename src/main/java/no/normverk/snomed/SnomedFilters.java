package no.normverk.snomed;

import java.util.Collection;
import java.util.function.Function;
import no.normverk.terminology.ConceptFilter;
import no.normverk.terminology.ConceptSet;
import no.normverk.terminology.FilterOperator;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Message;
import no.normverk.terminology.TerminologyException;
import no.normverk.terminology.validation.UnknownCode;
import org.roaringbitmap.RoaringBitmap;

/**
 * The value set filters of SNOMED CT (terminology.hl7.org, Using SNOMED CT with HL7 Standards): on the concept, on the hierarchy,
 * on attributes by SCTID, on status columns, and {@code constraint} for expression constraints.
 */
final class SnomedFilters {

    private final SnomedEdition edition;
    private final EclEvaluator ecl;

    SnomedFilters(SnomedEdition edition, EclEvaluator ecl) {
        this.edition = edition;
        this.ecl = ecl;
    }

    ConceptSet evaluate(ConceptFilter filter) {
        return switch (filter.property()) {
            case "concept", "code" -> byConcept(filter);
            case "constraint" -> equalsOnly(filter, value -> ecl.evaluate(edition, value));
            case "expressions" -> equalsOnly(filter, value -> edition.all());
            case "parent" -> listed(filter, value -> edition.hierarchy().children(concept(value)));
            case "child" -> listed(filter, value -> edition.hierarchy().parents(concept(value)));
            case "moduleId" -> listed(filter, this::inModule);
            case "effectiveTime" -> listed(filter, this::effectiveOn);
            case "inactive" -> equalsOnly(filter, value -> inactive(truth(filter, value)));
            case "sufficientlyDefined" -> equalsOnly(filter, value -> defined(truth(filter, value)));
            case "semanticTag" -> listed(filter, this::tagged);
            default -> byAttribute(filter);
        };
    }

    /** Whether a filter selects a concept; a constraint is tried on that concept alone. */
    boolean selects(ConceptFilter filter, int concept) {
        return isConstraint(filter) ? ecl.selects(edition, concept, filter.value()) : evaluate(filter).contains(concept);
    }

    /** Whether a filter is an expression constraint. */
    static boolean isConstraint(ConceptFilter filter) {
        return filter.property().equals("constraint") && filter.operator() == FilterOperator.EQUALS;
    }

    private ConceptSet byConcept(ConceptFilter filter) {
        String value = filter.value().trim();
        return switch (filter.operator()) {
            case IS_A -> edition.hierarchy().selfAndDescendants(concept(value));
            case DESCENDENT_OF -> edition.hierarchy().descendants(concept(value));
            case CHILD_OF -> edition.hierarchy().children(concept(value));
            case GENERALIZES -> edition.hierarchy().selfAndAncestors(concept(value));
            case IS_NOT_A -> edition.active().minus(edition.hierarchy().selfAndDescendants(concept(value)));
            case DESCENDENT_LEAF ->
                edition.hierarchy().descendants(concept(value)).and(edition.hierarchy().leaves());
            case EQUALS -> ConceptSet.of(concept(value));
            case IN -> in(value);
            default -> throw unsupported(filter);
        };
    }

    /** A reference set's members; what is no reference set here is a list of codes. */
    private ConceptSet in(String value) {
        long refset = Sctid.parse(value);
        if (refset > 0 && edition.refsets().has(refset)) {
            return edition.refsets().members(refset);
        }
        RoaringBitmap concepts = new RoaringBitmap();
        for (String code : value.split(",")) {
            concepts.add(concept(code.trim()));
        }
        boolean emptyRefset = concepts.getCardinality() == 1 && !value.contains(",");
        return emptyRefset ? ConceptSet.EMPTY : ConceptSet.of(concepts);
    }

    private ConceptSet byAttribute(ConceptFilter filter) {
        long id = Sctid.parse(filter.property());
        if (id < 0) {
            throw unsupported(filter);
        }
        int attribute = concept(filter.property());
        if (filter.operator() == FilterOperator.EXISTS) {
            ConceptSet having = edition.attributes().concepts(edition.attributes().rows(attribute));
            return truth(filter, filter.value()) ? having : edition.active().minus(having);
        }
        return listed(filter, value -> withAttribute(attribute, concept(value)));
    }

    private ConceptSet withAttribute(int attribute, int value) {
        AttributeRelationships relationships = edition.attributes();
        RoaringBitmap concepts = new RoaringBitmap();
        for (int i = relationships.targetStart(value); i < relationships.targetEnd(value); i++) {
            int relationship = relationships.byTarget(i);
            if (relationships.type(relationship) == attribute) {
                concepts.add(relationships.source(relationship));
            }
        }
        return ConceptSet.of(concepts);
    }

    /** The concepts that have all the attributes with these values in one relationship group. */
    ConceptSet inOneGroup(Collection<ConceptFilter> together) {
        RoaringBitmap rows = null;
        for (ConceptFilter filter : together) {
            if (filter.operator() != FilterOperator.EQUALS || Sctid.parse(filter.property()) < 0) {
                throw unsupported(filter);
            }
            RoaringBitmap having = rowsWith(concept(filter.property()), concept(filter.value().trim()));
            rows = rows == null ? having : RoaringBitmap.and(rows, having);
        }
        RoaringBitmap concepts = new RoaringBitmap();
        if (rows != null) {
            rows.forEach((int row) -> concepts.add(edition.attributes().conceptOfRow(row)));
        }
        return ConceptSet.of(concepts);
    }

    private RoaringBitmap rowsWith(int attribute, int value) {
        AttributeRelationships relationships = edition.attributes();
        RoaringBitmap rows = new RoaringBitmap();
        for (int i = relationships.targetStart(value); i < relationships.targetEnd(value); i++) {
            int relationship = relationships.byTarget(i);
            if (relationships.type(relationship) == attribute) {
                rows.add(relationships.row(relationship));
            }
        }
        return rows;
    }

    private ConceptSet inModule(String value) {
        long module = Sctid.parse(value);
        return ConceptSet.where(edition.size(), ordinal -> edition.module(ordinal) == module);
    }

    private ConceptSet effectiveOn(String value) {
        long day = Sctid.parse(value.replace("-", ""));
        return ConceptSet.where(edition.size(), ordinal -> edition.effectiveTime(ordinal) == day);
    }

    private ConceptSet inactive(boolean wanted) {
        return wanted ? edition.all().minus(edition.active()) : edition.active();
    }

    private ConceptSet defined(boolean wanted) {
        return ConceptSet.where(edition.size(), ordinal -> edition.isDefined(ordinal) == wanted);
    }

    private ConceptSet tagged(String tag) {
        return ConceptSet.where(edition.size(), ordinal -> edition.semanticTag(ordinal).equals(tag));
    }

    private ConceptSet equalsOnly(ConceptFilter filter, Function<String, ConceptSet> evaluation) {
        if (filter.operator() != FilterOperator.EQUALS) {
            throw unsupported(filter);
        }
        return evaluation.apply(filter.value().trim());
    }

    /** {@code =} with one value, {@code in} with several parted by commas. */
    private ConceptSet listed(ConceptFilter filter, Function<String, ConceptSet> evaluation) {
        return switch (filter.operator()) {
            case EQUALS -> evaluation.apply(filter.value().trim());
            case IN -> {
                ConceptSet all = ConceptSet.EMPTY;
                for (String value : filter.value().split(",")) {
                    all = all.or(evaluation.apply(value.trim()));
                }
                yield all;
            }
            default -> throw unsupported(filter);
        };
    }

    private boolean truth(ConceptFilter filter, String value) {
        return switch (value.trim()) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default ->
                throw new TerminologyException(Issue.error(
                        "invalid", "vs-invalid", Message.of("snomed-filter-not-boolean", filter.property(), value), null));
        };
    }

    private int concept(String code) {
        int ordinal = edition.locate(code);
        if (ordinal < 0) {
            throw new TerminologyException(Issue.error(
                    "not-found",
                    "invalid-code",
                    UnknownCode.message(edition, code),
                    null));
        }
        return ordinal;
    }

    private static TerminologyException unsupported(ConceptFilter filter) {
        return new TerminologyException(Issue.error(
                "not-supported",
                "vs-invalid",
                Message.of("snomed-filter-unsupported", filter.property(), filter.operator().code(), filter.value()),
                null));
    }
}
