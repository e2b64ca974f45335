package no.normverk.terminology.comparison;

import static no.normverk.terminology.comparison.Relation.DISJOINT;
import static no.normverk.terminology.comparison.Relation.EMPTY;
import static no.normverk.terminology.comparison.Relation.INDETERMINATE;
import static no.normverk.terminology.comparison.Relation.OVERLAPPING;
import static no.normverk.terminology.comparison.Relation.SAME;
import static no.normverk.terminology.comparison.Relation.SUBSET;
import static no.normverk.terminology.comparison.Relation.SUPERSET;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.normverk.fhir.definition.CodeSystemReader;
import no.normverk.fhir.definition.ValueSetReader;
import no.normverk.terminology.Registry;
import no.normverk.terminology.memory.InMemoryCodeSystem;
import no.normverk.terminology.valueset.CodeSystemFinder;
import no.normverk.terminology.valueset.EvaluationSettings;
import no.normverk.terminology.valueset.ValueSetDefinition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ValueSetComparerTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BIRDS = "'system':'http://x.no/birds'";

    /** bird(duck(teal, eider), gull(tern)), hen; version 2 has goose below duck too, and no hen. */
    private static final Registry REGISTRY = Registry.empty()
            .with()
            .codeSystem(codeSystem("birds", "1", "{'code':'bird','concept':[{'code':'duck','concept':[{'code':'teal'},{'code':'eider'}]},"
                    + "{'code':'gull','concept':[{'code':'tern'}]}]},{'code':'hen'}"))
            .codeSystem(codeSystem("birds", "2", "{'code':'bird','concept':[{'code':'duck','concept':[{'code':'teal'},{'code':'eider'},"
                    + "{'code':'goose'}]},{'code':'gull','concept':[{'code':'tern'}]}]}"))
            .codeSystem(codeSystem("fish", "1", "{'code':'cod'},{'code':'trout'}"))
            .valueSet(valueSet("ducks", "[{" + BIRDS + ",'filter':[{'property':'concept','op':'is-a','value':'duck'}]}]", ""))
            .build();

    private static InMemoryCodeSystem codeSystem(String name, String version, String concepts) {
        return new InMemoryCodeSystem(CodeSystemReader.read(json("{'resourceType':'CodeSystem','url':'http://x.no/" + name + "','version':'"
                + version + "','status':'active','content':'complete','concept':[" + concepts + "]}")));
    }

    private static ValueSetDefinition valueSet(String name, String includes, String more) {
        return ValueSetReader.read(json("{'resourceType':'ValueSet','url':'http://x.no/vs/" + name
                + "','status':'active','compose':{'include':" + includes + more + "}}"));
    }

    private static com.fasterxml.jackson.databind.JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    private static Comparison compare(String first, String other) {
        return compare(valueSet("a", first, ""), valueSet("b", other, ""));
    }

    private static Comparison compare(ValueSetDefinition first, ValueSetDefinition other) {
        CodeSystemFinder systems = CodeSystemFinder.of(REGISTRY, List.of());
        return new ValueSetComparer(systems, EvaluationSettings.DEFAULT, true).compare(first, other);
    }

    private static String below(String code) {
        return below(code, null);
    }

    private static String below(String code, @Nullable String version) {
        return "{" + BIRDS + (version == null ? "" : ",'version':'" + version + "'")
                + ",'filter':[{'property':'concept','op':'is-a','value':'" + code + "'}]}";
    }

    private static String listed(String... codes) {
        return "{" + BIRDS + ",'concept':["
                + List.of(codes).stream().map(code -> "{'code':'" + code + "'}").collect(Collectors.joining(",")) + "]}";
    }

    private static void assertCodes(Comparison comparison, String common, String missing, String extra) {
        assertThat(comparison.codes()).isNotNull().satisfies(codes -> {
            assertThat(String.join(",", codes.common())).isEqualTo(common);
            assertThat(String.join(",", codes.missing())).isEqualTo(missing);
            assertThat(String.join(",", codes.extra())).isEqualTo(extra);
        });
    }

    @Test
    void listsAreComparedByTheirCodesWhateverTheirOrder() {
        Comparison same = compare("[" + listed("teal", "gull") + "]", "[" + listed("gull", "teal") + "]");
        assertThat(same.relation()).isEqualTo(SAME);
        assertThat(same.expanded()).isFalse();
        assertCodes(same, "gull,teal", "", "");

        Comparison overlapping = compare("[" + listed("teal", "gull") + "]", "[" + listed("tern", "teal") + "]");
        assertThat(overlapping.relation()).isEqualTo(OVERLAPPING);
        assertCodes(overlapping, "teal", "gull", "tern");
    }

    @Test
    void listsOfACodeSystemThatIsNotHereAreComparedAsTheyStand() {
        String first = "[{'system':'http://x.no/unknown','concept':[{'code':'p'},{'code':'q'}]}]";
        String other = "[{'system':'http://x.no/unknown','concept':[{'code':'q'}]}]";

        assertThat(compare(first, other).relation()).isEqualTo(SUPERSET);
        assertThat(compare(first, other).expanded()).isFalse();
    }

    @Test
    void aListedCodeThatItsCodeSystemDoesNotHaveDoesNotCount() {
        Comparison comparison = compare("[" + listed("teal", "dodo") + "]", "[" + listed("teal") + "]");

        assertThat(comparison.relation()).isEqualTo(SAME);
        assertThat(comparison.expanded()).isTrue();
    }

    @Test
    void descendantsAreComparedByTheHierarchy() {
        assertThat(compare("[" + below("bird") + "]", "[" + below("gull") + "]").relation()).isEqualTo(SUPERSET);
        assertThat(compare("[" + below("gull") + "]", "[" + below("bird") + "]").relation()).isEqualTo(SUBSET);
        assertThat(compare("[" + below("gull") + "]", "[" + below("duck") + "]").relation()).isEqualTo(DISJOINT);
        assertThat(compare("[" + below("gull") + "]", "[" + below("duck") + "]").expanded()).isFalse();
    }

    @Test
    void theSameFiltersInAnotherOrderMeanTheSameEvenInACodeSystemThatIsNotHere() {
        String a = "{'system':'http://x.no/unknown','filter':[{'property':'p','op':'=','value':'1'},{'property':'q','op':'=','value':'2'}]}";
        String b = "{'system':'http://x.no/unknown','filter':[{'property':'q','op':'=','value':'2'},{'property':'p','op':'=','value':'1'}]}";

        assertThat(compare("[" + a + "]", "[" + b + "]").relation()).isEqualTo(SAME);
    }

    @Test
    void filtersAreComparedWithListsByWhatTheyHold() {
        Comparison comparison = compare("[" + below("duck", "1") + "]", "[" + listed("teal", "tern") + "]");

        assertThat(comparison.relation()).isEqualTo(OVERLAPPING);
        assertThat(comparison.expanded()).isTrue();
        assertCodes(comparison, "teal", "duck,eider", "tern");
    }

    @Test
    void theSameCodeInTwoVersionsIsTheSameCode() {
        Comparison comparison = compare("[" + below("duck", "1") + "]", "[" + below("duck", "2") + "]");

        assertThat(comparison.relation()).isEqualTo(SUBSET);
        assertCodes(comparison, "duck,teal,eider", "", "goose");
    }

    @Test
    void aCodeThatOnlyTheOlderVersionHasIsToldToo() {
        String first = "[{" + BIRDS + ",'version':'1','filter':[{'property':'code','op':'regex','value':'[h-t].*'}]}]";
        String other = "[{" + BIRDS + ",'version':'2','filter':[{'property':'code','op':'regex','value':'[h-t].*'}]}]";

        assertCodes(compare(first, other), "teal,tern", "hen", "");
    }

    @Test
    void excludesAndImportsAreFollowed() {
        ValueSetDefinition first = valueSet("a", "[{'valueSet':['http://x.no/vs/ducks']}]", ",'exclude':[" + listed("goose") + "]");

        assertCodes(compare(first, valueSet("b", "[" + listed("teal", "eider", "hen") + "]", "")), "teal,eider", "duck", "");
        assertThat(compare(first, valueSet("b", "[" + listed("duck", "teal", "eider") + "]", "")).relation()).isEqualTo(SAME);
    }

    @Test
    void codeSystemsAreSeparate() {
        String fish = "{'system':'http://x.no/fish'}";

        assertThat(compare("[" + fish + "]", "[" + below("duck") + "]").relation()).isEqualTo(DISJOINT);
        assertThat(compare("[" + fish + "," + below("duck") + "]", "[" + below("duck") + "," + fish + "]").relation()).isEqualTo(SAME);
        assertThat(compare("[" + fish + "," + below("duck") + "]", "[" + below("duck") + "]").relation()).isEqualTo(SUPERSET);
    }

    @Test
    void twoThatHoldNothingAreEmpty() {
        assertThat(compare("[" + below("dodo") + "]", "[" + below("moa") + "]").relation()).isEqualTo(EMPTY);
    }

    @Test
    void whatCannotBeWorkedOutIsIndeterminateAndSaysWhy() {
        Comparison comparison = compare(
                "[{'system':'http://x.no/unknown','filter':[{'property':'p','op':'=','value':'1'}]}]",
                "[{'system':'http://x.no/unknown','concept':[{'code':'p'}]}]");

        assertThat(comparison.relation()).isEqualTo(INDETERMINATE);
        assertThat(comparison.reasons()).singleElement().satisfies(issue -> assertThat(issue.message().id()).startsWith("UNKNOWN_CODESYSTEM"));
    }

    @Test
    void anAnswerIsTheRelationOfTheCodeSetsWhateverTheDefinitions() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<String> all = List.of("bird", "duck", "teal", "eider", "goose", "gull", "tern");
        for (int i = 0; i < 300; i++) {
            Set<String> first = new TreeSet<>();
            Set<String> other = new TreeSet<>();
            String a = includes(random, all, first);
            String b = includes(random, all, other);
            assertThat(compare(a, b).relation()).as("seed %d: %s and %s", seed, a, b).isEqualTo(expected(first, other));
        }
    }

    private static String includes(Random random, List<String> all, Set<String> holds) {
        List<List<String>> trees = List.of(
                all, List.of("duck", "teal", "eider", "goose"), List.of("teal"), List.of("eider"), List.of("goose"), List.of("gull", "tern"),
                List.of("tern"));
        StringBuilder includes = new StringBuilder();
        for (int n = random.nextInt(3); n >= 0; n--) {
            int at = random.nextInt(all.size());
            if (random.nextBoolean()) {
                includes.append(listed(all.get(at)));
                holds.add(all.get(at));
            } else {
                includes.append(below(all.get(at)));
                holds.addAll(trees.get(at));
            }
            includes.append(n == 0 ? "" : ",");
        }
        return "[" + includes + "]";
    }

    private static Relation expected(Set<String> first, Set<String> other) {
        if (first.equals(other)) {
            return SAME;
        }
        if (first.stream().noneMatch(other::contains)) {
            return DISJOINT;
        }
        return first.containsAll(other) ? SUPERSET : other.containsAll(first) ? SUBSET : OVERLAPPING;
    }
}
