package no.normverk.terminology.map;

import static no.normverk.terminology.Samples.codeSystem;
import static no.normverk.terminology.Samples.concept;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.normverk.terminology.Coding;
import no.normverk.terminology.Lineage;
import no.normverk.terminology.Message;
import no.normverk.terminology.Registry;
import no.normverk.terminology.Samples;
import no.normverk.terminology.Standing;
import no.normverk.terminology.TerminologyException;
import no.normverk.terminology.validity.Day;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Codes that a map does not mention, and ways that take more than one map. */
class AncestorsAndChainsTest {

    private static final String OLD = "http://x.no/old";
    private static final String NATIONAL = "http://x.no/old-national";
    private static final String NEW = "http://x.no/new";
    private static final String NEWEST = "http://x.no/newest";
    private static final String MAP = "http://x.no/old-to-new";

    private static MapTarget to(@Nullable String code, String equivalence) {
        return new MapTarget(code, null, equivalence, null, List.of(), List.of());
    }

    private static ListedMapGroup.Element row(String code, MapTarget... targets) {
        return new ListedMapGroup.Element(code, null, List.of(targets));
    }

    private static ConceptMapDefinition map(String url, String source, String target, ListedMapGroup.Element... rows) {
        return new ConceptMapDefinition(url, "1", Standing.ACTIVE, null, null, List.of(new ListedMapGroup(source, null, target, null, List.of(rows), null)));
    }

    /** A chapter of a block of two categories, one of them subdivided twice. */
    private static final Registry CLASSIFICATION = Samples.registry(codeSystem(OLD)
            .with(
                    concept("XX").property("notSelectable", true),
                    concept("A-B").in("XX").property("notSelectable", true),
                    concept("A").in("A-B"),
                    concept("A.1").in("A"),
                    concept("A.11").in("A.1"),
                    concept("B").in("A-B"),
                    concept("B.1").in("B"),
                    concept("AB").in("A", "B"))
            .make());

    private static Translation ask(Registry registry, Coding coding, String target, String... through) {
        return new Translator(registry).translate(new TranslationRequest(List.of(coding), null, null, null, null, target, false, List.of(), List.of(through)));
    }

    private static List<String> told(Translation translation) {
        return translation.matches().stream()
                .map(match -> match.mapping().equivalence() + " " + (match.concept() == null ? "nothing" : match.concept().code()) + (match.via() == null ? "" : " via " + match.via().code()))
                .toList();
    }

    private static @Nullable Message reason(Translation translation) {
        return translation.matches().getFirst().reason();
    }

    @Test
    void aCodeWithoutARowGoesByItsNearestAncestorThatHasOne() {
        Registry registry = CLASSIFICATION.with().conceptMap(map(MAP, OLD, NEW, row("A", to("n", "equivalent"), to("m", "narrower"), to("w", "wider")), row("A.1", to("n1", "equal")))).build();

        assertThat(told(ask(registry, Coding.of(OLD, "A.1"), NEW))).containsExactly("equal n1");
        Translation subdivision = ask(registry, Coding.of(OLD, "A.11"), NEW);
        assertThat(subdivision.result()).isTrue();
        assertThat(told(subdivision)).containsExactly("wider n1 via A.1");
        assertThat(reason(subdivision)).isEqualTo(Message.of("translate-via-ancestor", OLD + "#A.11", MAP + "|1", "A.1"));
    }

    @Test
    void whatIsSaidOfAnAncestorHoldsForItsDescendantsOnlyAsFarAsItFollows() {
        Registry registry = CLASSIFICATION.with().conceptMap(map(MAP, OLD, NEW, row("A", to("n", "equivalent"), to("m", "narrower"), to("w", "wider"), to("i", "inexact")))).build();

        assertThat(told(ask(registry, Coding.of(OLD, "A.1"), NEW))).containsExactly("wider n via A", "relatedto m via A", "wider w via A", "relatedto i via A");
    }

    @Test
    void aTableThatGivesOneTargetWithoutSayingHowItComparesTellsWhereNarrowerCodesAreClassified() {
        Registry registry = CLASSIFICATION.with().conceptMap(map(MAP, OLD, NEW, row("A", to("n", "relatedto")), row("B", to("m", "relatedto"), to("o", "relatedto")))).build();

        assertThat(told(ask(registry, Coding.of(OLD, "A"), NEW))).containsExactly("relatedto n");
        assertThat(told(ask(registry, Coding.of(OLD, "A.1"), NEW))).containsExactly("wider n via A");
        assertThat(told(ask(registry, Coding.of(OLD, "B.1"), NEW))).as("which of several, nobody knows").containsExactly("relatedto m via B", "relatedto o via B");
    }

