package no.normverk.terminology.map;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mappings from one system to another ({@code ConceptMap.group}), looked up code by code. */
public interface MapGroup {

    @Nullable String source();

    @Nullable String sourceVersion();

    @Nullable String target();

    @Nullable String targetVersion();

    /** The targets of a source code in the map's order; {@code null} when the map does not mention the code. */
    @Nullable List<MapTarget> targets(String sourceCode);

    /** The source codes that map to a target code, each with the mapping that leads there. */
    List<MapSource> sources(String targetCode);

    /**
     * Whether a row for a code also tells something of narrower codes that the map does not mention. It does where codes are classified; it does not where rows say what became of one concept, or
     * hold under rules only.
     */
    default boolean coversNarrowerCodes() {
        return true;
    }

    /** What to do with codes that the map does not mention, or {@code null} when it does not say. */
    @Nullable Unmapped unmapped();
}
