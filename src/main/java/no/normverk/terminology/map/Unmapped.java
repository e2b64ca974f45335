package no.normverk.terminology.map;

import org.jspecify.annotations.Nullable;

/** What a map does with a code it does not mention ({@code ConceptMap.group.unmapped}). */
public sealed interface Unmapped {

    /** The same code in the target system. */
    record Provided() implements Unmapped {}

    /** Always one and the same code. */
    record Fixed(String code, @Nullable String display) implements Unmapped {}

    /** Ask another map. */
    record OtherMap(String url) implements Unmapped {}
}
