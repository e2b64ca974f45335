package no.normverk.loading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import no.normverk.authoring.AuthoringException;
import no.normverk.fhir.resource.ResourceDocument;

/** Content that people write in a form of its own, in a folder of the content directory, and that is served as resources. */
public interface AuthoredContent {
    /** Name of the folder, right below the content directory; files in it are read by nobody else. */
    String folder();

    /**
     * Reads the folder.
     *
     * @throws AuthoringException with all problems, each with its file and line, when it cannot be used
     */
    List<ResourceDocument> read(Path folder) throws IOException;
}
