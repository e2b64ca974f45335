package no.normverk.terminology.change;

import java.util.List;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.Retirement;
import org.jspecify.annotations.Nullable;

/**
 * One change of one code.
 *
 * @param kind in which respect
 * @param code the code
 * @param display its display: in the newer version, or in the older when it is only there
 * @param before the display before, when that is what changed
 * @param retirement why it is no longer to be used and what takes its place
 * @param gained parents, or codes it is mapped to, that are new
 * @param lost parents, or codes it is mapped to, that are gone
 * @param about the map or value set that it is about
 */
public record Change(
        ChangeKind kind,
        String code,
        @Nullable String display,
        @Nullable String before,
        Retirement retirement,
        List<String> gained,
        List<String> lost,
        @Nullable Canonical about) {

    static Change of(ChangeKind kind, String code, @Nullable String display) {
        return new Change(kind, code, display, null, Retirement.UNKNOWN, List.of(), List.of(), null);
    }

    static Change retired(ChangeKind kind, String code, @Nullable String display, Retirement retirement) {
        return new Change(kind, code, display, null, retirement, List.of(), List.of(), null);
    }
}
