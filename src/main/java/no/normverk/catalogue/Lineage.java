package no.normverk.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that a product came from and that came from it: what it replaces, what that replaces, and what took its place. A product may come from several (merged) and several may
 * come from one (split). Computed by walking both directions from the product; a relation to something the catalogue does not have is left out.
 */
public final class Lineage {

    /**
     * One product of a lineage.
     *
     * @param product the product
     * @param generation 0 for the product asked about, -1 for what it replaces directly, 1 for what replaces it directly, and so on; where several ways lead there, the shortest
     */
    public record Member(NormativeProduct product, int generation) {}

    private Lineage() {}

    /** The lineage of a product, oldest generation first; the product itself is in it. */
    public static List<Member> of(Catalogue catalogue, NormativeProduct product) {
        Map<String, Integer> generations = new TreeMap<>();
        generations.put(product.key(), 0);
        walk(catalogue, product.key(), -1, generations);
        walk(catalogue, product.key(), 1, generations);
        List<Member> members = new ArrayList<>();
        generations.forEach((key, generation) -> catalogue.find(key).ifPresent(found -> members.add(new Member(found, generation))));
        members.sort(Comparator.comparingInt(Member::generation));
        return List.copyOf(members);
    }

    private static void walk(Catalogue catalogue, String start, int step, Map<String, Integer> generations) {
        List<String> open = new ArrayList<>(List.of(start));
        int generation = 0;
        while (!open.isEmpty()) {
            generation += step;
            List<String> next = new ArrayList<>();
            for (String key : open) {
                for (String neighbour : step > 0 ? catalogue.replacedBy(key) : replaces(catalogue, key)) {
                    if (generations.putIfAbsent(neighbour, generation) == null) {
                        next.add(neighbour);
                    }
                }
            }
            open = next;
        }
    }

    private static List<String> replaces(Catalogue catalogue, String key) {
        return catalogue.find(key).map(NormativeProduct::replaces).orElse(List.of());
    }
}
