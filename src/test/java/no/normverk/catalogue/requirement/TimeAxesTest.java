package no.normverk.catalogue.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import no.normverk.authoring.LocalText;
import no.normverk.authoring.PartialDate;
import no.normverk.catalogue.ActorType;
import no.normverk.catalogue.ActorTypes;
import no.normverk.catalogue.Catalogue;
import no.normverk.catalogue.Deadline;
import no.normverk.catalogue.Direction;
import no.normverk.catalogue.Exemption;
import no.normverk.catalogue.NormativeLevel;
import no.normverk.catalogue.NormativeProduct;
import no.normverk.catalogue.Obligation;
import no.normverk.catalogue.PublishedCatalogue;
import no.normverk.catalogue.requirement.Requirement.Alternative;
import no.normverk.catalogue.requirement.Requirement.Change;
import no.normverk.terminology.RandomCases;
import org.junit.jupiter.api.Test;

/** The laws of the two axes of time, on catalogues that are made up. */
class TimeAxesTest {

    private static final ActorTypes ACTORS = ActorTypes.of(List.of(
            type("alle", false, "spesialist", "fastlege", "apotek"),
            type("spesialist", true, "helseforetak", "privat", "avtale"),
            type("sykehus", true, "helseforetak", "privat"),
            type("helseforetak", false),
            type("privat", false),
            type("avtale", false),
            type("fastlege", false),
            type("apotek", false, "multidose"),
            type("multidose", false)));

    private static ActorType type(String code, boolean collection, String... includes) {
        return new ActorType(code, LocalText.nb(code), List.of(includes), collection, false);
    }

    private static ObligationIndex index(List<NormativeProduct> products) {
        return ObligationIndex.of(new PublishedCatalogue(Catalogue.of(products), ACTORS, List.of()));
    }

    private static GeneratedCatalogue generated(Random random) {
        return new GeneratedCatalogue(random, ACTORS.codes(), Set.of("a", "b"), 1 + random.nextInt(6));
    }

    private static String actor(Random random) {
        return List.copyOf(ACTORS.codes()).get(random.nextInt(ACTORS.size()));
    }

    /** Everything an answer says, but which products have been withdrawn since: that is no decision on obligations. */
    private static List<String> said(RequirementAnswer answer) {
        return answer.requirements().stream()
                .map(requirement -> requirement.id() + " " + requirement.status() + " "
                        + requirement.alternatives().stream().map(TimeAxesTest::said).toList() + " " + requirement.reasons() + " "
                        + requirement.next().map(next -> next.date() + " " + next.changes().stream().map(TimeAxesTest::said).toList()))
                .toList();
    }

    private static String said(Alternative alternative) {
        return alternative.product().key() + alternative.obligations().stream().map(Obligation::id).toList() + alternative.status();
    }

    private static String said(Change change) {
        return change.kind() + " " + change.product().key() + "#" + change.obligation().id();
    }

    @Test
    void anAnswerAsOfADayNeverChangesWhenLaterDecisionsAreAdded() {
        RandomCases.check(300, random -> {
            GeneratedCatalogue generated = generated(random);
            List<NormativeProduct> all = generated.products(2 + random.nextInt(20));
            LocalDate asOf = generated.day();
            List<NormativeProduct> then = all.stream().map(product -> knownOn(product, asOf)).toList();
            RequirementQuery query = RequirementQuery.of(List.of(actor(random)), generated.day(), asOf);

            assertThat(said(new RequiredStandards(index(all)).find(query)))
                    .isEqualTo(said(new RequiredStandards(index(then)).find(query)));
        });
    }

    /** The product without the decisions that came after a day. */
    private static NormativeProduct knownOn(NormativeProduct product, LocalDate day) {
        // A decision without a date came, at the earliest, after the one it takes the place of.
        List<Obligation> known = new ArrayList<>();
        Set<String> later = new HashSet<>();
        for (Obligation obligation : product.obligations()) {
            boolean isLater = obligation.decisionDate().map(date -> date.latest().isAfter(day)).orElse(false)
                    || (obligation.decisionDate().isEmpty() && obligation.supersedes().stream().anyMatch(later::contains));
            if (isLater) {
                later.add(obligation.id());
            } else {
                known.add(obligation);
            }
        }
        return with(product, known, product.dates().withdrawn().filter(date -> !date.latest().isAfter(day)));
    }

