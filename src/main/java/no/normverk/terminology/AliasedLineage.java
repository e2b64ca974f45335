package no.normverk.terminology;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import no.normverk.terminology.naming.Aliases;
import org.jspecify.annotations.Nullable;

/** What is known of families of code systems, under whichever of its URIs a system is called. */
final class AliasedLineage implements Lineage {
    private final Lineage lineage;
    private final Aliases aliases;

    AliasedLineage(Lineage lineage, Aliases aliases) {
        this.lineage = lineage;
        this.aliases = aliases;
    }

    private Stream<String> spellings(String system) {
        return Stream.concat(Stream.of(system), aliases.others(system).stream());
    }

    @Override
    public List<String> broaderCodes(String system, String code) {
        return spellings(system).map(uri -> lineage.broaderCodes(uri, code)).filter(codes -> !codes.isEmpty()).findFirst().orElse(List.of());
    }

    @Override
    public List<String> otherSpellings(String system, String code) {
        return spellings(system).map(uri -> lineage.otherSpellings(uri, code)).filter(codes -> !codes.isEmpty()).findFirst().orElse(List.of());
    }

    @Override
    public @Nullable String base(String system) {
        return spellings(system).map(lineage::base).filter(Objects::nonNull).findFirst().orElse(null);
    }

    @Override
    public @Nullable String chapter(String system, String code) {
        return spellings(system).map(uri -> lineage.chapter(uri, code)).filter(Objects::nonNull).findFirst().orElse(null);
    }

    @Override
    public @Nullable Canonical release(String uri) {
        return lineage.release(uri);
    }
}
