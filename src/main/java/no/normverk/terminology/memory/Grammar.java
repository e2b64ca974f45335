package no.normverk.terminology.memory;

import no.normverk.terminology.ConceptFilter;
import no.normverk.terminology.Message;
import org.jspecify.annotations.Nullable;

/** The rules by which the codes of a code system are put together. Immutable and safe for use by several threads. */
public interface Grammar {

    /** What a code means, or {@code null} when it breaks the rules. */
    @Nullable ConceptDefinition read(String code);

    /** Why a code breaks the rules, or {@code null} when there is nothing to say. */
    default @Nullable Message whyNot(String code) {
        return null;
    }

    /** Why a filter leaves a code out, where that is worth telling. */
    default @Nullable Message whyNotSelected(ConceptFilter filter, String code) {
        return null;
    }

    /** Whether {@code $lookup} tells a property without being asked for it. */
    default boolean isShownByDefault(String property) {
        return true;
    }
}