    private static NormativeProduct with(NormativeProduct p, List<Obligation> obligations, Optional<PartialDate> withdrawn) {
        return new NormativeProduct(
                p.key(), p.title(), p.description(), p.version(), p.level(), p.documentType(),
                withdrawn.isPresent() ? p.lifecycle() : Optional.empty(), p.phase(), p.publisher(), p.identifiers(), p.otherNames(), p.topics(),
                p.underlyingStandards(), p.layers(),
                new NormativeProduct.Dates(p.dates().published(), p.dates().updated(), withdrawn), p.revisions(), p.profileOf(),
                p.replaces(), p.binds(), p.address(), p.formerAddresses(), obligations, p.sources(), p.unverified());
    }

    @Test
    void fromOneDayToTheNextExactlyTheObligationsWithThatBoundaryChange() {
        RandomCases.check(60, random -> {
            GeneratedCatalogue generated = generated(random);
            List<NormativeProduct> products = generated.products(2 + random.nextInt(10));
            ObligationIndex index = index(products);
            RequiredStandards required = new RequiredStandards(index);
            LocalDate asOf = generated.day();
            Map<LocalDate, Set<String>> boundaries = boundaries(products);
            RequirementQuery query = RequirementQuery.of(List.of("alle"), asOf, asOf);
            List<LocalDate> days = new ArrayList<>(boundaries.keySet());
            for (int i = 0; i < 40; i++) {
                LocalDate day = random.nextBoolean() ? days.get(random.nextInt(days.size())) : generated.day();
                Map<String, Integer> before = statuses(index, required, query.on(day.minusDays(1)));
                Map<String, Integer> after = statuses(index, required, query.on(day));
                Set<String> changed = new TreeSet<>(before.keySet());
                changed.addAll(after.keySet());
                changed.removeIf(id -> Objects.equals(before.get(id), after.get(id)));
                // What is known decides which of the boundaries count; none that is not there may show.
                assertThat(boundaries.getOrDefault(day, Set.of())).containsAll(changed);
                Set<String> silent = new TreeSet<>(boundaries.getOrDefault(day, Set.of()));
                silent.removeAll(changed);
                silent.retainAll(stand(products, day, asOf));
                assertThat(silent).as("boundaries of decisions that stand, on " + day).isEmpty();
            }
        });
    }

    /** Every obligation that is part of the answer, and how it stands by itself, whatever stands beside it. */
    private static Map<String, Integer> statuses(ObligationIndex index, RequiredStandards required, RequirementQuery query) {
        Set<Obligation> told = Collections.newSetFromMap(new IdentityHashMap<>());
        required.find(query).requirements().forEach(requirement ->
                requirement.alternatives().forEach(alternative -> told.addAll(alternative.obligations())));
        Map<String, Integer> statuses = new TreeMap<>();
        for (NormativeProduct product : index.source().catalogue().products()) {
            for (int row : index.rows(product.key())) {
                if (told.contains(index.obligation(row))) {
                    int status = index.timelines().status(row, Timelines.day(query.date()), Timelines.day(query.asOf()));
                    statuses.put(product.key() + "#" + index.obligation(row).id(), status);
                }
            }
        }
        return statuses;
    }

    /** The first days on which an obligation may be otherwise, worked out from the words of the model. */
    private static Map<LocalDate, Set<String>> boundaries(List<NormativeProduct> products) {
        Map<LocalDate, Set<String>> days = new LinkedHashMap<>();
        products.forEach(product -> product.obligations().forEach(obligation -> {
            String id = product.key() + "#" + obligation.id();
            List<Optional<LocalDate>> own = List.of(
                    obligation.mayFrom().flatMap(Deadline::known).map(PartialDate::earliest),
                    obligation.mustFrom().flatMap(Deadline::known).or(obligation::decisionDate).map(PartialDate::earliest),
                    obligation.until().flatMap(Deadline::known).map(date -> date.latest().plusDays(1)),
                    product.dates().withdrawn().map(PartialDate::earliest));
            own.forEach(day -> day.ifPresent(at -> days.computeIfAbsent(at, none -> new TreeSet<>()).add(id)));
        }));
        return days;
    }

