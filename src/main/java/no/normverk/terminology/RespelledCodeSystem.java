package no.normverk.terminology;

import java.util.Collection;

/** A code system version under another URI of its system, so that answers name the system as the caller did. Ordinals, and all else, are those of the version itself. */
public final class RespelledCodeSystem extends ForwardingCodeSystem {

    private final CodeSystemHeader header;

    private RespelledCodeSystem(CodeSystemVersion version, String url) {
        super(version);
        this.header = version.header().withUrl(url);
    }

    /** The version under a URI; itself when that is its own. */
    public static CodeSystemVersion of(CodeSystemVersion version, String url) {
        return version.header().url().equals(url) ? version : new RespelledCodeSystem(version.original(), url);
    }

    @Override
    public CodeSystemHeader header() {
        return header;
    }

    @Override
    public CodeSystemVersion original() {
        return version();
    }

    @Override
    public CodeSystemVersion withExpressions(Collection<String> codes) {
        CodeSystemVersion more = version().withExpressions(codes);
        return more == version() ? this : of(more, header.url());
    }
}
