package no.normverk;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Releases and suites that are licensed or large, and so not part of the project: a folder {@code shared} beside it holds them where there is one; {@code -Dnormverk.shared=DIR} says that it is
 * elsewhere.
 */
public final class SharedMaterial {

    private static final Path FOLDER =
            Path.of(System.getProperty("normverk.shared", "../shared")).toAbsolutePath().normalize();

    private SharedMaterial() {}

    /** Where a file or folder of it would be. */
    public static Path path(String inside) {
        return FOLDER.resolve(inside);
    }

    /**
     * A file or folder of it. Where it is missing the test is left out, except in CI, where it has to be there and the test fails.
     *
     * @param what what is tested with it, for people
     */
    public static Path require(String what, String inside) {
        Path path = path(inside);
        if (Files.exists(path)) {
            return path;
        }
        String message = what + ": there is no " + path;
        if ("true".equals(System.getenv("CI"))) {
            fail(message);
        }
        return abort(message);
    }
}
