package no.normverk.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import no.normverk.loading.AuthoredContent;
import no.normverk.loading.EditionFormat;
import no.normverk.loading.Loader;
import no.normverk.loading.Progress;
import no.normverk.loading.Verification;
import no.normverk.store.ResourceStore;
import org.jspecify.annotations.Nullable;

/** The parts of the program that commands need and that are put together above them. */
public interface Program {
    /** Release formats that can be compiled. */
    List<EditionFormat> editionFormats();

    /**
     * Who reads which folder of the content directory.
     *
     * @param profiles the directory of our own profiles and vocabulary
     */
    List<AuthoredContent> authoredContent(Path profiles);

    /** The engine's word on a resource. */
    Verification verification();

    /** What loads into a store with these formats and that verification. */
    default Loader loader(ResourceStore store, Progress progress) {
        return new Loader(store, editionFormats(), verification(), Clock.systemDefaultZone(), progress);
    }

    /** Identifies this build; {@code null} when it is not run from a jar. */
    @Nullable String build();

    /** Starts the server and returns when it answers; its threads keep the process alive. */
    void serve(ServerSettings settings);
}
