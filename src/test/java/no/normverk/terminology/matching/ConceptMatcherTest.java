package no.normverk.terminology.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import no.normverk.terminology.CodeSystemHeader;
import no.normverk.terminology.ConceptProperty;
import no.normverk.terminology.Value;
import no.normverk.terminology.memory.CodeSystemDefinition;
import no.normverk.terminology.memory.ConceptDefinition;
import no.normverk.terminology.memory.InMemoryCodeSystem;
import org.junit.jupiter.api.Test;

class ConceptMatcherTest {

    private static final InMemoryCodeSystem SYSTEM = new InMemoryCodeSystem(new CodeSystemDefinition(
            CodeSystemHeader.complete("http://x.no/birds", "1", "Birds", "en"),
            List.of(
                    concept("body", "Body", null),
                    concept("wing", "Wing", "body"),
                    concept("pinion", "Pinion", "wing"),
                    concept("hurt", "Hurt", null),
                    concept("hurt-wing", "Hurt wing", "hurt", property("site", "wing"), property("kind", "hurt")),
                    concept("hurt-both-wings", "Hurt both wings", "hurt-wing", property("site", "wing"), property("kind", "hurt")),
                    concept("cut-wing", "Cut wing", "hurt", property("site", "wing"), property("kind", "cut")),
                    concept("hurt-pinion", "Hurt pinion", "hurt", property("site", "pinion"), property("kind", "hurt")),
                    concept("gone", "Gone", null, property("site", "wing"), property("status", "retired")))));

    private static ConceptProperty property(String code, String value) {
        return new ConceptProperty(code, new Value.Code(value));
    }

    private static ConceptDefinition concept(
            String code, String display, @org.jspecify.annotations.Nullable String parent, ConceptProperty... properties) {
        return new ConceptDefinition(
                code, display, null, parent == null ? List.of() : List.of(parent), List.of(), List.of(properties), List.of());
    }

    private static WantedProperty wanted(String code, String value) {
        return new WantedProperty(code, new Value.Code(value), List.of());
    }

    private static List<String> told(List<ConceptMatch> matches) {
        return matches.stream()
                .map(match -> SYSTEM.code(match.ordinal())
                        + (match.unmatched().isEmpty() ? "" : " without " + codes(match.unmatched()))
                        + (match.approximate().isEmpty() ? "" : " about " + codes(match.approximate())))
                .toList();
    }

    private static String codes(List<WantedProperty> properties) {
        return String.join(",", properties.stream().map(WantedProperty::code).toList());
    }

    @Test
    void completeMatchesComeBeforePartialOnesAndUpperConceptsBeforeLower() {
        assertThat(told(new ConceptMatcher(SYSTEM, List.of(wanted("site", "wing"), wanted("kind", "hurt"))).precise(10)))
                .containsExactly("hurt-wing", "hurt-both-wings", "cut-wing without kind", "hurt-pinion without site");
    }

    @Test
    void noMoreIsToldThanWanted() {
        assertThat(new ConceptMatcher(SYSTEM, List.of(wanted("site", "wing"), wanted("kind", "hurt"))).precise(3)).hasSize(3);
    }

    @Test
    void anUnknownPropertyOrValueIsUnmatchedAndNoFailure() {
        assertThat(told(new ConceptMatcher(SYSTEM, List.of(wanted("site", "pinion"), wanted("colour", "red"))).precise(10)))
                .containsExactly("hurt-pinion without colour");
        assertThat(new ConceptMatcher(SYSTEM, List.of(wanted("site", "beak"))).precise(10)).isEmpty();
    }

    @Test
    void possibleMatchesHaveAValueAboveOrBelowTheOneAskedFor() {
        List<ConceptMatch> matches = new ConceptMatcher(SYSTEM, List.of(wanted("site", "pinion"), wanted("kind", "cut"))).precisePossible(10);

        assertThat(told(matches)).startsWith("cut-wing without site", "hurt-pinion without kind").hasSizeGreaterThan(2);
        assertThat(told(new ConceptMatcher(SYSTEM, List.of(wanted("site", "body"))).precisePossible(10)))
                .containsExactly("hurt-wing about site", "cut-wing about site", "hurt-pinion about site", "hurt-both-wings about site");
    }

    @Test
    void aTextIsMatchedPreciselyOrByItsWords() {
        List<WantedProperty> text = List.of(new WantedProperty("display", new Value.Text("hurt WING"), List.of()));

        assertThat(told(new ConceptMatcher(SYSTEM, text).precise(10))).containsExactly("hurt-wing");
        assertThat(told(new ConceptMatcher(SYSTEM, text).precisePossible(10))).containsExactly("hurt-wing", "hurt-both-wings about display");
    }

    @Test
    void aMatchIsUnmatchedExactlyInWhatTheConceptLacks() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<ConceptDefinition> concepts = new ArrayList<>();
        Map<String, List<String>> has = new HashMap<>();
        for (int i = 0; i < 60; i++) {
            List<ConceptProperty> properties = new ArrayList<>();
            List<String> own = new ArrayList<>();
            for (int p = 0; p < 5; p++) {
                if (random.nextBoolean()) {
                    properties.add(property("p" + p, "v"));
                    own.add("p" + p);
                }
            }
            has.put("c" + i, own);
            concepts.add(concept("c" + i, "C", null, properties.toArray(ConceptProperty[]::new)));
        }
        InMemoryCodeSystem system =
                new InMemoryCodeSystem(new CodeSystemDefinition(CodeSystemHeader.complete("http://x.no/r", "1", "R", "en"), concepts));
        List<WantedProperty> wanted = List.of(wanted("p0", "v"), wanted("p1", "v"), wanted("p2", "v"));
        List<ConceptMatch> matches = new ConceptMatcher(system, wanted).precise(100);
        int last = 0;
        for (ConceptMatch match : matches) {
            List<String> lacks = wanted.stream().map(WantedProperty::code)
                    .filter(code -> !has.getOrDefault(system.code(match.ordinal()), List.of()).contains(code)).toList();
            assertThat(match.unmatched().stream().map(WantedProperty::code).toList()).as("seed %d", seed).isEqualTo(lacks);
            assertThat(lacks.size()).as("seed %d: the best come first", seed).isGreaterThanOrEqualTo(last);
            last = lacks.size();
        }
        long some = has.values().stream().filter(own -> own.stream().anyMatch(List.of("p0", "p1", "p2")::contains)).count();
        assertThat(matches).as("seed %d", seed).hasSize((int) some);
    }
}
