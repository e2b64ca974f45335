package no.normverk.terminology.valueset;

import no.normverk.terminology.Languages;
import org.jspecify.annotations.Nullable;

/**
 * How a value set shall be expanded.
 *
 * @param valueSet which
 * @param filter words that some text of each concept must have, or {@code null}
 * @param offset how many concepts to leave out at the beginning, or {@code null} when the caller does not page
 * @param count how many concepts to return at the most, or {@code null} for all
 * @param nested whether concepts may be nested in their parents
 * @param languages the caller's languages, for ranking text hits
 * @param limit how many concepts may be returned to a caller who names no count
 */
public record ExpansionRequest(
        ValueSetDefinition valueSet,
        @Nullable String filter,
        @Nullable Integer offset,
        @Nullable Integer count,
        boolean nested,
        Languages languages,
        int limit) {}
