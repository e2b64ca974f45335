package no.normverk.loading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import no.normverk.snomed.CompileOptions;
import no.normverk.snomed.CompileReport;
import no.normverk.snomed.Rf2Package;
import no.normverk.snomed.SnomedCompiler;
import no.normverk.snomed.SnomedEdition;
import org.jspecify.annotations.Nullable;

/** SNOMED CT releases in RF2: all that one load names make one edition, an extension after what it extends. */
public final class Rf2Format implements EditionFormat {
    @Override
    public String description() {
        return "SNOMED CT RF2";
    }

    @Override
    public boolean recognises(Path path) throws IOException {
        try (Rf2Package release = Rf2Package.open(path)) {
            return !release.isEmpty();
        }
    }

    @Override
    public Compiled compile(List<Path> sources, @Nullable String versionUri, Path target, Progress progress)
            throws IOException {
        CompileReport report =
                SnomedCompiler.compile(sources, options(versionUri), target, new PhaseProgress(progress)::at);
        List<String> warnings =
                report.warnings().stream().map(CompileReport.Warning::toString).toList();
        try (SnomedEdition edition = SnomedEdition.open(target)) {
            return new Compiled(edition.header().url(), report.versionUri(), new TreeMap<>(report.counts()), warnings, report.notes());
        }
    }

    private static CompileOptions options(@Nullable String versionUri) {
        try {
            return new CompileOptions(versionUri);
        } catch (IllegalArgumentException e) {
            throw new LoadingException("--version-uri: " + e.getMessage());
        }
    }

    /** Makes phases and steps of what the compiler tells: phase, how much is done, how much there is. */
    private static final class PhaseProgress {
        private final Progress progress;
        private String phase = "";
        private long told;

        PhaseProgress(Progress progress) {
            this.progress = progress;
        }

        synchronized void at(String newPhase, long done, long total) {
            if (!newPhase.equals(phase)) {
                phase = newPhase;
                told = 0;
                progress.phase(newPhase, total);
            }
            progress.advance(done - told);
            told = done;
        }
    }
}
