package no.normverk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.normverk.snomed.CompileOptions;
import no.normverk.snomed.Sctid;
import no.normverk.snomed.SnomedCompiler;
import no.normverk.snomed.SnomedEdition;
import no.normverk.snomed.SyntheticEdition;
import no.normverk.snomed.constraint.SnomedEditions;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.edition.Progress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The synthetic edition in SNOMED CT's form, which answers while no edition of SNOMED CT is loaded and is gone as soon as one is:
 * nobody who loaded SNOMED CT shall find it among the versions. It is compiled when it is first needed, to a temporary directory.
 */
final class StandInEdition implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StandInEdition.class);

    private final Path release;
    private @Nullable Path directory;
    private @Nullable SnomedEdition edition;
    private boolean broken;

    /** @param content the content directory, in which the edition's RF2 files are in {@code snomed-synthetic} */
    StandInEdition(Path content) {
        this.release = content.resolve("snomed-synthetic");
    }

    /** The editions with this one among them, when none of them is of SNOMED CT. */
    synchronized List<CodeSystemVersion> beside(List<CodeSystemVersion> loaded) {
        boolean unneeded = loaded.stream().anyMatch(version -> version.header().url().equals(Sctid.SYSTEM));
        if (unneeded) {
            return loaded;
        }
        return Stream.concat(loaded.stream(), edition().stream()).toList();
    }

    private Optional<CodeSystemVersion> edition() {
        if (edition == null && !broken && Files.isDirectory(release)) {
            open();
        }
        return Optional.ofNullable(edition);
    }

    /** Without the stand-in a server is as good as before there was one: it is told in the log, and not tried again. */
    private void open() {
        try {
            Path made = Files.createTempDirectory("normverk-synthetic");
            directory = made;
            SnomedCompiler.compile(
                    List.of(release), new CompileOptions(SyntheticEdition.VERSION), made.resolve("edition"), Progress.NONE);
            edition = SnomedEditions.open(made.resolve("edition"));
            LOG.info("No edition of SNOMED CT is loaded; {} answers for it, synthetic content of {}", SyntheticEdition.VERSION, release);
        } catch (IOException | RuntimeException e) {
            broken = true;
            LOG.warn("The synthetic edition in {} cannot be used", release, e);
        }
    }

    @Override
    public synchronized void close() {
        if (edition != null) {
            edition.close();
            edition = null;
            broken = true;
        }
        Path made = directory;
        if (made == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(made)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warn("The temporary directory {} could not be removed", made, e);
        }
    }
}
