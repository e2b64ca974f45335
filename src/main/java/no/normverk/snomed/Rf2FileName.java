package no.normverk.snomed;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a release file says (SNOMED CT Release File Specification, section 3.3.2): {@code
 * sct2_Description_Snapshot-en_INT_20250909.txt}, {@code der2_cRefset_LanguageSnapshot-en_INT_20250909.txt}.
 *
 * @param kind what the rows are
 * @param release full, snapshot or delta
 * @param fieldTypes for reference sets, a letter per further column: c component, i integer, s string
 * @param series the name without the release type: files of one series have the same content
 */
record Rf2FileName(Kind kind, Release release, String fieldTypes, String series) {

    enum Kind {
        CONCEPT,
        DESCRIPTION,
        RELATIONSHIP,
        CONCRETE_VALUE,
        REFSET,
        IDENTIFIER,
        /** Known to RF2, and left out: OWL axioms replaced them. */
        STATED_RELATIONSHIP
    }

    enum Release {
        FULL,
        SNAPSHOT,
        DELTA
    }

    private static final Pattern CORE =
            Pattern.compile("[xz]?sct2_([A-Za-z]+)_(Full|Snapshot|Delta)([^.]*)\\.txt", Pattern.CASE_INSENSITIVE);
    private static final Pattern REFSET = Pattern.compile(
            "[xz]?(?:der2|sct2)_([cis]*)Refset_([A-Za-z0-9_-]*?)(Full|Snapshot|Delta)([^.]*)\\.txt", Pattern.CASE_INSENSITIVE);

    /** Reads a name without folders; empty when it is not that of a release file. */
    static Optional<Rf2FileName> parse(String name) {
        Matcher refset = REFSET.matcher(name);
        if (refset.matches()) {
            return Optional.of(new Rf2FileName(
                    Kind.REFSET,
                    release(refset.group(3)),
                    refset.group(1),
                    "Refset_" + refset.group(1) + "_" + refset.group(2) + refset.group(4)));
        }
        Matcher core = CORE.matcher(name);
        if (!core.matches()) {
            return Optional.empty();
        }
        Optional<Kind> kind = kind(core.group(1));
        return kind.map(known ->
                new Rf2FileName(known, release(core.group(2)), "", core.group(1) + core.group(3)));
    }

    private static Optional<Kind> kind(String content) {
        return Optional.ofNullable(
                switch (content) {
                    case "Concept" -> Kind.CONCEPT;
                    case "Description", "TextDefinition" -> Kind.DESCRIPTION;
                    case "Relationship" -> Kind.RELATIONSHIP;
                    case "RelationshipConcreteValues" -> Kind.CONCRETE_VALUE;
                    case "StatedRelationship" -> Kind.STATED_RELATIONSHIP;
                    case "Identifier" -> Kind.IDENTIFIER;
                    default -> null;
                });
    }

    private static Release release(String text) {
        return Release.valueOf(text.toUpperCase(java.util.Locale.ROOT));
    }
}
