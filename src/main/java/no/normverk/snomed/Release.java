package no.normverk.snomed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.normverk.terminology.edition.Bytes;

/** Everything read from the packages, in its newest state: one table per kind of component. */
final class Release {

    // Concepts
    static final int CONCEPT_MODULE = 0;
    static final int CONCEPT_STATUS = 1;

    // Descriptions and text definitions
    static final int DESCRIPTION_MODULE = 0;
    static final int DESCRIPTION_CONCEPT = 1;
    static final int DESCRIPTION_LANGUAGE = 2;
    static final int DESCRIPTION_TYPE = 3;
    static final int DESCRIPTION_CASE = 4;
    /** Position of the text and, in the upper 32 bits, its length. */
    static final int DESCRIPTION_TEXT = 5;

    // Relationships; a concrete value has the position of its text in place of the target
    static final int RELATIONSHIP_MODULE = 0;
    static final int RELATIONSHIP_SOURCE = 1;
    static final int RELATIONSHIP_TARGET = 2;
    static final int RELATIONSHIP_GROUP = 3;
    static final int RELATIONSHIP_TYPE = 4;
    static final int RELATIONSHIP_CHARACTERISTIC = 5;

    // Reference set members; further fields follow
    static final int MEMBER_MODULE = 0;
    static final int MEMBER_REFSET = 1;
    static final int MEMBER_COMPONENT = 2;
    static final int MEMBER_FIELDS = 3;

    final Origins origins = new Origins();
    final RowTable concepts = new RowTable(2, false);
    final RowTable descriptions = new RowTable(6, false);
    final RowTable relationships = new RowTable(6, false);
    final RowTable concreteValues = new RowTable(6, false);
    /** Language reference sets: the one field is the acceptability. */
    final RowTable acceptabilities = new RowTable(MEMBER_FIELDS + 1, true);
    final Bytes descriptionText = new Bytes();
    final Bytes concreteText = new Bytes();
    /** Alternate identifiers in their newest state. */
    final Map<AlternateIdentifiers.Key, AlternateIdentifiers.Row> identifiers = new HashMap<>();

    final List<String> languages = new ArrayList<>();
    /** All other reference sets, by the form of their rows. */
    final Map<RefsetForm, RefsetTable> refsets = new LinkedHashMap<>();

    /**
     * The form of a reference set's rows.
     *
     * @param types a letter per further column: c component, i integer, s string
     * @param fields names of the further columns
     */
    record RefsetForm(String types, List<String> fields) {}

    /** Rows of one form. A string is the number of its text. */
    static final class RefsetTable {
        final RowTable rows;
        final TextPool texts = new TextPool();

        RefsetTable(RefsetForm form) {
            rows = new RowTable(MEMBER_FIELDS + form.fields().size(), true);
        }
    }

    /** The number of a language code; there are few. */
    int language(byte[] code) {
        String text = new String(code, StandardCharsets.US_ASCII);
        int known = languages.indexOf(text);
        if (known >= 0) {
            return known;
        }
        languages.add(text);
        return languages.size() - 1;
    }
}
