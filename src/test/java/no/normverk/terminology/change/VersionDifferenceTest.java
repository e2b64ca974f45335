package no.normverk.terminology.change;

import static no.normverk.terminology.Samples.codeSystem;
import static no.normverk.terminology.Samples.concept;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.Map;
import java.util.Random;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.ConceptSet;
import no.normverk.terminology.Retirement.Successor;
import no.normverk.terminology.Samples;
import no.normverk.terminology.Standing;
import no.normverk.terminology.map.ConceptMapDefinition;
import no.normverk.terminology.map.ListedMapGroup;
import no.normverk.terminology.map.MapTarget;
import org.junit.jupiter.api.Test;

class VersionDifferenceTest {

    private static final String CODES = "http://x.no/codes";

    private static final CodeSystemVersion OLD = codeSystem(CODES).version("1").with(
            concept("top").display("Top"),
            concept("same").display("Same").in("top"),
            concept("renamed").display("Before").in("top"),
            concept("moved").display("Moved").in("top"),
            concept("ended").display("Ended").in("top"),
            concept("gone").display("Gone").property("replacedBy", "same"),
            concept("woken").display("Woken").property("inactive", true),
            concept("asleep").display("Asleep").property("inactive", true)).make();

    private static final CodeSystemVersion NEW = codeSystem(CODES).version("2").with(
            concept("top").display("Top"),
            concept("new").display("New").in("top"),
            concept("same").display("Same").in("top"),
            concept("renamed").display("After").in("top").designation("en", "Also after"),
            concept("moved").display("Moved").in("new"),
            concept("ended").display("Ended").property("inactive", true).property("replacedBy", "same").property("replacedBy", "new"),
            concept("woken").display("Woken"),
            concept("asleep").display("Asleep").property("inactive", true)).make();

    private static List<String> told(List<Change> changes) {
        return changes.stream().map(change -> change.kind().code() + " " + change.code()).toList();
    }

    @Test
    void everyChangeIsToldOnceInTheOrderOfTheNewerVersion() {
        List<Change> changes = VersionDifference.between(OLD, NEW, List.of());

        assertThat(told(changes)).containsExactly("added new", "display renamed", "moved moved", "inactivated ended", "activated woken", "removed gone");
        assertThat(changes.get(1).before()).isEqualTo("Before");
        assertThat(changes.get(1).display()).isEqualTo("After");
        assertThat(changes.get(2).gained()).containsExactly("new");
        assertThat(changes.get(2).lost()).containsExactly("top");
        assertThat(changes.get(3).retirement().successors()).extracting(Successor::code).containsExactly("same", "new");
        assertThat(changes.get(5).retirement().successors()).extracting(Successor::code).containsExactly("same");
    }

    @Test
    void aVersionDoesNotDifferFromItself() {
        assertThat(VersionDifference.between(OLD, OLD, List.of())).isEmpty();
    }

    private static ConceptMapDefinition map(String version, String... pairs) {
        List<ListedMapGroup.Element> rows = new ArrayList<>();
        for (String pair : pairs) {
            String[] parts = pair.split(">", -1);
            rows.add(new ListedMapGroup.Element(parts[0], null, List.of(new MapTarget(parts[1], null, "equivalent", null, List.of(), List.of()))));
        }
        return new ConceptMapDefinition("http://x.no/map", version, Standing.ACTIVE, null, null, List.of(new ListedMapGroup(CODES, null, "http://x.no/t", null, rows, null)));
    }

    @Test
    void whatIsMappedOtherwiseIsTold() {
        MapVersions maps = new MapVersions(map("1", "same>A", "moved>B", "renamed>C"), map("2", "same>A", "moved>X", "woken>D"), Set.of(CODES));
        List<Change> mapped = VersionDifference.between(OLD, NEW, List.of(maps)).stream().filter(change -> change.kind() == ChangeKind.MAP).toList();

        assertThat(told(mapped)).containsExactly("map renamed", "map moved", "map woken");
        assertThat(mapped.get(1).lost()).containsExactly("equivalent B");
        assertThat(mapped.get(1).gained()).containsExactly("equivalent X");
        assertThat(mapped.get(1).about()).isEqualTo(new Canonical("http://x.no/map", "2"));
    }

