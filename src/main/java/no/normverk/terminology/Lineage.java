package no.normverk.terminology;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of a family of code systems beyond what any release file says: how its codes are built, and which national edition is made from which international one. */
public interface Lineage {

    /** Knows nothing. */
    Lineage NONE = new Lineage() {};

    /**
     * The codes that a code subdivides, nearest first, by the way the family builds codes; whether or not a release lists them.
     *
     * @return nothing for systems that are not of the family
     */
    default List<String> broaderCodes(String system, String code) {
        return List.of();
    }

    /**
     * The other ways in which the family writes a code, such as with and without ICD-10's dot. Tables between systems are not written the way the systems themselves are.
     *
     * @return nothing for systems that are not of the family
     */
    default List<String> otherSpellings(String system, String code) {
        return List.of();
    }

    /** The system that another is a national edition of, so that a code of both means the same in both; {@code null} when it is none. */
    default @Nullable String base(String system) {
        return null;
    }

    /** The chapter a code is in, as the family numbers its chapters; {@code null} when that cannot be told from the code. */
    default @Nullable String chapter(String system, String code) {
        return null;
    }

    /** The code system and the version that a URI means which names both, such as {@code http://id.who.int/icd/release/11/2024-01/mms}; {@code null} for any other. */
    default @Nullable Canonical release(String uri) {
        return null;
    }
}
