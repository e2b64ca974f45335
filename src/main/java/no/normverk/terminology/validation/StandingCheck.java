package no.normverk.terminology.validation;

import no.normverk.terminology.CodeSystemHeader;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Message;
import no.normverk.terminology.Standing;
import org.jspecify.annotations.Nullable;

/** Tells when an answer rests on a resource that should not be relied on. */
public final class StandingCheck {

    private StandingCheck() {}

    /**
     * The word for it: withdrawn, deprecated, draft or experimental; {@code null} when there is nothing to tell. The standards status outranks the publication status.
     */
    public static @Nullable String concern(Standing standing) {
        String outdated = concernOfValueSet(standing);
        if (outdated != null) {
            return outdated;
        }
        if (standing.status().equals("draft")) {
            return "draft";
        }
        return standing.experimental() ? "experimental" : null;
    }

    /** The same of a value set, whose being a draft or an experiment tells nothing of the codes in it. */
    public static @Nullable String concernOfValueSet(Standing standing) {
        String status = standing.standardsStatus();
        return "withdrawn".equals(status) || "deprecated".equals(status) ? status : null;
    }

    /** What there is to say of a code system, or {@code null}. */
    static @Nullable Issue issue(CodeSystemHeader header) {
        return concern(header.standing()) == null
                ? null
                : issue(header.standing(), "CodeSystem", header.canonical().toString());
    }

    /** What there is to say of a resource, or {@code null}. */
    static @Nullable Issue issue(Standing standing, String resourceType, String canonical) {
        String concern = resourceType.equals("ValueSet") ? concernOfValueSet(standing) : concern(standing);
        if (concern == null) {
            return null;
        }
        String id =
                switch (concern) {
                    case "withdrawn" -> "MSG_WITHDRAWN";
                    case "deprecated" -> "MSG_DEPRECATED";
                    case "draft" -> "MSG_DRAFT";
                    default -> "MSG_EXPERIMENTAL";
                };
        return Issue.information("business-rule", "status-check", Message.of(id, resourceType, canonical), null);
    }
}