    /** Obligations whose boundary on the day must show: they stand, and nothing else of their own hides it. */
    private static Set<String> stand(List<NormativeProduct> products, LocalDate day, LocalDate asOf) {
        Set<String> ids = new TreeSet<>();
        for (NormativeProduct product : products) {
            List<Obligation> known = knownOn(product, asOf).obligations();
            Set<String> superseded = new HashSet<>();
            known.forEach(obligation -> superseded.addAll(obligation.supersedes()));
            for (Obligation obligation : known) {
                Optional<LocalDate> must = obligation.mustFrom().flatMap(Deadline::known).map(PartialDate::earliest);
                boolean begins = must.filter(day::equals).isPresent();
                boolean over = obligation.until().flatMap(Deadline::known).filter(end -> end.latest().isBefore(day)).isPresent()
                        || product.dates().withdrawn().filter(gone -> !gone.earliest().isAfter(day)).isPresent();
                if (begins && !over && !superseded.contains(obligation.id()) && bindsAnybody(obligation)) {
                    ids.add(product.key() + "#" + obligation.id());
                }
            }
        }
        return ids;
    }

    private static boolean bindsAnybody(Obligation obligation) {
        BitSet bound = ACTORS.atoms(obligation.actor());
        obligation.except().forEach(other -> bound.andNot(ACTORS.atoms(other)));
        return !bound.isEmpty();
    }

    @Test
    void theUnionOverActorsIsTheMergeOfTheSingleAnswers() {
        RandomCases.check(300, random -> {
            GeneratedCatalogue generated = generated(random);
            RequiredStandards required = new RequiredStandards(index(generated.products(2 + random.nextInt(20))));
            List<String> actors = List.of(actor(random), actor(random), actor(random)).stream().distinct().toList();
            LocalDate date = generated.day();
            LocalDate asOf = generated.day();

            Set<String> merged = new TreeSet<>();
            actors.forEach(actor -> merged.addAll(perMember(required, List.of(actor), date, asOf)));
            assertThat(perMember(required, actors, date, asOf)).isEqualTo(merged);
        });
    }

    /** Each requirement as it is told, with what satisfies it, for each member that is bound: how an answer splits into entries does not count. */
    private static Set<String> perMember(RequiredStandards required, List<String> actors, LocalDate date, LocalDate asOf) {
        Set<String> told = new TreeSet<>();
        for (Requirement requirement : required.find(RequirementQuery.of(actors, date, asOf)).requirements()) {
            List<String> products = requirement.alternatives().stream().map(one -> one.product().key()).toList();
            String said = requirement.level() + " " + requirement.obligation().mustFrom() + " " + requirement.obligation().until();
            requirement.reasons().forEach(reason -> told.add(
                    requirement.id() + " " + requirement.status() + " " + said + " " + products + " " + reason.asked() + " as " + reason.boundAs() + " " + reason.members()));
        }
        return told;
    }

    @Test
    void aCollectionIsAskedAsItsMembersAre() {
        RandomCases.check(200, random -> {
            GeneratedCatalogue generated = generated(random);
            RequiredStandards required = new RequiredStandards(index(generated.products(2 + random.nextInt(20))));
            LocalDate date = generated.day();
            LocalDate asOf = generated.day();

            Set<String> asCollection = idsAndProducts(required, List.of("spesialist"), date, asOf);
            assertThat(asCollection).isEqualTo(idsAndProducts(required, List.of("helseforetak", "privat", "avtale"), date, asOf));
        });
    }

    private static Set<String> idsAndProducts(RequiredStandards required, List<String> actors, LocalDate date, LocalDate asOf) {
        Set<String> told = new TreeSet<>();
        required.find(RequirementQuery.of(actors, date, asOf)).requirements()
                .forEach(one -> told.add(one.id() + one.status() + one.alternatives().stream().map(TimeAxesTest::said).toList()));
        return told;
    }

    @Test
    void pagesPutTogetherAreTheWhole() {
        RandomCases.check(200, random -> {
            GeneratedCatalogue generated = generated(random);
            RequiredStandards required = new RequiredStandards(index(generated.products(2 + random.nextInt(30))));
            RequirementQuery query = RequirementQuery.of(List.of(actor(random)), generated.day(), generated.day());
            RequirementAnswer whole = required.find(query);
            int size = 1 + random.nextInt(7);
            List<String> pages = new ArrayList<>();
            for (int offset = 0; offset < whole.total(); offset += size) {
                RequirementAnswer page = required.find(query, offset, size);
                assertThat(page.total()).isEqualTo(whole.total());
                pages.addAll(said(page));
            }
            assertThat(pages).isEqualTo(said(whole));
        });
    }

