package no.normverk.benchmark;

import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import no.normverk.snomed.AttributeRelationships;
import no.normverk.snomed.SnomedEdition;
import no.normverk.terminology.Hierarchy;

/** Chooses from an edition what to ask of it: the same choice every time, for the same edition and random numbers. */
public final class Choice {

    private final SnomedEdition edition;
    private final Hierarchy hierarchy;
    private final AttributeRelationships attributes;
    private final Random random;
    private final int[] sizes;
    private final int domain;
    private final long[] refsets;
    /** Relationships of concepts in the domain, and those of them that share a group with the next. */
    private final int[] refined;
    private final int[] grouped;

    public Choice(SnomedEdition edition, Random random) {
        this.edition = edition;
        this.hierarchy = edition.hierarchy();
        this.attributes = edition.attributes();
        this.random = random;
        sizes = IntStream.range(0, edition.size()).map(hierarchy::selfAndDescendantCount).toArray();
        int whole = IntStream.of(sizes).max().orElse(0);
        domain = concepts(concept -> sizes[concept] < whole).reduce((a, b) -> sizes[b] > sizes[a] ? b : a).orElse(0);
        refsets = LongStream.of(edition.refsets().ids())
                .filter(refset -> edition.refsets().members(refset).cardinality() >= 50)
                .toArray();
        refined = IntStream.range(0, attributes.size())
                .filter(relationship -> hierarchy.isSelfOrAncestor(domain, attributes.source(relationship)))
                .toArray();
        grouped = IntStream.of(refined).filter(this::hasPartner).toArray();
    }

    /** Whether the next relationship is of the same group of the same concept, with another attribute. */
    private boolean hasPartner(int relationship) {
        int next = relationship + 1;
        return attributes.group(relationship) != 0
                && next < attributes.end(attributes.source(relationship))
                && attributes.group(next) == attributes.group(relationship)
                && attributes.type(next) != attributes.type(relationship);
    }

    private IntStream concepts(IntPredicate condition) {
        return IntStream.range(0, edition.size()).filter(condition);
    }

    /** The top of the largest hierarchy that is not the whole. */
    public int domain() {
        return domain;
    }

    /** The smallest hierarchy with a thousand concepts, or the domain. */
    int medium() {
        return concepts(concept -> sizes[concept] >= 1_000).reduce((a, b) -> sizes[b] < sizes[a] ? b : a).orElse(domain);
    }

    /** How many concepts are a concept or below it, for a reader. */
    String size(int concept) {
        return String.format(Locale.ROOT, "%,d", sizes[concept]);
    }

    int any() {
        return random.nextInt(edition.size());
    }

    public String anyCode() {
        return edition.code(any());
    }

    boolean hasRefsets() {
        return refsets.length > 0;
    }

    boolean hasRefinements() {
        return grouped.length > 0;
    }

    /** {@code <<} of a concept with so many below it, itself counted; of a large one where there is none of that size. */
    public String below(int least, int most) {
        int[] fitting = concepts(concept -> sizes[concept] >= least && sizes[concept] <= most).toArray();
        return fitting.length == 0 ? belowDomain() : "<< " + edition.code(oneOf(fitting));
    }

    public String belowDomain() {
        return "<< " + edition.code(domain);
    }

    public String membersOfRefset() {
        return hasRefsets() ? "^ " + refsets[random.nextInt(refsets.length)] : belowDomain();
    }

    /** An attribute that concepts of the domain have. */
    public String attribute() {
        return refined.length == 0 ? anyCode() : edition.code(attributes.type(oneOf(refined)));
    }

    /** The domain with one attribute. */
    public String refinement() {
        return refined.length == 0 ? belowDomain() : belowDomain() + " : " + attributeValue(oneOf(refined));
    }

    /** The domain with two attributes in one group. */
    public String groupedPair() {
        if (grouped.length == 0) {
            return belowDomain();
        }
        int relationship = oneOf(grouped);
        return belowDomain() + " : { " + attributeValue(relationship) + " , " + attributeValue(relationship + 1) + " }";
    }

    /** The attribute of a relationship, with its value or what is up to three steps above it. */
    private String attributeValue(int relationship) {
        int value = attributes.target(relationship);
        for (int steps = random.nextInt(4); steps > 0 && hierarchy.parentCount(value) > 0; steps--) {
            value = hierarchy.parent(value, 0);
        }
        return edition.code(attributes.type(relationship)) + " = << " + edition.code(value);
    }

    private int oneOf(int[] numbers) {
        return numbers[random.nextInt(numbers.length)];
    }

    /** Beginnings of two or three words of one concept's display. */
    public String prefixes() {
        return Stream.of(displayWords(2))
                .limit(2 + random.nextInt(2))
                .map(word -> word.substring(0, Math.min(word.length(), 3 + random.nextInt(3))))
                .collect(Collectors.joining(" "));
    }

    /** The first four letters of a word. */
    public String fourLetters() {
        return displayWords(1)[0].substring(0, 4);
    }

    private String[] displayWords(int atLeast) {
        while (true) {
            String display = Objects.requireNonNullElse(edition.display(any()), "");
            String[] words = Stream.of(display.split("[^\\p{L}]+")).filter(word -> word.length() >= 4).toArray(String[]::new);
            if (words.length >= atLeast) {
                return words;
            }
        }
    }
}
