package no.normverk.terminology.map;

import java.util.List;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.Coding;
import org.jspecify.annotations.Nullable;

/**
 * A question of what codes correspond to.
 *
 * @param codings what to translate; in reverse, what to find the sources of
 * @param map the map to use, or {@code null} for every map that fits
 * @param suppliedMap a map that came with the question
 * @param sourceScope only maps from this value set
 * @param targetScope only maps into this value set
 * @param otherSystem only results in this system
 * @param reverse whether to go from target to source
 * @param dependencies facts about the source that mappings may depend on
 * @param through systems to go through one after the other on the way to {@code otherSystem}; empty to go there at once
 */
public record TranslationRequest(
        List<Coding> codings,
        @Nullable Canonical map,
        @Nullable ConceptMapDefinition suppliedMap,
        @Nullable String sourceScope,
        @Nullable String targetScope,
        @Nullable String otherSystem,
        boolean reverse,
        List<MapAttribute> dependencies,
        List<String> through) {

    /** A question that goes straight to the target. */
    public TranslationRequest(
            List<Coding> codings,
            @Nullable Canonical map,
            @Nullable ConceptMapDefinition suppliedMap,
            @Nullable String sourceScope,
            @Nullable String targetScope,
            @Nullable String otherSystem,
            boolean reverse,
            List<MapAttribute> dependencies) {
        this(codings, map, suppliedMap, sourceScope, targetScope, otherSystem, reverse, dependencies, List.of());
    }

    /** The question of one step: any map that leads from a code to a system. */
    TranslationRequest step(Coding coding, String target) {
        return new TranslationRequest(List.of(coding), null, null, null, null, target, reverse, dependencies, List.of());
    }
}
