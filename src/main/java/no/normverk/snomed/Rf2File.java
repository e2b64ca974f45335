package no.normverk.snomed;

import java.io.IOException;
import java.io.InputStream;

/**
 * One release file in a package.
 *
 * @param path package and path within it, for messages
 * @param name what its name says
 * @param bytes its length when that is known, else -1
 * @param source opens it
 */
record Rf2File(String path, Rf2FileName name, long bytes, Source source) {

    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    InputStream open() throws IOException {
        return source.open();
    }
}
