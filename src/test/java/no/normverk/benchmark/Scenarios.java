package no.normverk.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import no.normverk.snomed.RefsetRows;
import no.normverk.snomed.Sctid;
import no.normverk.snomed.SnomedEdition;
import org.jspecify.annotations.Nullable;

/** What to ask of the server about an edition. */
final class Scenarios {

    private static final String SYSTEM = Sctid.SYSTEM;
    private static final String VALUE_SET = "http://normverk.no/benchmark/";
    private static final int DIFFERENT = 500;

    private final SnomedEdition edition;
    private final Random random = new Random(20260101);
    private final Choice choice;
    private final int big;
    private final int medium;

    Scenarios(SnomedEdition edition) {
        this.edition = edition;
        this.choice = new Choice(edition, random);
        this.big = choice.domain();
        this.medium = choice.medium();
    }

    /** The value sets that the scenarios ask about, as FHIR resources; to be loaded before the server is asked. */
    List<String> valueSets() {
        String listed = chosen(ordinal -> true, Math.min(26_000, edition.size() / 2)).stream()
                .map(ordinal -> "{\"code\":\"" + edition.code(ordinal) + "\"}")
                .collect(Collectors.joining(","));
        return List.of(
                valueSet("big", "\"filter\":[" + isA(big) + "]"),
                valueSet("medium", "\"filter\":[" + isA(medium) + "]"),
                valueSet("listed", "\"concept\":[" + listed + "]"));
    }

    private String isA(int concept) {
        return "{\"property\":\"concept\",\"op\":\"is-a\",\"value\":\"" + edition.code(concept) + "\"}";
    }

    private static String valueSet(String name, String include) {
        return "{\"resourceType\":\"ValueSet\",\"id\":\"benchmark-" + name + "\",\"url\":\"" + VALUE_SET + name
                + "\",\"version\":\"1\",\"name\":\"Benchmark\",\"status\":\"active\",\"compose\":{\"include\":[{\"system\":\"" + SYSTEM + "\"," + include
                + "}]}}";
    }

    List<Scenario> all() {
        List<Scenario> all = new ArrayList<>();
        addConcepts(all);
        addExpansions(all);
        addSearches(all);
        new ConstraintScenarios(choice).addTo(all);
        return all;
    }

    private void addConcepts(List<Scenario> all) {
        Goal goal = Goal.ratio(1.5);
        add(all, "$lookup, 5 designations", goal.peer(219), () -> lookup(withDesignations()));
        add(all, "$lookup, 5 designations, POST", goal, () -> posted("CodeSystem/$lookup", "code", "valueCode", code(withDesignations())));
        add(all, "$lookup, property=*", goal, () -> lookup(choice.any(), "property", "*"));
        add(all, "$lookup, displayLanguage=nb", goal, () -> lookup(choice.any(), "displayLanguage", "nb"));
        add(all, "CodeSystem/$validate-code", goal.peer(93), () -> validateInSystem(choice.any()));
        add(all, "CodeSystem/$validate-code, POST", goal, () -> posted("CodeSystem/$validate-code", "code", "valueCode", code(choice.any())));
        add(all, "ValueSet/$validate-code, is-a " + choice.size(big), goal, () -> validate("big"));
        add(all, "ValueSet/$validate-code, list of 26,000", goal, () -> validate("listed"));
        add(all, "$subsumes", goal.peer(209), this::subsumes);
        add(all, "read of a ValueSet", goal, () -> Request.get("/fhir/ValueSet/benchmark-big"));
        long map = LongStream.of(edition.refsets().ids())
                .filter(refset -> rows(refset) != null && Objects.requireNonNull(rows(refset)).field("mapTarget") >= 0)
                .boxed()
                .max(Comparator.comparingInt(refset -> edition.refsets().members(refset).cardinality()))
                .orElse(0L);
        if (map != 0) {
            add(all, "$translate by a map of RF2", goal.peer(110), () -> translate(map));
        }
    }

