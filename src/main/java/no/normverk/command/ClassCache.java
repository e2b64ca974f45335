package no.normverk.command;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The classes of a jar as they are after a start, in a file beside it: what the JDK calls an AOT cache. With it a start takes half of its time. The JDK checks that it fits the jar and
 * itself, and does without it where it does not.
 *
 * <p>Used before anything else of the program is: it needs nothing but the JDK.
 *
 * @param jar the jar
 */
record ClassCache(Path jar) {

    /** The cache of the jar that this program runs from; empty when it runs from a folder of classes. */
    static Optional<ClassCache> ofThisProgram() {
        try {
            Path source = Path.of(ClassCache.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return Files.isRegularFile(source) ? Optional.of(new ClassCache(source)) : Optional.empty();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where it is: {@code normverk.aot} of {@code normverk.jar}. */
    Path file() {
        return jar.resolveSibling(String.valueOf(jar.getFileName()).replaceFirst("\\.jar$", "") + ".aot");
    }

    /** Whether it is there and was made after the jar. */
    boolean isCurrent() {
        try {
            return Files.isRegularFile(file()) && Files.getLastModifiedTime(file()).compareTo(Files.getLastModifiedTime(jar)) >= 0;
        } catch (IOException e) {
            return false;
        }
    }
}
