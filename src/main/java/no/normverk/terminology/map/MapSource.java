package no.normverk.terminology.map;

import org.jspecify.annotations.Nullable;

/**
 * A mapping seen from its target.
 *
 * @param code the source code
 * @param display its text in the map
 * @param mapping the mapping from it to the target
 */
public record MapSource(String code, @Nullable String display, MapTarget mapping) {}