    /** Whatever two versions hold: what was added and removed, applied to the older one, makes the newer. */
    @Test
    void appliedToTheOlderVersionTheDifferenceMakesTheNewer() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            CodeSystemVersion from = any(random, "1");
            CodeSystemVersion to = any(random, "2");
            Map<String, String> patched = contents(from);
            for (Change change : VersionDifference.between(from, to, List.of())) {
                switch (change.kind()) {
                    case ADDED -> patched.put(change.code(), change.display() + (to.isInactive(to.locate(change.code())) ? " -" : ""));
                    case REMOVED -> patched.remove(change.code());
                    case DISPLAY -> patched.merge(change.code(), "", (before, none) -> change.display() + (before.endsWith(" -") ? " -" : ""));
                    case INACTIVATED -> patched.merge(change.code(), " -", String::concat);
                    case ACTIVATED -> patched.merge(change.code(), "", (before, none) -> before.substring(0, before.length() - 2));
                    default -> assertThat(change.kind()).isEqualTo(ChangeKind.MOVED);
                }
            }
            assertThat(patched).as("seed %d", seed).isEqualTo(contents(to));
        }
    }

    private static CodeSystemVersion any(Random random, String version) {
        List<Samples.ConceptSample> concepts = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            if (random.nextInt(4) > 0) {
                Samples.ConceptSample one = concept("c" + i).display("d" + random.nextInt(3));
                concepts.add(random.nextInt(3) == 0 ? one.property("inactive", true) : one);
            }
        }
        return codeSystem(CODES).version(version).with(concepts.toArray(Samples.ConceptSample[]::new)).make();
    }

    private static Map<String, String> contents(CodeSystemVersion system) {
        Map<String, String> contents = new HashMap<>();
        for (int i = 0; i < system.size(); i++) {
            contents.put(system.code(i), system.display(i) + (system.isInactive(i) ? " -" : ""));
        }
        return contents;
    }

    private static List<String> checked(List<UpgradeCheck.ValueSetVersions> valueSets, UsedCode... codes) {
        return new UpgradeCheck(OLD, NEW, List.of(), valueSets).check(List.of(codes)).stream()
                .map(outcome -> outcome.code() + " " + outcome.changes().stream().map(change -> change.kind().code()).toList())
                .toList();
    }

    private static UsedCode code(String code) {
        return new UsedCode(code, null);
    }

    @Test
    void aRehearsalTellsWhatBecomesOfEachCode() {
        assertThat(checked(List.of(), code("same"), code("renamed"), code("moved"), code("ended"), code("gone"), code("asleep"), code("new"), code("never"), code("same")))
                .containsExactly("same []", "renamed [display]", "moved []", "ended [inactivated]", "gone [removed]", "asleep [still-inactive]", "new [added]", "never [unknown]");
    }

    @Test
    void theTextThatTheSystemShowsIsTheOneThatIsCompared() {
        assertThat(checked(List.of(), new UsedCode("renamed", "After"), new UsedCode("same", "Something else"), new UsedCode("moved", "Moved")))
                .containsExactly("renamed []", "same [display]", "moved []");
        assertThat(checked(List.of(), new UsedCode("renamed", "Also after"))).as("any text of the concept will do").containsExactly("renamed []");
    }

    @Test
    void aCodeThatLeavesItsValueSetIsTold() {
        ConceptSet before = ConceptSet.of(OLD.locate("same"), OLD.locate("moved"), OLD.locate("gone"));
        ConceptSet after = ConceptSet.of(NEW.locate("same"));
        UpgradeCheck.ValueSetVersions versions = new UpgradeCheck.ValueSetVersions(new Canonical("http://x.no/vs", null), before, after);

        assertThat(checked(List.of(versions), code("renamed"))).containsExactly("renamed [display]", "same []", "moved [left-value-set]", "gone [removed, left-value-set]");
    }
}
