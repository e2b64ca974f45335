package no.normverk.snomed;

/**
 * The columns of a SNOMED CT edition (kind {@code snomed}), beside those of the text index. {@code n} is the number of concepts,
 * {@code x.start} columns have one element more than what they are about, and an ordinal's part of {@code x} reaches from {@code
 * start[ordinal]} to {@code start[ordinal + 1]}.
 */
final class SnomedColumns {

    static final String KIND = "snomed";

    /** Flag of concepts, refset rows and description kinds. */
    static final int ACTIVE = 1;
    /** Flag of concepts: sufficiently defined. */
    static final int DEFINED = 2;

    /** longs: SCTID by ordinal. */
    static final String CONCEPT_ID = "concept.id";
    /** longs: all SCTIDs ascending; and ints: their ordinals. */
    static final String CONCEPT_SORTED_ID = "concept.sortedId";

    static final String CONCEPT_SORTED_ORDINAL = "concept.sortedOrdinal";
    /** ints: effective time yyyymmdd. */
    static final String CONCEPT_TIME = "concept.time";
    /** ints: position in {@link #MODULES}. */
    static final String CONCEPT_MODULE = "concept.module";

    static final String CONCEPT_FLAGS = "concept.flags";
    /** ints: the six columns of {@link no.normverk.terminology.Hierarchy#columns()}, numbered from 0. */
    static final String HIERARCHY = "hierarchy.";
    /** longs: modules. */
    static final String MODULES = "modules";

    /** ints: descriptions by concept. */
    static final String DESCRIPTION_START = "description.start";

    static final String DESCRIPTION_ID = "description.id";
    /** ints: the descriptions in the order of their identifiers. */
    static final String DESCRIPTION_BY_ID = "description.byId";

    /** ints: position among the kinds of description. */
    static final String DESCRIPTION_KIND = "description.kind";

    static final String DESCRIPTION_TIME = "description.time";
    /** texts. */
    static final String DESCRIPTION_TEXT = "description.text";
    /** ints by ordinal: the description that is the display, or -1. */
    static final String DISPLAY = "display";
    /** texts by ordinal: the entries of {@link no.normverk.terminology.edition.ListedColumn}, of active concepts; editions compiled before there were any have none. */
    static final String LISTED = "listed";

    /** Kinds of description, everything about them that repeats: longs. */
    static final String KIND_TYPE = "kind.type";

    static final String KIND_MODULE = "kind.module";
    static final String KIND_CASE = "kind.case";
    static final String KIND_FLAGS = "kind.flags";
    /** texts: BCP 47. */
    static final String KIND_LANGUAGE = "kind.language";

    static final String KIND_ACCEPTANCE_START = "kind.acceptance.start";
    /** ints: twice the dialect's number, plus one when preferred. */
    static final String KIND_ACCEPTANCE = "kind.acceptance";
    /** longs: language reference sets. */
    static final String DIALECT_ID = "dialect.id";
    /** texts: their languages. */
    static final String DIALECT_LANGUAGE = "dialect.language";

    /** Attribute relationships by source, ordered by group, type, target: ints. */
    static final String ATTRIBUTE_START = "attribute.start";

    static final String ATTRIBUTE_SOURCE = "attribute.source";
    static final String ATTRIBUTE_TYPE = "attribute.type";
    static final String ATTRIBUTE_TARGET = "attribute.target";
    static final String ATTRIBUTE_GROUP = "attribute.group";
    /**
     * ints: number of the group row; relationships of one concept and group share one, each relationship of group 0 has its own.
     */
    static final String ATTRIBUTE_ROW = "attribute.row";
    /** ints: the concept of each group row. */
    static final String ROW_CONCEPT = "row.concept";

    static final String ATTRIBUTE_ID = "attribute.id";
    static final String ATTRIBUTE_MODULE = "attribute.module";
    static final String ATTRIBUTE_TIME = "attribute.time";
    /** ints: positions in the attribute columns, by target; ordered by type, source. */
    static final String INVERSE_START = "inverse.start";

    static final String INVERSE = "inverse";

    /** Concrete values by source. */
    static final String CONCRETE_START = "concrete.start";

    static final String CONCRETE_TYPE = "concrete.type";
    static final String CONCRETE_GROUP = "concrete.group";
    static final String CONCRETE_ROW = "concrete.row";
    static final String CONCRETE_VALUE = "concrete.value";
    /** texts: the distinct values in RF2 form. */
    static final String CONCRETE_VALUES = "concrete.values";

    /** longs: attribute ordinal in the upper half, value ordinal in the lower or {@link GroupPostings#ANY_VALUE}; ascending. */
    static final String POSTING_KEY = "posting.key";
    /** ints, bytes: for each key a bitmap of group rows (Roaring format). */
    static final String POSTING = "posting";

    /** ints, bytes: likewise the concepts that the rows belong to, only where there are many rows. */
    static final String POSTING_CONCEPTS = "posting.concepts";

    /** texts: for each form of rows its field types, then its field names, parted by TAB. */
    static final String REFSET_FORMS = "refset.forms";
    /** longs: reference sets, ascending. */
    static final String REFSET_ID = "refset.id";

    static final String REFSET_FORM = "refset.form";
    /** ints: their rows, from and to, in the columns of the form. */
    static final String REFSET_FROM = "refset.from";

    static final String REFSET_TO = "refset.to";
    /** ints, bytes: for each reference set a bitmap of the concepts that active rows refer to (Roaring format). */
    static final String REFSET_MEMBERS = "refset.members";

    /** Alternate identifiers, ordered by scheme, code; there are none where the columns are missing. longs: schemes. */
    static final String IDENTIFIER_SCHEME = "identifier.scheme";
    /** texts: codes; and ints: ordinals of the concepts. */
    static final String IDENTIFIER_CODE = "identifier.code";

    static final String IDENTIFIER_CONCEPT = "identifier.concept";

    private SnomedColumns() {}

    /** A column of the rows of one form: ordered by reference set, referenced component. */
    static String refsetColumn(int form, String column) {
        return "refset." + form + "." + column;
    }
}
