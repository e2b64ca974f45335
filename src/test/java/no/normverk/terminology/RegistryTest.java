package no.normverk.terminology;

import static no.normverk.terminology.Samples.codeSystem;
import static no.normverk.terminology.Samples.registry;
import static no.normverk.terminology.Samples.valueSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import no.normverk.terminology.map.ConceptMapDefinition;
import no.normverk.terminology.map.ListedMapGroup;
import no.normverk.terminology.valueset.ValueSetDefinition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RegistryTest {

    private static final String S = "http://x.no/s";

    private static CodeSystemVersion version(String version) {
        return codeSystem(S).version(version).codes("a").make();
    }

    private static CodeSystemVersion version(String version, String status, @Nullable String date) {
        return codeSystem(S).version(version).standing(new Standing(status, false, null, date)).codes("a").make();
    }

    @Test
    void theNewestAnswersWhenNoneIsNamed() {
        List<CodeSystemVersion> versions = new ArrayList<>(List.of(version("1.0.0"), version("1.9.0"), version("1.10.0")));
        for (int order = 0; order < 6; order++) {
            Collections.shuffle(versions, new Random(order));
            Registry registry = registry(versions.toArray(CodeSystemVersion[]::new));
            assertThat(answering(registry, null)).isEqualTo("1.10.0");
        }
    }

    @Test
    void anActiveVersionComesBeforeANewerDraft() {
        Registry registry = registry(version("2", "draft", null), version("1", "active", null), version("3", "retired", null));

        assertThat(answering(registry, null)).isEqualTo("1");
        assertThat(answering(registry, "3")).isEqualTo("3");
        assertThat(registry.codeSystemVersions(S).stream().map(system -> system.header().version())).containsExactly("1", "3", "2");
    }

    @Test
    void anOperatorsEditionAnswersThoughANewerOfAnotherKindIsHeld() {
        String norway = S + "/51000202101/version/";
        String international = S + "/900000000000207008/version/";
        DefaultVersions wanted = DefaultVersions.parse(List.of(S + "|" + S + "/51000202101", ""));
        Registry.Builder builder = Registry.empty().with().defaults(wanted);
        List.of(norway + "20250415", international + "20260101", norway + "20251015").forEach(version -> builder.codeSystem(version(version)));
        Registry registry = builder.build();

        assertThat(answering(registry, null)).isEqualTo(norway + "20251015");
        assertThat(answering(registry, S + "/900000000000207008")).isEqualTo(international + "20260101");
        assertThat(answering(Registry.empty().with().defaults(wanted).codeSystem(version(international + "20260101")).build(), null))
                .as("what is not held is passed over")
                .isEqualTo(international + "20260101");
        assertThat(answering(registry.with().codeSystem(version(international + "20200101")).build(), null))
                .as("who brings a version with a request means that one")
                .isEqualTo(international + "20200101");
    }

    @Test
    void aDefaultWithoutAVersionIsRefused() {
        assertThatThrownBy(() -> DefaultVersions.parse(List.of("http://snomed.info/sct")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'http://snomed.info/sct' names no version")
                .hasMessageContaining("url|version");
    }

    @Test
    void ofVersionsWithoutOrderTheLaterDateAnswersAndNeverTheLaterLoaded() {
        Registry registry = registry(version("1.1", "active", "2023"), version("1.01", "active", "2024-05"));

        assertThat(answering(registry, null)).isEqualTo("1.01");
        assertThat(answering(registry(version("1.1"), version("1.01")), null))
                .isEqualTo(answering(registry(version("1.01"), version("1.1")), null));
    }

    @Test
    void aPatternFindsTheNewestThatMatches() {
        Registry registry = registry(version("1.0.0"), version("1.2.0"), version("2.0.0"));

        assertThat(answering(registry, "1.x.x")).isEqualTo("1.2.0");
        assertThat(answering(registry, "1.0.x")).isEqualTo("1.0.0");
        assertThat(registry.codeSystem(S, "1")).isNull();
        assertThat(registry.codeSystem(S, "3.x.x")).isNull();
        assertThat(registry.codeSystem("http://x.no/other", null)).isNull();
    }

    private static @Nullable String answering(Registry registry, @Nullable String version) {
        return Objects.requireNonNull(registry.codeSystem(S, version)).header().version();
    }

    @Test
    void versionNamesComeOldestFirst() {
        Registry registry = registry(version("1.10"), version("1.9"), version("1.0"), codeSystem(S).make());

        assertThat(registry.versionNames(S)).containsExactly("1.0", "1.9", "1.10");
        assertThat(registry.versionNames("http://x.no/other")).isEmpty();
    }

    @Test
    void whatIsPutLaterReplacesTheSameUrlAndVersion() {
        CodeSystemVersion first = version("1");
        CodeSystemVersion second = version("1");
        Registry registry = registry(first, second);

        assertThat(registry.codeSystem(S, "1")).isSameAs(second);
        assertThat(registry.codeSystemVersions(S)).containsExactly(second);
    }

    @Test
    void whatARequestBringsIsLaidOverAndDoesNotLeak() {
        Registry held = registry(version("1"), codeSystem("http://x.no/t").make()).with().valueSet(valueSet("http://x.no/v").make()).build();
        Registry request = held.with()
                .codeSystem(version("2"))
                .codeSystem(codeSystem("http://x.no/own").make())
                .valueSet(valueSet("http://x.no/own-v").make())
                .build();

        assertThat(answering(request, null)).isEqualTo("2");
        assertThat(answering(request, "1")).isEqualTo("1");
        assertThat(request.codeSystem("http://x.no/t", null)).isNotNull();
        assertThat(request.valueSet("http://x.no/v", null)).isNotNull();
        assertThat(request.codeSystemUrls()).containsExactlyInAnyOrder(S, "http://x.no/t", "http://x.no/own");

        assertThat(answering(held, null)).isEqualTo("1");
        assertThat(held.codeSystem(S, "2")).isNull();
        assertThat(held.codeSystem("http://x.no/own", null)).isNull();
        assertThat(held.valueSet("http://x.no/own-v", null)).isNull();
        assertThat(held.codeSystemUrls()).containsExactlyInAnyOrder(S, "http://x.no/t");
    }

    @Test
    void layersMayLieOnLayers() {
        Registry one = registry(version("1"));
        Registry two = one.with().codeSystem(version("2")).build();
        Registry three = two.with().codeSystem(version("3")).build();

        assertThat(three.versionNames(S)).containsExactly("1", "2", "3");
        assertThat(two.versionNames(S)).containsExactly("1", "2");
        assertThat(one.versionNames(S)).containsExactly("1");
    }

    @Test
    void aResourceIsMadeWhenFirstAskedForAndOnlyOnce() {
        AtomicInteger made = new AtomicInteger();
        Registry registry = Registry.empty().with()
                .codeSystem(S, "1", Standing.ACTIVE, () -> {
                    made.incrementAndGet();
                    return version("1");
                })
                .build();

        assertThat(made).hasValue(0);
        assertThat(registry.codeSystem(S, null)).isSameAs(registry.codeSystem(S, "1"));
        assertThat(made).hasValue(1);
    }

    @Test
    void aResourceThatCouldNotBeMadeIsTriedAgain() {
        AtomicInteger tries = new AtomicInteger();
        Registry registry = Registry.empty().with()
                .codeSystem(S, "1", Standing.ACTIVE, () -> {
                    if (tries.incrementAndGet() == 1) {
                        throw new IllegalStateException("not yet");
                    }
                    return version("1");
                })
                .build();

        org.assertj.core.api.Assertions.assertThatIllegalStateException().isThrownBy(() -> registry.codeSystem(S, null));
        assertThat(registry.codeSystem(S, null)).isNotNull();
    }

    @Test
    void implicitDefinitionsAnswerWhatIsNotListed() {
        ConceptMapDefinition implicitMap = map("http://x.no/s?map", S, "http://x.no/t");
        Registry registry = registry(version("1")).with()
                .valueSet(valueSet("http://x.no/s?listed").version("7").make())
                .conceptMap(map("http://x.no/m2", S, "http://x.no/t"))
                .conceptMap(map("http://x.no/m1", S, "http://x.no/u"))
                .implicit(List.of(new Registry.ImplicitDefinitions() {
                    @Override
                    public @Nullable ValueSetDefinition valueSet(Registry asked, String url, @Nullable String version) {
                        return url.contains("?") ? ValueSetDefinition.implicit(url, version, "Implicit", "Implicit", List.of()) : null;
                    }

                    @Override
                    public @Nullable ConceptMapDefinition conceptMap(Registry asked, String url, @Nullable String version) {
                        return url.contains("?") ? implicitMap : null;
                    }

                    @Override
                    public List<String> conceptMapUrls(Registry asked, String sourceSystem) {
                        return sourceSystem.equals(S) ? List.of("http://x.no/s?map") : List.of();
                    }
                }))
                .build();

        assertThat(Objects.requireNonNull(registry.valueSet("http://x.no/s?listed", null)).version()).isEqualTo("7");
        assertThat(Objects.requireNonNull(registry.valueSet("http://x.no/s?other", null)).name()).isEqualTo("Implicit");
        assertThat(registry.valueSet("http://x.no/none", null)).isNull();
        assertThat(registry.conceptMap("http://x.no/s?map", null)).isSameAs(implicitMap);
        assertThat(registry.conceptMapsFrom(S).stream().map(ConceptMapDefinition::url))
                .containsExactly("http://x.no/m1", "http://x.no/m2", "http://x.no/s?map");
        assertThat(registry.conceptMapsTo("http://x.no/t").stream().map(ConceptMapDefinition::url)).containsExactly("http://x.no/m2");
        assertThat(registry.with().build().conceptMapsFrom(S)).hasSize(3);
    }

    private static ConceptMapDefinition map(String url, String source, String target) {
        return new ConceptMapDefinition(
                url, null, Standing.ACTIVE, null, null, List.of(new ListedMapGroup(source, null, target, null, List.of(), null)));
    }
}
