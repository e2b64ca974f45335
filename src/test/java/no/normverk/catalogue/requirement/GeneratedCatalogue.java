package no.normverk.catalogue.requirement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import no.normverk.authoring.LocalText;
import no.normverk.authoring.PartialDate;
import no.normverk.catalogue.Deadline;
import no.normverk.catalogue.Direction;
import no.normverk.catalogue.DocumentType;
import no.normverk.catalogue.LegalBasis;
import no.normverk.catalogue.LifecycleStatus;
import no.normverk.catalogue.NormativeLevel;
import no.normverk.catalogue.NormativeProduct;
import no.normverk.catalogue.Obligation;
import no.normverk.catalogue.Source;

/** Makes products up: with decisions that take the place of others, equal versions, unknown dates and withdrawals. */
public final class GeneratedCatalogue {

    private static final LocalDate FIRST = LocalDate.of(2012, 1, 1);
    private static final int DAYS = 365 * 16;
    private static final List<String> WORDS = List.of(
            "Henvisning", "Epikrise", "Svarrapport", "Rekvisisjon", "Dialog", "Resept", "Pleie", "Journal", "Adresse", "Kvittering");

    private final Random random;
    private final List<String> actors;
    private final List<String> topics;
    private final int obligationsEach;

    /**
     * @param random where chance comes from
     * @param actors codes to choose from
     * @param topics codes to choose from
     * @param obligationsEach obligations of every product
     */
    public GeneratedCatalogue(Random random, Set<String> actors, Set<String> topics, int obligationsEach) {
        this.random = random;
        this.actors = actors.stream().sorted().toList();
        this.topics = topics.stream().sorted().toList();
        this.obligationsEach = obligationsEach;
    }

    public List<NormativeProduct> products(int count) {
        List<NormativeProduct> products = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            products.add(product(i));
        }
        return products;
    }

    private NormativeProduct product(int number) {
        // Every second product is the next version of the one before it.
        boolean next = number % 2 == 1;
        boolean withdrawn = random.nextInt(12) == 0;
        List<Obligation> obligations = new ArrayList<>();
        for (int i = 0; i < obligationsEach; i++) {
            obligations.add(obligation(number / 2, i, obligations));
        }
        String title = WORDS.get(random.nextInt(WORDS.size())) + " " + number / 2 + " v" + (next ? "1.1" : "1.0");
        return new NormativeProduct(
                "produkt-" + number,
                new LocalText(title, Optional.of(title + " (nynorsk)"), Optional.of(title + " (English)")),
                Optional.of(LocalText.nb("Et produkt som er laget for måling, med noen ord om hva det er til.")),
                Optional.of(next ? "1.1" : "1.0"), Optional.of(NormativeLevel.OBLIGATORISK_STANDARD),
                Optional.of(DocumentType.HIS), withdrawn ? Optional.of(LifecycleStatus.UTGATT) : Optional.empty(), Optional.empty(), Optional.empty(),
                List.of(), List.of(), List.of(topics.get(random.nextInt(topics.size()))), List.of(), List.of(),
                new NormativeProduct.Dates(
                        Optional.empty(), Optional.empty(), withdrawn ? Optional.of(date()) : Optional.empty()),
                List.of(), List.of(), next ? List.of("produkt-" + (number - 1)) : List.of(), List.of(),
                Optional.of("https://www.helsedirektoratet.no/standarder/produkt-" + number), List.of(), obligations,
                List.of(new Source("Produktsiden", Optional.of("https://www.helsedirektoratet.no/standarder/produkt-" + number), Optional.of("2024"))),
                Map.of());
    }

    private Obligation obligation(int family, int number, List<Obligation> earlier) {
        boolean again = !earlier.isEmpty() && random.nextInt(4) == 0;
        Obligation before = again ? earlier.getLast() : null;
        boolean group = before == null && random.nextInt(4) == 0;
        Direction direction = before == null ? Direction.values()[random.nextInt(3)] : before.direction();
        LocalDate decided = before == null ? day() : before.decisionDate().map(date -> date.latest()).orElse(FIRST).plusDays(random.nextInt(700));
        boolean undated = random.nextInt(10) == 0;
        Optional<Deadline> must = undated ? unknown() : on(decided.plusDays(random.nextInt(1000)));
        return new Obligation(
                "o" + number,
                before == null ? actors.get(random.nextInt(actors.size())) : before.actor(),
                random.nextInt(6) == 0 ? List.of(actors.get(random.nextInt(actors.size()))) : List.of(),
                direction,
                NormativeLevel.values()[random.nextInt(NormativeLevel.values().length)],
                random.nextInt(5) == 0 ? on(decided.plusDays(random.nextInt(300))) : Optional.empty(),
                must,
                random.nextInt(4) == 0 ? on(decided.plusDays(1000 + random.nextInt(1500))) : Optional.empty(),
                group ? Optional.of("gruppe-" + family) : Optional.empty(),
                Optional.empty(),
                random.nextBoolean() ? Optional.of(basis()) : Optional.empty(),
                Optional.of("Direktoratet"),
                random.nextInt(8) == 0 ? Optional.empty() : on(decided),
                before == null ? List.of() : List.of(before.id()),
                Optional.empty(),
                Optional.empty(),
                random.nextInt(6) > 0);
    }

    private LegalBasis basis() {
        return new LegalBasis(
                "Forskrift om standarder og nasjonale e-helseløsninger", Optional.of("FOR-2015-07-01-853"), Optional.of("6"),
                Optional.of(String.valueOf(1 + random.nextInt(16))), Optional.empty(), Optional.empty());
    }

    private static Optional<Deadline> unknown() {
        return Optional.of(new Deadline.Unknown("Kilden sier ikke når."));
    }

    private static Optional<Deadline> on(LocalDate day) {
        return Optional.of(new Deadline.On(new PartialDate(day.toString())));
    }

    private PartialDate date() {
        return new PartialDate(day().toString());
    }

    /** A day in the years the catalogue spans. */
    public LocalDate day() {
        return FIRST.plusDays(random.nextInt(DAYS));
    }
}
