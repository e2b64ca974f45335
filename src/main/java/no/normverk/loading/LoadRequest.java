package no.normverk.loading;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants loaded, or inspected, as one whole.
 *
 * @param files files and folders
 * @param version version of the code system, for formats whose files do not state it
 * @param versionUri version of the edition, in place of what a release says of itself
 * @param who who asks
 */
public record LoadRequest(List<Path> files, @Nullable String version, @Nullable String versionUri, String who) {
    public LoadRequest {
        files = List.copyOf(files);
    }
}
