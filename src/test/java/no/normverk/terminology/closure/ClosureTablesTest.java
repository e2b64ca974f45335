package no.normverk.terminology.closure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import no.normverk.terminology.CodeSystemHeader;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Coding;
import no.normverk.terminology.Registry;
import no.normverk.terminology.TerminologyException;
import no.normverk.terminology.memory.CodeSystemDefinition;
import no.normverk.terminology.memory.ConceptDefinition;
import no.normverk.terminology.memory.InMemoryCodeSystem;
import no.normverk.terminology.naming.Aliases;
import no.normverk.terminology.naming.NamingSystem;
import no.normverk.terminology.naming.UniqueId;
import org.junit.jupiter.api.Test;

class ClosureTablesTest {

    private static final String URL = "http://x.no/birds";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final InstantSource clock = now::get;
    private final ClosureTables tables = new ClosureTables(new ClosureLimits(2, 100, 150, Duration.ofHours(1)), clock);
    private final Registry registry = registry("1");

    private static Registry registry(String version) {
        return Registry.empty()
                .with()
                .codeSystem(system(version, List.of(
                        concept("bird"), concept("duck", "bird"), concept("teal", "duck"), concept("gull", "bird"), concept("mixed", "duck", "gull"))))
                .build();
    }

    private static CodeSystemVersion system(String version, List<ConceptDefinition> concepts) {
        return new InMemoryCodeSystem(new CodeSystemDefinition(CodeSystemHeader.complete(URL, version, "Birds", "en"), concepts));
    }

    private static ConceptDefinition concept(String code, String... parents) {
        return new ConceptDefinition(code, code, null, List.of(parents), List.of(), List.of(), List.of());
    }

    private static Coding coding(String code) {
        return new Coding(URL, null, code, null);
    }

    private static List<String> told(ClosureUpdate update) {
        return update.entries().stream()
                .map(entry -> entry.source().code() + " " + entry.meaning().code() + " "
                        + (entry.target() == null ? "-" : entry.target().code()))
                .sorted()
                .toList();
    }

    @Test
    void aNewTableHasVersionZeroAndNothingInIt() {
        assertThat(tables.initialise("t")).isEqualTo(new ClosureUpdate(0, List.of()));
    }

    @Test
    void eachNewConceptIsRelatedToThoseInTheTable() {
        tables.initialise("t");

        assertThat(told(tables.add("t", List.of(coding("bird"), coding("teal")), registry))).containsExactly("teal subsumes bird");
        assertThat(told(tables.add("t", List.of(coding("duck")), registry)))
                .containsExactly("duck subsumes bird", "teal subsumes duck");
        assertThat(told(tables.add("t", List.of(coding("mixed"), coding("gull")), registry)))
                .containsExactly("gull subsumes bird", "mixed subsumes bird", "mixed subsumes duck", "mixed subsumes gull");
    }

    @Test
    void conceptsRelateWhicheverOfItsNamesTheirSystemIsCalledBy() {
        NamingSystem naming = new NamingSystem("Birds", List.of(new UniqueId("uri", URL, true), new UniqueId("uri", "urn:oid:1.2.3", false)));
        Registry named = registry.with().aliases(Aliases.of(List.of(naming))).build();
        Coding bird = new Coding("urn:oid:1.2.3", null, "bird", null);
        tables.initialise("t");

        assertThat(tables.add("t", List.of(coding("teal"), bird), named).entries())
                .containsExactly(new ClosureEntry(coding("teal"), bird, ClosureEntry.Meaning.SUBSUMES));
        assertThat(told(tables.add("t", List.of(coding("bird")), named))).containsExactly("bird equal bird", "teal subsumes bird");
    }

    @Test
    void aConceptThatIsAlreadyThereAddsNothing() {
        tables.initialise("t");
        tables.add("t", List.of(coding("bird"), coding("duck")), registry);

        assertThat(tables.add("t", List.of(coding("duck")), registry)).isEqualTo(new ClosureUpdate(2, List.of()));
    }

    @Test
    void anUnknownCodeOrSystemIsToldAsUnmatched() {
        tables.initialise("t");

        assertThat(told(tables.add("t", List.of(coding("dodo"), new Coding("http://x.no/none", null, "a", null)), registry)))
                .containsExactly("a unmatched -", "dodo unmatched -");
    }

    @Test
    void twoCodesOfOneConceptAreEqual() {
        CodeSystemHeader header = new CodeSystemHeader(
                URL, "1", "Birds", "Birds", "en", no.normverk.terminology.Standing.ACTIVE, "complete", false, null, "is-a", java.util.Map.of());
        Registry insensitive = Registry.empty()
                .with()
                .codeSystem(new InMemoryCodeSystem(new CodeSystemDefinition(header, List.of(concept("bird"), concept("duck", "bird")))))
                .build();
        tables.initialise("t");

        assertThat(told(tables.add("t", List.of(coding("duck"), coding("DUCK"), coding("bird")), insensitive)))
                .containsExactly("DUCK equal duck", "DUCK subsumes bird", "duck subsumes bird");
    }

    @Test
    void whatCameAfterAVersionCanBeAskedForAgain() {
        tables.initialise("t");
        tables.add("t", List.of(coding("bird"), coding("duck")), registry);
        tables.add("t", List.of(coding("teal")), registry);

        assertThat(told(tables.since("t", "1"))).containsExactly("teal subsumes bird", "teal subsumes duck");
        assertThat(tables.since("t", "1").version()).isEqualTo(2);
        assertThat(tables.since("t", "0").entries()).hasSize(3);
        assertThatThrownBy(() -> tables.since("t", "3")).isInstanceOf(TerminologyException.class).hasMessageContaining("closure-version-unknown");
    }