    @Test
    void chaptersAndBlocksAnswerForNobody() {
        Registry registry = CLASSIFICATION.with().conceptMap(map(MAP, OLD, NEW, row("XX", to("chapter", "equivalent")), row("A-B", to("block", "equivalent")))).build();

        Translation none = ask(registry, Coding.of(OLD, "A.1"), NEW);
        assertThat(none.result()).isFalse();
        assertThat(told(none)).containsExactly("unmatched nothing");
        assertThat(reason(none)).isEqualTo(Message.of("translate-no-row", OLD + "#A.1", MAP + "|1"));
        assertThat(told(ask(registry, Coding.of(OLD, "A-B"), NEW))).as("who asks for the block itself gets it").containsExactly("equivalent block");
    }

    @Test
    void anAncestorWithoutATargetEndsTheSearch() {
        Registry registry = CLASSIFICATION.with().conceptMap(map(MAP, OLD, NEW, row("A", to("n", "equivalent")), row("A.1", to(null, "unmatched")))).build();

        Translation none = ask(registry, Coding.of(OLD, "A.11"), NEW);
        assertThat(none.result()).isFalse();
        assertThat(told(none)).containsExactly("unmatched nothing via A.1");
        assertThat(reason(none)).isEqualTo(Message.of("translate-ancestor-unmatched", OLD + "#A.11", MAP + "|1", "A.1"));
    }

    @Test
    void ofSeveralAncestorsAtTheSameDistanceAllCount() {
        Registry registry = CLASSIFICATION.with().conceptMap(map(MAP, OLD, NEW, row("A", to("a", "equivalent")), row("B", to("b", "equivalent")))).build();

        assertThat(told(ask(registry, Coding.of(OLD, "AB"), NEW))).containsExactly("wider a via A", "wider b via B");
    }

    @Test
    void aCodeThatDoesNotExistIsNotGuessedAt() {
        Registry registry = CLASSIFICATION.with().conceptMap(map(MAP, OLD, NEW, row("A", to("a", "equivalent")))).lineage(byDots()).build();

        Translation none = ask(registry, Coding.of(OLD, "A.9"), NEW);
        assertThat(told(none)).containsExactly("unmatched nothing");
        assertThat(reason(none)).isEqualTo(Message.of("Unknown_Code_in", "A.9", OLD));
    }

    @Test
    void aMapThatSaysWhatToDoWithOtherCodesIsObeyed() {
        ConceptMapDefinition map = new ConceptMapDefinition(
                MAP, "1", Standing.ACTIVE, null, null, List.of(new ListedMapGroup(OLD, null, NEW, null, List.of(row("A", to("a", "equivalent"))), new Unmapped.Fixed("other", null))));

        assertThat(told(ask(CLASSIFICATION.with().conceptMap(map).build(), Coding.of(OLD, "A.1"), NEW))).containsExactly("relatedto other");
    }

    /** A family whose codes subdivide at every character after a dot, and that has a national edition. */
    private static Lineage byDots() {
        return new Lineage() {
            @Override
            public List<String> broaderCodes(String system, String code) {
                List<String> broader = new ArrayList<>();
                for (int end = code.length() - 1; code.indexOf('.') > 0 && end > 0; end--) {
                    if (code.charAt(end - 1) != '.') {
                        broader.add(code.substring(0, end).replaceFirst("\\.$", ""));
                    }
                }
                return broader.stream().distinct().toList();
            }

            @Override
            public List<String> otherSpellings(String system, String code) {
                return code.indexOf('.') > 0 ? List.of(code.replace(".", "")) : List.of();
            }

            @Override
            public @Nullable String base(String system) {
                return system.equals(NATIONAL) ? OLD : null;
            }
        };
    }

    @Test
    void broaderCodesThatAListLeavesOutAreToldByTheCode() {
        Registry registry = Samples.registry(codeSystem(NATIONAL).with(concept("A.11"), concept("A"), concept("C.1")).make())
                .with().conceptMap(map(MAP, OLD, NEW, row("A", to("a", "equivalent")), row("A.1", to("a1", "equivalent")))).lineage(byDots()).build();

        assertThat(told(ask(registry, Coding.of(NATIONAL, "A"), NEW))).as("the international map holds for the national edition").containsExactly("equivalent a");
        assertThat(told(ask(registry, Coding.of(NATIONAL, "A.11"), NEW))).containsExactly("wider a1 via A.1");
        assertThat(told(ask(registry, Coding.of(NATIONAL, "C.1"), NEW))).containsExactly("unmatched nothing");
    }

