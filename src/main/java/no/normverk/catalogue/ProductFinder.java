package no.normverk.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import no.normverk.authoring.Coded;
import no.normverk.authoring.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * Finds products by words and counts them by facet. Words are looked for in titles and other names, numbers in any spelling, descriptions, and the names of what a product is
 * classified by, in bokmål, nynorsk and English; see {@link ProductText}.
 *
 * <p>Each code of a facet is a bitmap over the products. A count beside a code tells how many products there would be if that code alone were wanted of its facet, all else being as
 * asked: choosing among the codes of a facet never leads to nothing. Immutable; a search costs one look at every product's words and one AND per code.
 */
public final class ProductFinder {

    private record Entry(NormativeProduct product, ProductText text, boolean replaced) {}

    private record Hit(int ordinal, int score) {}

    /**
     * What was found.
     *
     * @param products best first; by key when no words were given
     * @param counts by facet and code, codes with no product left out, the most first
     */
    public record Found(List<NormativeProduct> products, Map<ProductFacet, Map<String, Integer>> counts) {}

    private final List<Entry> entries;
    private final List<NormativeProduct> products;
    private final Map<ProductFacet, Map<String, BitSet>> ordinals = new EnumMap<>(ProductFacet.class);

    private ProductFinder(List<Entry> entries) {
        this.entries = entries;
        products = entries.stream().map(Entry::product).toList();
    }

    /**
     * A finder over a catalogue.
     *
     * @param labels the names of codes of open code lists (topics, underlying standards), by facet and code; those of the others are known
     */
    public static ProductFinder of(Catalogue catalogue, ActorTypes actors, Map<ProductFacet, Map<String, LocalText>> labels) {
        Map<ProductFacet, Map<String, LocalText>> names = new EnumMap<>(ProductFacet.class);
        names.putAll(labels);
        names.put(ProductFacet.LEVEL, titles(NormativeLevel.values()));
        names.put(ProductFacet.DOCUMENT_TYPE, titles(DocumentType.values()));
        names.put(ProductFacet.LIFECYCLE, titles(LifecycleStatus.values()));
        Map<String, LocalText> actorNames = new HashMap<>();
        actors.codes().forEach(code -> actors.find(code).ifPresent(type -> actorNames.put(code, type.title())));
        names.put(ProductFacet.ACTOR, actorNames);
        ProductFinder finder = new ProductFinder(catalogue.products().stream()
                .map(product -> new Entry(
                        product,
                        new ProductText(product, labels(product, names)),
                        !catalogue.replacedBy(product.key()).isEmpty()))
                .toList());
        finder.index(actors);
        return finder;
    }

    private static Map<String, LocalText> titles(Coded[] codes) {
        Map<String, LocalText> titles = new HashMap<>();
        Arrays.stream(codes).forEach(code -> titles.put(code.code(), code.title()));
        return titles;
    }

    private static List<LocalText> labels(NormativeProduct product, Map<ProductFacet, Map<String, LocalText>> names) {
        List<LocalText> labels = new ArrayList<>();
        for (ProductFacet facet : ProductFacet.values()) {
            Map<String, LocalText> known = names.getOrDefault(facet, Map.of());
            facet.of(product).forEach(code -> Optional.ofNullable(known.get(code)).ifPresent(labels::add));
        }
        return labels;
    }

    private void index(ActorTypes actors) {
        for (ProductFacet facet : ProductFacet.values()) {
            Map<String, BitSet> byCode = new LinkedHashMap<>();
            for (int i = 0; i < entries.size(); i++) {
                for (String code : facet.of(entries.get(i).product())) {
                    byCode.computeIfAbsent(code, none -> new BitSet()).set(i);
                }
            }
            ordinals.put(facet, facet == ProductFacet.ACTOR ? reached(byCode, actors) : byCode);
        }
    }

    /** What is laid on one kind of organisation reaches every kind that some of its organisations are of. */
    private static Map<String, BitSet> reached(Map<String, BitSet> bound, ActorTypes actors) {
        Map<String, BitSet> reached = new LinkedHashMap<>();
        bound.forEach((code, products) -> reached.put(code, (BitSet) products.clone()));
        for (String asked : actors.codes()) {
            bound.forEach((code, products) -> {
                if (actors.overlap(asked, code)) {
                    reached.computeIfAbsent(asked, none -> new BitSet()).or(products);
                }
            });
        }
        return reached;
    }

    /** The codes of a facet that some product has. */
    public Set<String> codes(ProductFacet facet) {
        return new TreeSet<>(ordinals.getOrDefault(facet, Map.of()).keySet());
    }

    /** Searches. The same search always gives the same order. */
    public Found find(ProductSearch search) {
        Map<Integer, Integer> scores = new HashMap<>();
        BitSet worded = new BitSet(entries.size());
        Optional<IdentifierPattern> number = ProductText.number(search.text(), products);
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            boolean meant = number.map(wanted -> ProductText.hasNumber(entry.product(), wanted)).orElse(true);
            int score = meant ? entry.text().score(search.text()) : 0;
            if (score > 0) {
                worded.set(i);
                scores.put(i, score);
            }
        }
        BitSet found = narrowed(worded, search, null);
        List<NormativeProduct> best = found.stream()
                .mapToObj(ordinal -> new Hit(ordinal, scores.getOrDefault(ordinal, 0)))
                .sorted(search.text().isPresent() ? bestFirst() : Comparator.comparingInt(Hit::ordinal))
                .map(hit -> entries.get(hit.ordinal()).product())
                .toList();
        Map<ProductFacet, Map<String, Integer>> counts = new EnumMap<>(ProductFacet.class);
        for (ProductFacet facet : ProductFacet.values()) {
            counts.put(facet, counts(facet, narrowed(worded, search, facet)));
        }
        return new Found(best, counts);
    }

    /** Best first; of equals what nothing replaces, then the shorter title, then the key, which is the order of the ordinals. */
    private Comparator<Hit> bestFirst() {
        return Comparator.comparingInt((Hit hit) -> -hit.score())
                .thenComparing(hit -> entries.get(hit.ordinal()).replaced())
                .thenComparingInt(hit -> entries.get(hit.ordinal()).product().title().nb().length())
                .thenComparingInt(Hit::ordinal);
    }

    private BitSet narrowed(BitSet from, ProductSearch search, @Nullable ProductFacet leftOut) {
        BitSet narrowed = (BitSet) from.clone();
        search.wanted().forEach((facet, codes) -> {
            if (facet != leftOut && !codes.isEmpty()) {
                BitSet any = new BitSet();
                Map<String, BitSet> byCode = ordinals.getOrDefault(facet, Map.of());
                codes.forEach(code -> any.or(byCode.getOrDefault(code, new BitSet())));
                narrowed.and(any);
            }
        });
        return narrowed;
    }

    private Map<String, Integer> counts(ProductFacet facet, BitSet products) {
        Map<String, Integer> counts = new HashMap<>();
        ordinals.getOrDefault(facet, Map.of()).forEach((code, having) -> {
            BitSet both = (BitSet) having.clone();
            both.and(products);
            if (!both.isEmpty()) {
                counts.put(code, both.cardinality());
            }
        });
        Map<String, Integer> ordered = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(count -> ordered.put(count.getKey(), count.getValue()));
        return ordered;
    }
}
