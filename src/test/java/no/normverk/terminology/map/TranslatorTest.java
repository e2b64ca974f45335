package no.normverk.terminology.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.Coding;
import no.normverk.terminology.Message;
import no.normverk.terminology.Registry;
import no.normverk.terminology.Standing;
import no.normverk.terminology.TerminologyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class TranslatorTest {

    private static final String FROM = "http://x.no/from";
    private static final String TO = "http://x.no/to";

    private static MapTarget to(@Nullable String code, String equivalence, MapAttribute... dependsOn) {
        return new MapTarget(code, null, equivalence, null, List.of(dependsOn), List.of());
    }

    private static ListedMapGroup.Element element(String code, MapTarget... targets) {
        return new ListedMapGroup.Element(code, null, List.of(targets));
    }

    private static ConceptMapDefinition map(String url, MapGroup... groups) {
        return new ConceptMapDefinition(url, null, Standing.ACTIVE, Canonical.of("http://x.no/vs-from", null), Canonical.of("http://x.no/vs-to", null), List.of(groups));
    }

    private static MapGroup group(String source, String target, @Nullable Unmapped unmapped, ListedMapGroup.Element... elements) {
        return new ListedMapGroup(source, null, target, null, List.of(elements), unmapped);
    }

    private static Registry holding(ConceptMapDefinition... maps) {
        Registry.Builder registry = Registry.empty().with();
        for (ConceptMapDefinition map : maps) {
            registry.conceptMap(map);
        }
        return registry.build();
    }

    /** A question with what matters to it. */
    private record Asked(
            @Nullable String map, @Nullable String otherSystem, boolean reverse, List<MapAttribute> facts, @Nullable String sourceScope, @Nullable String targetScope) {

        static Asked anyMap() {
            return new Asked(null, null, false, List.of(), null, null);
        }

        static Asked of(String map) {
            return new Asked(map, null, false, List.of(), null, null);
        }

        Asked system(String other) {
            return new Asked(map, other, reverse, facts, sourceScope, targetScope);
        }

        Asked inReverse() {
            return new Asked(map, otherSystem, true, facts, sourceScope, targetScope);
        }

        Asked knowing(MapAttribute... known) {
            return new Asked(map, otherSystem, reverse, List.of(known), sourceScope, targetScope);
        }

        Asked scopes(@Nullable String source, @Nullable String target) {
            return new Asked(map, otherSystem, reverse, facts, source, target);
        }

        Translation translate(Registry registry, Coding... codings) {
            return new Translator(registry).translate(new TranslationRequest(
                    List.of(codings), map == null ? null : Canonical.parse(map), null, sourceScope, targetScope, otherSystem, reverse, facts, List.of()));
        }
    }

    private static List<String> told(Translation translation) {
        return translation.matches().stream()
                .map(match -> match.mapping().equivalence() + " " + (match.concept() == null ? "nothing" : match.concept().system() + "#" + match.concept().code())
                        + (match.source() == null ? "" : " from " + match.source().code()))
                .toList();
    }

    private static final MapGroup GROUP = group(FROM, TO, null,
            element("a", to("1", "equivalent"), to("2", "wider")),
            element("b", to("1", "narrower")),
            element("c", to(null, "unmatched")),
            element("d"));

    @Test
    void everyTargetIsAMatchInTheMapsOrder() {
        Translation translation = Asked.of("http://x.no/m").translate(holding(map("http://x.no/m", GROUP)), Coding.of(FROM, "a"));

        assertThat(translation.result()).isTrue();
        assertThat(told(translation)).containsExactly("equivalent http://x.no/to#1", "wider http://x.no/to#2");
        assertThat(translation.message()).isNull();
        assertThat(translation.matches().getFirst().map()).isEqualTo(Canonical.of("http://x.no/m", null));
    }

    @Test
    void aCodeSaidToHaveNoTargetIsAMatchButNoResult() {
        Translation translation = Asked.of("http://x.no/m").translate(holding(map("http://x.no/m", GROUP)), Coding.of(FROM, "c"));

        assertThat(translation.result()).isFalse();
        assertThat(told(translation)).containsExactly("unmatched nothing");
    }

    @Test
    void aCodeTheMapDoesNotMentionIsToldWithTheMapsAsked() {
        Translation translation = Asked.of("http://x.no/m").translate(holding(map("http://x.no/m", GROUP)), Coding.of(FROM, "q"));

        assertThat(translation.result()).isFalse();
        assertThat(Objects.requireNonNull(translation.message())).isEqualTo(Message.of("translate-not-mapped", FROM + "#q", "http://x.no/m"));
        assertThat(told(translation)).containsExactly("unmatched nothing");
        assertThat(translation.matches().getFirst().reason()).isEqualTo(Message.of("translate-no-row", FROM + "#q", "http://x.no/m"));
        assertThat(translation.matches().getFirst().map()).isEqualTo(Canonical.of("http://x.no/m", null));
    }

    @Test
    void aCodeListedWithoutATargetHasNone() {
        Translation translation = Asked.of("http://x.no/m").translate(holding(map("http://x.no/m", GROUP)), Coding.of(FROM, "d"));

        assertThat(translation.result()).isFalse();
        assertThat(translation.matches().getFirst().reason()).isEqualTo(Message.of("translate-said-unmatched", FROM + "#d", "http://x.no/m"));
    }

    @Test
    void withoutAMapNamedEveryMapThatFitsIsAsked() {
        Registry registry = holding(map("http://x.no/m2", group(FROM, "http://x.no/third", null, element("a", to("t", "equal")))), map("http://x.no/m1", GROUP));

        assertThat(told(Asked.anyMap().translate(registry, Coding.of(FROM, "a"))))
                .containsExactly("equivalent http://x.no/to#1", "wider http://x.no/to#2", "equal http://x.no/third#t");
        assertThat(told(Asked.anyMap().system("http://x.no/third").translate(registry, Coding.of(FROM, "a")))).containsExactly("equal http://x.no/third#t");
        assertThat(Objects.requireNonNull(Asked.anyMap().translate(registry, Coding.of("http://x.no/none", "a")).message()).id()).isEqualTo("translate-without-map");
    }

    @Test
    void inReverseTheSourcesAreFound() {
        Registry registry = holding(map("http://x.no/m", GROUP));

        assertThat(told(Asked.of("http://x.no/m").inReverse().translate(registry, Coding.of(TO, "1"))))
                .containsExactly("equivalent http://x.no/to#1 from a", "narrower http://x.no/to#1 from b");
        assertThat(told(Asked.anyMap().inReverse().translate(registry, Coding.of(TO, "2")))).containsExactly("wider http://x.no/to#2 from a");
        assertThat(told(Asked.anyMap().inReverse().system(FROM).translate(registry, Coding.of(TO, "2")))).containsExactly("wider http://x.no/to#2 from a");
        assertThat(Asked.anyMap().inReverse().system("http://x.no/none").translate(registry, Coding.of(TO, "2")).matches()).isEmpty();
        Translation nowhere = Asked.anyMap().inReverse().translate(registry, Coding.of(TO, "9"));
        assertThat(nowhere.result()).isFalse();
        assertThat(told(nowhere)).containsExactly("unmatched nothing");
        assertThat(nowhere.matches().getFirst().reason()).isEqualTo(Message.of("translate-nothing-leads-here", TO + "#9", "http://x.no/m"));
    }

    @Test
    void scopesChooseTheMaps() {
        Registry registry = holding(map("http://x.no/m", GROUP));

        assertThat(Asked.anyMap().scopes("http://x.no/vs-from", "http://x.no/vs-to").translate(registry, Coding.of(FROM, "a")).result()).isTrue();
        assertThat(Asked.anyMap().scopes("http://x.no/vs-from|1", null).translate(registry, Coding.of(FROM, "a")).result()).isTrue();
        assertThat(Asked.anyMap().scopes("http://x.no/vs-other", null).translate(registry, Coding.of(FROM, "a")).result()).isFalse();
        assertThat(Asked.anyMap().scopes(null, "http://x.no/vs-other").translate(registry, Coding.of(FROM, "a")).result()).isFalse();
    }

    @Test
    void unmappedCodesMayBeKeptFixedOrSentOn() {
        Registry registry = holding(
                map("http://x.no/kept", group(FROM, TO, new Unmapped.Provided(), element("a", to("1", "equal")))),
                map("http://x.no/fixed", group(FROM, TO, new Unmapped.Fixed("0", "Ask"), element("a", to("1", "equal")))),
                map("http://x.no/on", group(FROM, TO, new Unmapped.OtherMap("http://x.no/kept"), element("b", to("2", "equal")))));

        assertThat(told(Asked.of("http://x.no/kept").translate(registry, Coding.of(FROM, "q")))).containsExactly("equal http://x.no/to#q");
        assertThat(told(Asked.of("http://x.no/fixed").translate(registry, Coding.of(FROM, "q")))).containsExactly("relatedto http://x.no/to#0");
        assertThat(told(Asked.of("http://x.no/on").translate(registry, Coding.of(FROM, "a")))).containsExactly("equal http://x.no/to#1");
        assertThat(told(Asked.of("http://x.no/on").translate(registry, Coding.of(FROM, "b")))).containsExactly("equal http://x.no/to#2");
    }

    @Test
    void mapsThatSendCodesRoundAreRefusedWithTheirWay() {
        Registry registry = holding(
                map("http://x.no/1", group(FROM, TO, new Unmapped.OtherMap("http://x.no/2"))), map("http://x.no/2", group(FROM, TO, new Unmapped.OtherMap("http://x.no/1"))));

        assertThatExceptionOfType(TerminologyException.class)
                .isThrownBy(() -> Asked.of("http://x.no/1").translate(registry, Coding.of(FROM, "a")))
                .satisfies(e -> assertThat(e.issues().getFirst().message()).isEqualTo(Message.of("concept-map-circular", "http://x.no/1", "http://x.no/1, http://x.no/2")));
    }

    @Test
    void mapsThatFanOutAreAskedOnceAndEndlessOnesRefused() {
        Registry.Builder registry = Registry.empty().with().conceptMap(map("http://x.no/0", GROUP));
        for (int i = 1; i <= 20_000; i++) {
            Unmapped below = new Unmapped.OtherMap("http://x.no/" + (i - 1));
            registry.conceptMap(map("http://x.no/" + i, group(FROM, TO, below), group(FROM, TO, below)));
        }
        Registry maps = registry.build();

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assertThat(told(Asked.of("http://x.no/60").translate(maps, Coding.of(FROM, "b")))).containsExactly("narrower http://x.no/to#1");
            assertThatExceptionOfType(TerminologyException.class)
                    .isThrownBy(() -> Asked.of("http://x.no/20000").translate(maps, Coding.of(FROM, "b")))
                    .satisfies(e -> assertThat(e.issues().getFirst().message().id()).isEqualTo("concept-map-too-deep"));
        });
    }

    @Test
    void aMappingThatDependsOnSomethingIsTakenUnlessTheFactsContradict() {
        MapAttribute outdoors = new MapAttribute("http://x.no/where", null, "out", null);
        MapAttribute indoors = new MapAttribute("http://x.no/where", null, "in", null);
        MapAttribute other = new MapAttribute("http://x.no/when", null, "now", null);
        Registry registry = holding(map("http://x.no/m", group(FROM, TO, null, element("a", to("1", "equal", outdoors), to("2", "equal", indoors), to("3", "equal")))));
        Asked asked = Asked.of("http://x.no/m");

        assertThat(told(asked.translate(registry, Coding.of(FROM, "a")))).hasSize(3);
        assertThat(told(asked.knowing(outdoors).translate(registry, Coding.of(FROM, "a")))).containsExactly("equal http://x.no/to#1", "equal http://x.no/to#3");
        assertThat(told(asked.knowing(other).translate(registry, Coding.of(FROM, "a")))).hasSize(3);
    }

    @Test
    void versionsChooseMapsAndGroups() {
        MapGroup ofOne = new ListedMapGroup(FROM, "1", TO, "7", List.of(element("a", to("one", "equal"))), null);
        MapGroup ofTwo = new ListedMapGroup(FROM, "2", TO, "8", List.of(element("a", to("two", "equal"))), null);
        ConceptMapDefinition first = new ConceptMapDefinition("http://x.no/m", "1", Standing.ACTIVE, null, null, List.of(ofOne, ofTwo));
        ConceptMapDefinition second = new ConceptMapDefinition("http://x.no/m", "2", Standing.ACTIVE, null, null, List.of(ofOne));
        Registry registry = holding(first, second);

        assertThat(told(Asked.of("http://x.no/m").translate(registry, Coding.of(FROM, "a")))).containsExactly("equal http://x.no/to#one");
        assertThat(told(Asked.of("http://x.no/m|1").translate(registry, Coding.of(FROM, "a")))).containsExactly("equal http://x.no/to#one", "equal http://x.no/to#two");
        Translation pinned = Asked.of("http://x.no/m|1").translate(registry, new Coding(FROM, "2", "a", null));
        assertThat(told(pinned)).containsExactly("equal http://x.no/to#two");
        assertThat(Objects.requireNonNull(pinned.matches().getFirst().concept()).version()).isEqualTo("8");
        assertThat(told(Asked.of("http://x.no/m|1").inReverse().translate(registry, new Coding(TO, "8", "one", null)))).containsExactly("unmatched nothing");
    }

    @Test
    void aMapThatIsNotThereIsNamedWithItsVersion() {
        assertThatExceptionOfType(TerminologyException.class)
                .isThrownBy(() -> Asked.of("http://x.no/none|3").translate(holding(), Coding.of(FROM, "a")))
                .satisfies(e -> assertThat(e.issues().getFirst().message()).isEqualTo(Message.of("concept-map-unknown", "http://x.no/none|3")));
    }

    @Test
    void severalCodingsAreTranslatedOneAfterTheOther() {
        assertThat(told(Asked.anyMap().translate(holding(map("http://x.no/m", GROUP)), Coding.of(FROM, "b"), Coding.of("http://x.no/none", "b"), Coding.of(FROM, "a"))))
                .containsExactly("narrower http://x.no/to#1", "equivalent http://x.no/to#1", "wider http://x.no/to#2");
    }

    @Test
    void theSameMatchOfTheSameMapIsToldOnce() {
        assertThat(told(Asked.anyMap().translate(holding(map("http://x.no/m", GROUP)), Coding.of(FROM, "b"), Coding.of(FROM, "b")))).containsExactly("narrower http://x.no/to#1");
    }
}