    @Test
    void aTableThatIsNotThereMustBeBegun() {
        assertThatThrownBy(() -> tables.add("t", List.of(coding("duck")), registry)).hasMessageContaining("closure-name-unknown");
        assertThatThrownBy(() -> tables.initialise("a name")).hasMessageContaining("closure-name-invalid");
    }

    @Test
    void aTableWhoseTerminologyIsGoneMustBeBegunAnew() {
        tables.initialise("t");
        tables.add("t", List.of(coding("duck")), registry);

        assertThatThrownBy(() -> tables.add("t", List.of(coding("bird")), registry("2"))).hasMessageContaining("closure-stale");
        tables.initialise("t");
        assertThat(tables.add("t", List.of(coding("bird")), registry("2")).version()).isEqualTo(1);
    }

    @Test
    void aTableStaysWithItsVersionWhileThatIsThere() {
        Registry both = registry.with()
                .codeSystem(system("2", List.of(concept("bird"), concept("duck"))))
                .build();
        tables.initialise("t");
        tables.add("t", List.of(new Coding(URL, "1", "duck", null)), both);

        assertThat(told(tables.add("t", List.of(coding("bird")), both))).containsExactly("duck subsumes bird");
        assertThatThrownBy(() -> tables.add("t", List.of(new Coding(URL, "2", "gull", null)), both))
                .hasMessageContaining("closure-other-version");
    }

    @Test
    void aTableThatWouldGrowTooLargeStaysAsItWas() {
        Registry chain = Registry.empty()
                .with()
                .codeSystem(system("1", IntStream.range(0, 50)
                        .mapToObj(i -> i == 0 ? concept("c0") : concept("c" + i, "c" + (i - 1)))
                        .toList()))
                .build();
        List<Coding> all = IntStream.range(0, 50).mapToObj(i -> coding("c" + i)).toList();
        tables.initialise("t");
        tables.add("t", all.subList(0, 3), chain);

        assertThatThrownBy(() -> tables.add("t", all, chain)).hasMessageContaining("closure-too-large");
        assertThat(told(tables.since("t", "0"))).hasSize(3);
        assertThat(told(tables.add("t", all.subList(3, 4), chain))).hasSize(3);
    }

    @Test
    void theTableThatWasNotUsedForLongestMakesRoom() {
        tables.initialise("a");
        tables.initialise("b");
        tables.add("a", List.of(coding("duck")), registry);
        tables.initialise("c");

        assertThat(tables.add("a", List.of(coding("bird")), registry).version()).isEqualTo(2);
        assertThatThrownBy(() -> tables.since("b", "0")).hasMessageContaining("closure-name-unknown");
    }

    @Test
    void aTableThatNobodyUsesExpires() {
        tables.initialise("t");
        now.set(Instant.EPOCH.plus(Duration.ofMinutes(50)));
        tables.since("t", "0");
        now.set(Instant.EPOCH.plus(Duration.ofMinutes(100)));
        tables.since("t", "0");
        now.set(Instant.EPOCH.plus(Duration.ofMinutes(161)));

        assertThatThrownBy(() -> tables.since("t", "0")).hasMessageContaining("closure-name-unknown");
    }

    @Test
    void whateverTheOrderTheTableIsTheTransitiveClosure() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<ConceptDefinition> concepts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            concepts.add(i == 0 ? concept("c0") : concept("c" + i, "c" + random.nextInt(i), "c" + random.nextInt(i)));
        }
        CodeSystemVersion system = system("1", concepts);
        Registry random40 = Registry.empty().with().codeSystem(system).build();
        ClosureTables large = new ClosureTables(ClosureLimits.DEFAULT, clock);
        large.initialise("t");
        Set<String> told = new HashSet<>();
        List<Coding> order = new ArrayList<>(concepts.stream().map(concept -> coding(concept.code())).toList());
        java.util.Collections.shuffle(order, random);
        for (int i = 0; i < order.size(); i += 4) {
            told.addAll(told(large.add("t", order.subList(i, Math.min(i + 4, order.size())), random40)));
        }
        Set<String> expected = new HashSet<>();
        for (int a = 0; a < 40; a++) {
            for (int b = 0; b < 40; b++) {
                if (a != b && system.subsumes(a, b)) {
                    expected.add(system.code(b) + " subsumes " + system.code(a));
                }
            }
        }
        assertThat(told).as("seed %d", seed).isEqualTo(expected);
    }

    @Test
    void manyCallersAtOnceLoseNothing() throws InterruptedException {
        ClosureTables large = new ClosureTables(ClosureLimits.DEFAULT, clock);
        large.initialise("t");
        List<Thread> threads = new ArrayList<>();
        for (String code : List.of("bird", "duck", "teal", "gull", "mixed")) {
            threads.add(Thread.ofVirtual().start(() -> large.add("t", List.of(coding(code)), registry)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(told(large.since("t", "0"))).containsExactly(
                "duck subsumes bird", "gull subsumes bird", "mixed subsumes bird", "mixed subsumes duck", "mixed subsumes gull",
                "teal subsumes bird", "teal subsumes duck");
    }
}