    @Test
    void aMapMayWriteCodesInAnotherWayThanTheirSystem() {
        Registry registry = CLASSIFICATION.with()
                .conceptMap(map(MAP, OLD, NEW, row("A1", to("n", "equivalent")), row("B", to("b", "equivalent"))))
                .conceptMap(map("http://x.no/new-to-old", NEW, OLD, row("n", to("A1", "wider")), row("m", to("A.1", "wider"))))
                .lineage(byDots())
                .build();

        assertThat(told(ask(registry, Coding.of(OLD, "A.1"), NEW))).containsExactly("equivalent n");
        assertThat(told(ask(registry, Coding.of(OLD, "A.11"), NEW))).as("told is the code as its system writes it").containsExactly("wider n via A.1");
        Translation back = new Translator(registry).translate(new TranslationRequest(List.of(Coding.of(OLD, "A.1")), null, null, null, null, NEW, true, List.of(), List.of()));
        assertThat(back.matches()).extracting(Translation.Match::source).containsExactlyInAnyOrder(Coding.of(NEW, "n"), Coding.of(NEW, "m"));
    }

    @Test
    void codesOfAnInternationalSystemAreCodesOfItsNationalEdition() {
        Registry registry = CLASSIFICATION.with().conceptMap(map("http://x.no/new-to-old", NEW, OLD, row("n", to("A.1", "wider")))).lineage(byDots()).build();

        assertThat(ask(registry, Coding.of(NEW, "n"), NATIONAL).matches()).extracting(Translation.Match::concept).containsExactly(Coding.of(NATIONAL, "A.1"));
        Translation back = new Translator(registry).translate(new TranslationRequest(List.of(Coding.of(NATIONAL, "A.1")), null, null, null, null, NEW, true, List.of(), List.of()));
        assertThat(back.matches()).extracting(Translation.Match::source).containsExactly(Coding.of(NEW, "n"));
        assertThat(ask(registry, Coding.of(NEW, "n"), "http://x.no/other-national").result()).isFalse();
    }

    @Test
    void aMapThatWasNotYetInForceIsToldOfAndNotUsed() {
        ConceptMapDefinition map = new ConceptMapDefinition(
                MAP, "2021-03", Standing.ACTIVE, null, null, List.of(new ListedMapGroup(OLD, null, NEW, null, List.of(row("A", to("a", "equivalent"))), null)));
        Registry registry = CLASSIFICATION.with().conceptMap(map).build();

        Registry before = registry.on(new Day(LocalDate.of(2021, 2, 28), true));
        assertThat(ask(before, Coding.of(OLD, "A"), NEW).result()).isFalse();
        assertThat(ask(before, Coding.of(OLD, "A"), NEW).message()).isEqualTo(Message.of("translate-map-not-in-force", OLD + "#A", "2021-02-28", MAP + "|2021-03"));
        assertThat(ask(before, Coding.of(OLD, "A"), NEWEST).message()).isEqualTo(Message.of("translate-without-map", OLD + "#A", NEWEST));
        assertThat(told(ask(registry.on(new Day(LocalDate.of(2021, 3, 1), true)), Coding.of(OLD, "A"), NEW))).containsExactly("equivalent a");
    }

    @Test
    void whereAMapSaysThatThereIsNoTargetThatIsTheReasonWhateverItRemarks() {
        MapTarget remarked = new MapTarget(null, null, "unmatched", "left out on purpose", List.of(), List.of());
        Translation none = ask(CLASSIFICATION.with().conceptMap(map(MAP, OLD, NEW, row("A", remarked))).build(), Coding.of(OLD, "A"), NEW);

        assertThat(none.result()).isFalse();
        assertThat(reason(none)).isEqualTo(Message.of("translate-said-unmatched", OLD + "#A", MAP + "|1"));
    }

    private static Registry twoMaps() {
        return CLASSIFICATION.with()
                .conceptMap(map(MAP, OLD, NEW, row("A", to("n", "equivalent"), to("m", "wider")), row("B", to("x", "wider"), to("d", "equivalent")), row("B.1", to(null, "unmatched"))))
                .conceptMap(map("http://x.no/new-to-newest", NEW, NEWEST, row("n", to("1", "wider")), row("m", to("2", "narrower")), row("x", to("3", "wider"), to("4", "equal"))))
                .build();
    }

