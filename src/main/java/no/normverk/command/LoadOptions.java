package no.normverk.command;

import java.nio.file.Path;
import java.util.List;
import no.normverk.loading.LoadRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code load} and {@code inspect} are asked with. */
final class LoadOptions {
    @Parameters(paramLabel = "FILE", arity = "1..*", description =
            "Files and folders, loaded as one whole; formats are told by content")
    List<Path> files = List.of();

    @Option(
            names = "--version",
            paramLabel = "VERSION",
            description = "Version of the code system, for files that do not state it (FinnKode downloads, single lists of "
                    + "@navikt/diagnosekoder)")
    @Nullable String version;

    @Option(
            names = "--version-uri",
            paramLabel = "URI",
            description = "Version of the edition, such as http://snomed.info/sct/51000202101/version/20251215, in place of "
                    + "the release's own")
    @Nullable String versionUri;

    LoadRequest request() {
        return new LoadRequest(files, version, versionUri, System.getProperty("user.name", "unknown"));
    }
}
