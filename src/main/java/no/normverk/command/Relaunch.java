package no.normverk.command;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Starts the server with its {@link ClassCache}. The JDK takes a cache from its command line alone, and a jar cannot bring options along; so the process replaces itself, by {@code execv}, with the
 * same command line and the cache on it. It stays the same process for whoever started it: its number, its streams, its limits.
 *
 * <p>Only on Linux, and only where nothing speaks against it; otherwise the start goes on as it is. Runs before anything else of the program does: it needs nothing but the JDK.
 */
public final class Relaunch {

    /** Options that choose a cache themselves, or whose effect would have to be had twice. */
    private static final List<String> LEFT_ALONE = List.of(
            "-XX:AOT", "-XX:SharedArchiveFile", "-XX:+AutoCreateSharedArchive", "-XX:ArchiveClassesAtExit", "-Xshare",
            "-agentlib:", "-agentpath:", "-javaagent:", "-Xrun", "-XX:Flags", "-XX:VMOptionsFile");

    private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");
    private static final Path EXECUTABLE = Path.of("/proc/self/exe");

    private Relaunch() {}

    /** Replaces this process where that makes the start faster; returns where it does not. */
    public static void withClassCache(String[] arguments) {
        if (arguments.length == 0 || !arguments[0].equals("serve") || !Files.isReadable(COMMAND_LINE)) {
            return;
        }
        Optional<ClassCache> cache = ClassCache.ofThisProgram().filter(ClassCache::isCurrent);
        if (cache.isEmpty()) {
            return;
        }
        try {
            Optional<List<String>> next = commandLine(running(), System.getenv(), cache.get().file());
            if (next.isPresent()) {
                execute(EXECUTABLE.toRealPath(), next.get());
            }
        } catch (IOException | RuntimeException e) {
            // The start goes on without the cache, and is only slower.
        }
    }

    /**
     * The command line that this one becomes.
     *
     * @param running name of the executable, options, {@code -jar} with the jar, arguments
     * @param environment may have options too
     * @return empty when the process is to stay as it is
     */
    static Optional<List<String>> commandLine(List<String> running, Map<String, String> environment, Path cache) {
        int jar = running.indexOf("-jar");
        if (jar < 1) {
            return Optional.empty();
        }
        List<String> options = new ArrayList<>(running.subList(1, jar));
        for (String variable : List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS")) {
            options.addAll(List.of(environment.getOrDefault(variable, "").split("\\s+")));
        }
        if (options.stream().anyMatch(option -> LEFT_ALONE.stream().anyMatch(option::startsWith))) {
            return Optional.empty();
        }
        List<String> next = new ArrayList<>(running);
        next.add(1, "-XX:AOTCache=" + cache.toAbsolutePath());
        return Optional.of(next);
    }

    private static List<String> running() throws IOException {
        String line = new String(Files.readAllBytes(COMMAND_LINE), StandardCharsets.UTF_8);
        List<String> parts = new ArrayList<>();
        for (int from = 0, end = line.indexOf('\0'); end >= 0; from = end + 1, end = line.indexOf('\0', from)) {
            parts.add(line.substring(from, end));
        }
        return parts;
    }

    /** Does not return, except when the system refuses. */
    private static void execute(Path executable, List<String> commandLine) {
        Linker linker = Linker.nativeLinker();
        try (Arena arena = Arena.ofConfined()) {
            MethodHandle execv = linker.downcallHandle(
                    linker.defaultLookup().findOrThrow("execv"),
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS));
            // One more than there are parts: the list ends with a null.
            MemorySegment parts = arena.allocate(ValueLayout.ADDRESS, commandLine.size() + 1L);
            for (int i = 0; i < commandLine.size(); i++) {
                parts.setAtIndex(ValueLayout.ADDRESS, i, arena.allocateFrom(commandLine.get(i)));
            }
            int refused = (int) execv.invokeExact(arena.allocateFrom(executable.toString()), parts);
            assert refused == -1;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