    @Test
    void aWayThroughAnotherSystemTellsItsStepsAndClaimsWhatFollowsFromThem() {
        Translation translation = ask(twoMaps(), Coding.of(OLD, "A"), NEWEST, NEW);

        assertThat(translation.result()).isTrue();
        assertThat(told(translation)).containsExactly("wider 1", "relatedto 2");
        Translation.Match first = translation.matches().getFirst();
        assertThat(first.map()).isNull();
        assertThat(first.reason()).isNull();
        assertThat(first.steps()).extracting(step -> step.from().code() + " " + step.match().mapping().equivalence() + " " + step.match().map())
                .containsExactly("A equivalent " + MAP + "|1", "n wider http://x.no/new-to-newest|1");
        assertThat(translation.matches().get(1).reason()).isEqualTo(Message.of("translate-steps-do-not-tell"));
    }

    @Test
    void aWayMayGoByAnAncestor() {
        Translation translation = ask(twoMaps(), Coding.of(OLD, "A.1"), NEWEST, NEW);

        assertThat(told(translation)).containsExactly("wider 1", "relatedto 2");
        assertThat(translation.matches().getFirst().steps().getFirst().match().via()).isEqualTo(Coding.of(OLD, "A"));
    }

    @Test
    void aWayThatEndsEarlyIsToldBesideThoseThatArrive() {
        Translation translation = ask(twoMaps(), Coding.of(OLD, "B"), NEWEST, NEW);

        assertThat(told(translation)).containsExactly("unmatched nothing", "wider 3", "wider 4");
        Translation.Match ended = translation.matches().getFirst();
        assertThat(ended.steps()).extracting(step -> step.from().code()).containsExactly("B", "d");
        assertThat(ended.reason()).isEqualTo(Message.of("translate-no-row", NEW + "#d", "http://x.no/new-to-newest|1"));

        Translation none = ask(twoMaps(), Coding.of(OLD, "B.1"), NEWEST, NEW);
        assertThat(none.result()).isFalse();
        assertThat(told(none)).containsExactly("unmatched nothing");
        assertThat(none.matches().getFirst().steps()).hasSize(1);
    }

    @Test
    void aWayWithoutAMapIsNone() {
        Translation none = ask(twoMaps(), Coding.of(OLD, "A"), "http://x.no/elsewhere", NEW);

        assertThat(none.result()).isFalse();
        assertThat(none.matches()).extracting(Translation.Match::reason).containsExactly(
                Message.of("translate-without-map", NEW + "#n", "http://x.no/elsewhere"), Message.of("translate-without-map", NEW + "#m", "http://x.no/elsewhere"));
    }

    @Test
    void aWayCanBeGoneBack() {
        Translation back = new Translator(twoMaps())
                .translate(new TranslationRequest(List.of(Coding.of(NEWEST, "1")), null, null, null, null, OLD, true, List.of(), List.of(NEW)));

        assertThat(back.matches()).hasSize(1);
        Translation.Match match = back.matches().getFirst();
        assertThat(match.source()).isEqualTo(Coding.of(OLD, "A"));
        assertThat(match.concept()).isEqualTo(Coding.of(NEWEST, "1"));
        assertThat(match.mapping().equivalence()).isEqualTo("wider");
    }

    @Test
    void moreWaysThanAnyoneCouldUseAreRefused() {
        List<ListedMapGroup.Element> second = new ArrayList<>();
        List<MapTarget> many = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            many.add(to("m" + i, "inexact"));
        }
        many.forEach(target -> second.add(row(String.valueOf(target.code()), many.toArray(MapTarget[]::new))));
        Registry registry = CLASSIFICATION.with()
                .conceptMap(map(MAP, OLD, NEW, row("A", many.toArray(MapTarget[]::new))))
                .conceptMap(map("http://x.no/2", NEW, NEWEST, second.toArray(ListedMapGroup.Element[]::new)))
                .build();

        assertThatExceptionOfType(TerminologyException.class)
                .isThrownBy(() -> ask(registry, Coding.of(OLD, "A"), NEWEST, NEW))
                .satisfies(e -> assertThat(e.issues().getFirst().code()).isEqualTo("too-costly"));
    }
}
