package no.normverk.terminology.comparison;

import java.util.List;
import no.normverk.terminology.Issue;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison found.
 *
 * @param relation how the first value set relates to the other
 * @param expanded whether the concepts had to be worked out, because the definitions alone did not tell
 * @param codes which codes are where, when they are known and not too many to tell
 * @param reasons why it cannot be known, when it cannot
 */
public record Comparison(Relation relation, boolean expanded, @Nullable Codes codes, List<Issue> reasons) {

    /**
     * Codes by where they are. They are told without their code system.
     *
     * @param common in both
     * @param missing only in the first: the other lacks them
     * @param extra only in the other
     */
    public record Codes(List<String> common, List<String> missing, List<String> extra) {}

    static Comparison of(Shares shares, boolean expanded, @Nullable Codes codes) {
        return new Comparison(shares.relation(), expanded, codes, List.of());
    }

    static Comparison indeterminate(List<Issue> reasons) {
        return new Comparison(Relation.INDETERMINATE, true, null, reasons);
    }
}
