package no.normverk.command;

import java.nio.file.Path;

/**
 * What a server is started with.
 *
 * @param data the data directory
 * @param content the content directory
 * @param profiles the directory of our own profiles and vocabulary
 * @param port where to listen; 0 for any free port
 */
public record ServerSettings(Path data, Path content, Path profiles, int port) {}
