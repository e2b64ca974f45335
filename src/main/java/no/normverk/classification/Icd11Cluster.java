package no.normverk.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.ConceptProperty;
import no.normverk.terminology.Message;
import org.jspecify.annotations.Nullable;

/**
 * A postcoordinated code of ICD-11 (reference guide, "cluster coding"): stem codes joined by {@code /}, each followed by extension codes of chapter X joined by {@code &}, such as
 * {@code 1B12.3&XA0NE9/5A74.0}.
 *
 * @param stems the stem codes with their extension codes, as ordinals of the version that it was read in
 */
record Icd11Cluster(List<Stem> stems) {

    /**
     * One stem code and what is added to it.
     *
     * @param code ordinal of the stem code
     * @param extensions ordinals of its extension codes, in the order of the cluster
     */
    record Stem(int code, List<Integer> extensions) {
        List<Integer> parts() {
            List<Integer> parts = new ArrayList<>(List.of(code));
            parts.addAll(extensions);
            return parts;
        }
    }

    /** A cluster, or why a code is none. */
    sealed interface Reading {
        record Understood(Icd11Cluster cluster) implements Reading {}

        record Refused(Message why) implements Reading {}
    }

    /** Whether a code is put together from others; a URI is not, though it has slashes. */
    static boolean isComposed(String code) {
        return (code.indexOf('&') > 0 || code.indexOf('/') > 0) && !code.startsWith("http");
    }

    /** Reads a cluster part by part: every part has to be a code of the version, and of the kind that may stand in its place. */
    static Reading read(CodeSystemVersion version, String code) {
        List<Stem> stems = new ArrayList<>();
        for (String group : code.split("/", -1)) {
            String[] parts = group.split("&", -1);
            List<Integer> ordinals = new ArrayList<>();
            for (int i = 0; i < parts.length; i++) {
                String part = parts[i].strip();
                if (part.isEmpty()) {
                    return new Reading.Refused(Message.of("cluster-part-missing", code));
                }
                int ordinal = version.locate(part);
                if (ordinal < 0 || version.isAbstract(ordinal)) {
                    return new Reading.Refused(Message.of("cluster-part-unknown", part, code));
                }
                if (isExtension(version, ordinal) != i > 0) {
                    return new Reading.Refused(Message.of(i > 0 ? "cluster-part-no-extension" : "cluster-part-no-stem", part, code));
                }
                ordinals.add(ordinal);
            }
            stems.add(new Stem(ordinals.getFirst(), List.copyOf(ordinals.subList(1, ordinals.size()))));
        }
        return new Reading.Understood(new Icd11Cluster(List.copyOf(stems)));
    }

    private static boolean isExtension(CodeSystemVersion version, int ordinal) {
        for (ConceptProperty property : version.properties(ordinal)) {
            if (property.code().equals(Icd11TabulationReader.EXTENSION_CODE.code())) {
                return property.value().text().equals("true");
            }
        }
        return false;
    }

    /** All codes of the cluster, stems and extensions, in its order. */
    List<Integer> parts() {
        return stems.stream().flatMap(stem -> stem.parts().stream()).toList();
    }

    /** The cluster with every code as the classification writes it. */
    String code(CodeSystemVersion version) {
        return stems.stream()
                .map(stem -> stem.parts().stream().map(version::code).collect(Collectors.joining("&")))
                .collect(Collectors.joining("/"));
    }

    /** The title of the first stem code, and those of the others in brackets, as WHO's tables write clusters. */
    String title(List<@Nullable String> titles) {
        StringBuilder text = new StringBuilder(String.valueOf(titles.getFirst()));
        titles.subList(1, titles.size()).forEach(title -> text.append(" [").append(title).append(']'));
        return text.toString();
    }
}
