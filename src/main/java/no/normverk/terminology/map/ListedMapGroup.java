package no.normverk.terminology.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A group whose mappings are listed in memory. */
public final class ListedMapGroup implements MapGroup {

    /**
     * One source code and where it leads.
     *
     * @param code the source code
     * @param display its text in the map
     * @param targets its targets, in the author's order
     */
    public record Element(String code, @Nullable String display, List<MapTarget> targets) {}

    private final @Nullable String source;
    private final @Nullable String sourceVersion;
    private final @Nullable String target;
    private final @Nullable String targetVersion;
    private final @Nullable Unmapped unmapped;
    private final Map<String, List<MapTarget>> targets = new LinkedHashMap<>();
    private final Map<String, List<MapSource>> sources = new HashMap<>();

    public ListedMapGroup(
            @Nullable String source,
            @Nullable String sourceVersion,
            @Nullable String target,
            @Nullable String targetVersion,
            List<Element> elements,
            @Nullable Unmapped unmapped) {
        this.source = source;
        this.sourceVersion = sourceVersion;
        this.target = target;
        this.targetVersion = targetVersion;
        this.unmapped = unmapped;
        for (Element element : elements) {
            targets.computeIfAbsent(element.code(), code -> new ArrayList<>()).addAll(element.targets());
            for (MapTarget mapping : element.targets()) {
                if (mapping.code() != null) {
                    sources.computeIfAbsent(mapping.code(), code -> new ArrayList<>())
                            .add(new MapSource(element.code(), element.display(), mapping));
                }
            }
        }
    }

    @Override
    public @Nullable String source() {
        return source;
    }

    @Override
    public @Nullable String sourceVersion() {
        return sourceVersion;
    }

    @Override
    public @Nullable String target() {
        return target;
    }

    @Override
    public @Nullable String targetVersion() {
        return targetVersion;
    }

    @Override
    public @Nullable List<MapTarget> targets(String sourceCode) {
        return targets.get(sourceCode);
    }

    @Override
    public List<MapSource> sources(String targetCode) {
        return sources.getOrDefault(targetCode, List.of());
    }

    @Override
    public @Nullable Unmapped unmapped() {
        return unmapped;
    }
}
