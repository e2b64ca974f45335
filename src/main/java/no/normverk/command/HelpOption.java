package no.normverk.command;

import picocli.CommandLine.Option;

/**
 * Help without the {@code --version} that picocli's own pair of standard options would bring: here that is the version of what is
 * loaded.
 */
final class HelpOption {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help")
    boolean asked;
}
