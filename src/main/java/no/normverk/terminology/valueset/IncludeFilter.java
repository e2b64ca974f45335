package no.normverk.terminology.valueset;

import org.jspecify.annotations.Nullable;

/**
 * A filter of an include as its author wrote it; what is missing or unknown is found when it is used.
 *
 * @param property the property
 * @param operator the operator's code
 * @param value the value
 */
public record IncludeFilter(@Nullable String property, @Nullable String operator, @Nullable String value) {}
