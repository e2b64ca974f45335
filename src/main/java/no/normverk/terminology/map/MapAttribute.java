package no.normverk.terminology.map;

import org.jspecify.annotations.Nullable;

/**
 * A condition on a mapping or an addition to it ({@code dependsOn}, {@code product}).
 *
 * @param property which attribute, as URI
 * @param system the code system of the value, when it is a code
 * @param value the value
 * @param display its text
 */
public record MapAttribute(String property, @Nullable String system, String value, @Nullable String display) {}
