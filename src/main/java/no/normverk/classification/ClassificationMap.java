package no.normverk.classification;

import java.util.List;
import no.normverk.terminology.map.ListedMapGroup;
import org.jspecify.annotations.Nullable;

/**
 * A map between classifications as its file gives it.
 *
 * @param url canonical URL
 * @param version business version
 * @param name computable name
 * @param title name for people
 * @param date the day of the release ({@code 2024-01-21}), or {@code null} when the file does not say
 * @param publisher who publishes the file
 * @param description what the file holds, and what its relationships mean
 * @param groups what is mapped, by pair of systems
 * @param facts what the reader has to tell about the file
 */
public record ClassificationMap(
        String url,
        String version,
        String name,
        String title,
        @Nullable String date,
        String publisher,
        String description,
        List<Group> groups,
        FileFacts facts) {

    public ClassificationMap {
        groups = List.copyOf(groups);
    }

    /**
     * The mappings of one pair of systems.
     *
     * @param source canonical URL of the system mapped from
     * @param sourceVersion its version, {@code null} when the file does not say
     * @param target canonical URL of the system mapped to
     * @param targetVersion its version, {@code null} when the file does not say
     * @param elements each source code once, in the file's order
     */
    public record Group(
            String source,
            @Nullable String sourceVersion,
            String target,
            @Nullable String targetVersion,
            List<ListedMapGroup.Element> elements) {
        public Group {
            elements = List.copyOf(elements);
        }
    }
}
