package no.normverk.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The catalogue as it stood when it was read: all products, in the order of their keys. Immutable.
 */
public final class Catalogue {

    private record Entry(NormativeProduct product, ProductText text) {}

    private record Hit(NormativeProduct product, int score) {}

    /** Best first; of equals the shorter title, then the key, so that the order never wavers. */
    private static final Comparator<Hit> BEST_FIRST = Comparator.comparingInt((Hit hit) -> -hit.score())
            .thenComparingInt(hit -> hit.product().title().nb().length())
            .thenComparing(hit -> hit.product().key());

    private static final Comparator<Hit> BY_KEY =
            Comparator.comparing(hit -> hit.product().key());

    private final Map<String, Entry> entries;
    private final Map<String, List<String>> replacedBy = new LinkedHashMap<>();
    private final Map<String, List<String>> profiles = new LinkedHashMap<>();

    private Catalogue(Map<String, Entry> entries) {
        this.entries = entries;
        entries.forEach((key, entry) -> {
            entry.product().replaces().forEach(old -> replacedBy.computeIfAbsent(old, none -> new ArrayList<>()).add(key));
            entry.product().profileOf().forEach(base -> profiles.computeIfAbsent(base, none -> new ArrayList<>()).add(key));
        });
    }

    /**
     * A catalogue of these products.
     *
     * @throws IllegalArgumentException when two products have the same key
     */
    public static Catalogue of(List<NormativeProduct> products) {
        Map<String, Entry> entries = new TreeMap<>();
        for (NormativeProduct product : products) {
            if (entries.put(product.key(), new Entry(product, new ProductText(product, List.of()))) != null) {
                throw new IllegalArgumentException("two products have the key " + product.key());
            }
        }
        return new Catalogue(entries);
    }

    /** Every product, by key. */
    public List<NormativeProduct> products() {
        return entries.values().stream().map(Entry::product).toList();
    }

    /** The product with the key. */
    public Optional<NormativeProduct> find(String key) {
        return Optional.ofNullable(entries.get(key)).map(Entry::product);
    }

    /** The products that are read at a web address, or were: several where one page told of them all. */
    public List<NormativeProduct> at(ProductAddress address) {
        return entries.values().stream().map(Entry::product).filter(address::isOf).toList();
    }

    /** Keys of the products that take the place of this one: the other side of {@link NormativeProduct#replaces()}. */
    public List<String> replacedBy(String key) {
        return List.copyOf(replacedBy.getOrDefault(key, List.of()));
    }

    /** Keys of the products that are profiles of this one: the other side of {@link NormativeProduct#profileOf()}. */
    public List<String> profilesOf(String key) {
        return List.copyOf(profiles.getOrDefault(key, List.of()));
    }

    /**
     * The products that answer the query: by key, or best first when it has a text. The same query always gives the same order.
     */
    public List<NormativeProduct> search(CatalogueQuery query) {
        Optional<IdentifierPattern> number = query.identifier().flatMap(IdentifierPattern::parse);
        if (query.identifier().isPresent() && number.isEmpty()) {
            return List.of();
        }
        Optional<IdentifierPattern> inText = ProductText.number(query.text(), products());
        return entries.values().stream()
                .filter(entry -> inText.map(wanted -> ProductText.hasNumber(entry.product(), wanted)).orElse(true))
                .filter(entry -> query.levels().isEmpty()
                        || entry.product().level().filter(query.levels()::contains).isPresent())
                .filter(entry -> query.lifecycles().isEmpty()
                        || entry.product().lifecycle().filter(query.lifecycles()::contains).isPresent())
                .filter(entry -> number.map(wanted -> ProductText.hasNumber(entry.product(), wanted)).orElse(true))
                .map(entry -> new Hit(entry.product(), entry.text().score(query.text())))
                .filter(hit -> hit.score() > 0)
                .sorted(query.text().isPresent() ? BEST_FIRST : BY_KEY)
                .map(Hit::product)
                .toList();
    }
}