    private void addExpansions(List<Scenario> all) {
        add(all, "$expand, 1,000 concepts", Goal.ratio(2), () -> expand("medium", "count", "1000"));
        add(all, "$expand, first 100 of " + choice.size(big), Goal.ratio(1.5), () -> expand("big", "count", "100"));
        add(all, "$expand, first 100 of a list of 26,000", Goal.ratio(1.5), () -> expand("listed", "count", "100"));
        add(all, "$expand, first 100, implicit is-a of " + choice.size(big), Goal.ratio(1.5),
                () -> Request.get("/fhir/ValueSet/$expand", "url", SYSTEM + "?fhir_vs=isa/" + code(big), "count", "100"));
    }

    private void addSearches(List<Scenario> all) {
        add(all, "text of 2-3 prefixes, whole edition, 20 hits", Goal.micros(300).peer(1_105), () -> search(choice.prefixes()));
        add(all, "text of 2-3 prefixes within " + choice.size(big) + ", 20 hits", Goal.micros(300),
                () -> expand("big", "count", "20", "filter", choice.prefixes()));
        add(all, "text of one prefix of four letters, whole edition, 20 hits", Goal.micros(200).peer(3_070), () -> search(choice.fourLetters()));
        add(all, "text of one prefix of four letters within " + choice.size(big) + ", 20 hits", Goal.micros(200),
                () -> expand("big", "count", "20", "filter", choice.fourLetters()));
    }

    private static Request search(String filter) {
        return Request.get("/fhir/ValueSet/$expand", "url", SYSTEM + "?fhir_vs", "count", "20", "filter", filter);
    }

    private @Nullable RefsetRows rows(long refset) {
        return edition.refsets().rows(refset);
    }

    private Request translate(long map) {
        int member = edition.refsets().members(map).select(random.nextInt(edition.refsets().members(map).cardinality()));
        return Request.get("/fhir/ConceptMap/$translate", "url", SYSTEM + "?fhir_cm=" + map, "system", SYSTEM, "code", code(member));
    }

    static void add(List<Scenario> all, String name, Goal goal, Supplier<Request> request) {
        all.add(new Scenario(name, Stream.generate(request).limit(DIFFERENT).distinct().toList(), goal));
    }

    private List<Integer> chosen(IntPredicate condition, int count) {
        return random.ints(0, edition.size()).filter(condition).distinct().limit(count).boxed().toList();
    }

    /** A concept with five designations, or one with as many as were found in a thousand tries. */
    private int withDesignations() {
        int best = choice.any();
        for (int tries = 0; tries < 1_000 && edition.designations(best).size() != 5; tries++) {
            int other = choice.any();
            best = edition.designations(other).size() > edition.designations(best).size() || edition.designations(other).size() == 5 ? other : best;
        }
        return best;
    }

    private String code(int ordinal) {
        return edition.code(ordinal);
    }

    private Request lookup(int ordinal, String... more) {
        return Request.get("/fhir/CodeSystem/$lookup", with(more, "system", SYSTEM, "code", code(ordinal)));
    }

    private Request validateInSystem(int ordinal) {
        return Request.get(
                "/fhir/CodeSystem/$validate-code", "url", SYSTEM, "code", code(ordinal), "display", String.valueOf(edition.display(ordinal)));
    }

    private Request validate(String valueSet) {
        return Request.get("/fhir/ValueSet/$validate-code", "url", VALUE_SET + valueSet, "system", SYSTEM, "code", code(choice.any()));
    }

    /** Half of the pairs are an ancestor and its descendant. */
    private Request subsumes() {
        int below = choice.any();
        int above = below;
        for (int steps = random.nextInt(6); steps > 0 && edition.hierarchy().parentCount(above) > 0; steps--) {
            above = edition.hierarchy().parent(above, 0);
        }
        return Request.get(
                "/fhir/CodeSystem/$subsumes", "system", SYSTEM, "codeA", code(random.nextBoolean() ? above : choice.any()), "codeB", code(below));
    }

    private Request expand(String valueSet, String... more) {
        return Request.get("/fhir/ValueSet/$expand", with(more, "url", VALUE_SET + valueSet));
    }

    private static Request posted(String operation, String name, String type, String value) {
        String body = "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"" + (operation.endsWith("lookup") ? "system" : "url")
                + "\",\"valueUri\":\"" + SYSTEM + "\"},{\"name\":\"" + name + "\",\"" + type + "\":\"" + value + "\"}]}";
        return new Request("/fhir/" + operation, body);
    }

    private static String[] with(String[] more, String... first) {
        return Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
    }
}