    @Test
    void whatIsFoundIsWhatIsFoundByLookingAtEveryDecision() {
        RandomCases.check(400, random -> {
            GeneratedCatalogue generated = generated(random);
            List<NormativeProduct> products = generated.products(2 + random.nextInt(random.nextInt(10) == 0 ? 1500 : 60));
            List<Exemption> exemptions = new GeneratedExemptions(random, generated, ACTORS.codes()).exemptions(random.nextInt(4));
            ObligationIndex index = ObligationIndex.of(new PublishedCatalogue(Catalogue.of(products), ACTORS, exemptions));
            for (int i = 0; i < 5; i++) {
                RequirementQuery query = question(random, generated);
                int offset = random.nextInt(20);
                int count = random.nextInt(4) == 0 ? Integer.MAX_VALUE : random.nextInt(15);
                assertThat(new RequiredStandards(index).find(query, offset, count))
                        .as("%s from %s, %s", query, offset, count)
                        .isEqualTo(new PlainRequiredStandards(index).find(query, offset, count));
            }
        });
    }

    private static RequirementQuery question(Random random, GeneratedCatalogue generated) {
        List<String> actors = random.ints(1 + random.nextInt(3), 0, ACTORS.size()).distinct().mapToObj(List.copyOf(ACTORS.codes())::get).toList();
        Set<Direction> directions = random.nextBoolean() ? Set.of() : Set.of(Direction.values()[random.nextInt(3)]);
        return new RequirementQuery(
                actors,
                directions,
                random.nextInt(3) == 0 ? Set.of("a") : Set.of(),
                random.nextInt(3) == 0 ? Optional.of(NormativeLevel.values()[random.nextInt(NormativeLevel.values().length)]) : Optional.empty(),
                random.nextBoolean() ? Optional.of(GeneratedExemptions.ORGANISATION) : Optional.empty(),
                generated.day(),
                generated.day());
    }

    @Test
    void theNextChangeIsTheFirstDayWithAnotherAnswerForTheRequirement() {
        RandomCases.check(100, random -> {
            GeneratedCatalogue generated = generated(random);
            RequiredStandards required = new RequiredStandards(index(generated.products(2 + random.nextInt(6))));
            RequirementQuery query = RequirementQuery.of(List.of("alle"), generated.day(), generated.day());
            for (Requirement requirement : required.find(query).requirements()) {
                LocalDate limit = requirement.next().map(next -> next.date()).orElse(query.date().plusYears(3));
                LocalDate probe = query.date().plusDays(
                        random.nextInt((int) Math.max(1, limit.toEpochDay() - query.date().toEpochDay())));
                // Until then the requirement stays word for word what it is.
                assertThat(required.find(query.on(probe)).requirements().stream().map(TimeAxesTest::standing))
                        .as("from %s to %s, next %s", query.date(), probe, requirement.next().map(next -> next.date()))
                        .contains(standing(requirement));
            }
        });
    }

    private static String standing(Requirement requirement) {
        return requirement.id() + " " + requirement.status() + " "
                + requirement.alternatives().stream().map(one -> one.product().key() + one.status()).toList();
    }

    @Test
    void spansOfChangesJoinWithoutOverlap() {
        RandomCases.check(100, random -> {
            GeneratedCatalogue generated = generated(random);
            Changes changes = new Changes(index(generated.products(2 + random.nextInt(20))));
            List<LocalDate> days = List.of(generated.day(), generated.day(), generated.day()).stream().sorted().toList();
            List<CatalogueChange> joined = new ArrayList<>();
            joined.addAll(changes.find(span(days.get(0), days.get(1))).changes());
            joined.addAll(changes.find(span(days.get(1), days.get(2))).changes());
            assertThat(joined).isEqualTo(changes.find(span(days.get(0), days.get(2))).changes());
        });
    }

    private static ChangeQuery span(LocalDate since, LocalDate until) {
        return new ChangeQuery(since, until, List.of(), Optional.empty());
    }
}
