package no.normverk.terminology;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    @Override
    public Text codeText(int ordinal) {
        return version().codeText(ordinal);
    }

    @Override
    public boolean isSelected(ConceptFilter filter, int ordinal) {
        return version().isSelected(filter, ordinal);
    }

    @Override
    public @Nullable Message whyNotValid(int ordinal) {
        return version().whyNotValid(ordinal);
    }

    @Override
    public Retirement retirement(int ordinal) {
        return version().retirement(ordinal);
    }

    @Override
    public @Nullable List<Objection> objections(int ordinal) {
        return version().objections(ordinal);
    }

    @Override
    public boolean serves(Designation designation, Languages languages) {
        return version().serves(designation, languages);
    }
}
