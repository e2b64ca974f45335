package no.normverk.loading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import no.normverk.loinc.LoincRelease;
import no.normverk.terminology.CodeSystemVersion;
import org.jspecify.annotations.Nullable;

/**
 * LOINC releases as Regenstrief publishes them. An edition is a copy of the files that are read, for a server holds all of LOINC in memory; the version stands in a file beside them.
 */
public final class LoincFormat implements EditionFormat {

    private static final String VERSION = "version.txt";

    @Override
    public String description() {
        return "LOINC release";
    }

    @Override
    public boolean recognises(Path path) throws IOException {
        return LoincRelease.isRelease(path);
    }

    @Override
    public Compiled compile(List<Path> sources, @Nullable String versionUri, Path target, Progress progress) throws IOException {
        if (sources.size() != 1) {
            throw new LoadingException("LOINC: one release makes one edition, not " + sources.size());
        }
        progress.phase("copying", 1);
        LoincRelease.copy(sources.getFirst(), target);
        progress.advance(1);
        progress.phase("reading", 1);
        CodeSystemVersion loinc = LoincRelease.read(target, versionUri);
        progress.advance(1);
        String version = loinc.header().version();
        if (version == null) {
            throw new LoadingException("LOINC: no term of the release tells a version; name it with --version-uri");
        }
        Files.writeString(target.resolve(VERSION), version);
        TreeMap<String, Long> counts = new TreeMap<>();
        counts.put("concepts", (long) loinc.size());
        counts.put("active concepts", (long) loinc.active().cardinality());
        return new Compiled(LoincRelease.URL, version, counts, List.of(), List.of());
    }

    /** Opens an edition of this format. */
    public static CodeSystemVersion open(Path edition) throws IOException {
        return LoincRelease.read(edition, Files.readString(edition.resolve(VERSION)));
    }
}
