package no.normverk.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that all commands share. */
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "./data",
            descriptionKey = "normverk.data",
            description = "Data directory (default: ${DEFAULT-VALUE}; setting normverk.data, NORMVERK_DATA)")
    Path directory = Path.of("data");
}
