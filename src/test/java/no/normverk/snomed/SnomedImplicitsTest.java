package no.normverk.snomed;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import no.normverk.snomed.constraint.SnomedEditions;
import no.normverk.terminology.Message;
import no.normverk.terminology.Registry;
import no.normverk.terminology.TerminologyException;
import no.normverk.terminology.edition.Progress;
import no.normverk.terminology.map.ConceptMapDefinition;
import no.normverk.terminology.map.MapAttribute;
import no.normverk.terminology.map.MapGroup;
import no.normverk.terminology.map.MapSource;
import no.normverk.terminology.map.MapTarget;
import no.normverk.terminology.valueset.ConceptReference;
import no.normverk.terminology.valueset.Include;
import no.normverk.terminology.valueset.IncludeFilter;
import no.normverk.terminology.valueset.ValueSetDefinition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnomedImplicitsTest {

    private static final String SCT = "http://snomed.info/sct";
    private static final String VERSION = SCT + "/900000000000207008/version/20250101";
    private static final long FEVER = 1001000;
    private static final long COUGH = 1002000;
    private static final long OLD_COUGH = 1003000;
    private static final long LIST = 5001000;
    private static final long EMPTY_LIST = 5002000;
    private static final long SIMPLE = 900000000000497000L;
    private static final long EXTENDED = 447562003;
    private static final long ICD_O = 446608001;
    private static final long TOWARDS = 5003000;
    private static final long SAME_AS = 900000000000527005L;
    private static final long REPLACED_BY = 900000000000526001L;
    private static final long REFERENCE_SET = 900000000000455006L;

    private static final SnomedImplicits IMPLICITS = new SnomedImplicits();

    @TempDir
    static Path folder;

    private static SnomedEdition edition;
    private static Registry registry;

    @BeforeAll
    static void compile() throws IOException {
        List<String> extended =
                List.of("mapGroup", "mapPriority", "mapRule", "mapAdvice", "mapTarget", "correlationId", "mapCategoryId");
        Rf2Writer rf2 = Rf2Writer.snapshot()
                .concept(Sctid.ROOT, "Root")
                .concept(FEVER, "Fever", Sctid.ROOT)
                .concept(COUGH, "Cough", Sctid.ROOT)
                .concept(REFERENCE_SET, "Reference set", Sctid.ROOT)
                .concept(LIST, "List", REFERENCE_SET)
                .concept(EMPTY_LIST, "Empty list", REFERENCE_SET)
                .simpleMember(LIST, FEVER)
                .member("s", "SimpleMap", List.of("mapTarget"), SIMPLE, FEVER, "X1..")
                .member("s", "SimpleMap", List.of("mapTarget"), SIMPLE, COUGH, "X1..")
                .member("s", "SimpleMapTo", List.of("mapSource"), TOWARDS, COUGH, "LOCAL-7")
                .member("iissscc", "ExtendedMap", extended, EXTENDED, FEVER, 2, 1, "TRUE", "ALWAYS Y59.9", "Y59.9",
                        447561005, 447637006)
                .member("iissscc", "ExtendedMap", extended, EXTENDED, FEVER, 1, 2, "OTHERWISE TRUE", "ALWAYS R50.9",
                        "R50.9", 447561005, 447637006)
                .member("iissscc", "ExtendedMap", extended, EXTENDED, FEVER, 1, 1, "IFA 1002000 | Cough |",
                        "IF COUGH CHOOSE J22", "J22", 447558009, 447639009)
                .member("iissscc", "ExtendedMap", extended, EXTENDED, COUGH, 1, 1, "TRUE", "CANNOT BE CLASSIFIED", "",
                        447561005, 447638001)
                .member("c", "Association", List.of("targetComponentId"), SAME_AS, OLD_COUGH, COUGH)
                .member("c", "Association", List.of("targetComponentId"), REPLACED_BY, OLD_COUGH, FEVER)
                .active(false)
                .member("s", "SimpleMap", List.of("mapTarget"), SIMPLE, FEVER, "GONE")
                .concept(OLD_COUGH, "Old cough");
        Path target = folder.resolve("edition");
        SnomedCompiler.compile(
                List.of(rf2.write(folder.resolve("package"))), new CompileOptions(VERSION), target, Progress.NONE);
        edition = SnomedEditions.open(target);
        registry = Registry.empty().with().codeSystem(edition).implicit(List.of(IMPLICITS)).build();
    }

    @AfterAll
    static void close() {
        edition.close();
    }

    private static ValueSetDefinition valueSet(String url) {
        return requireNonNull(registry.valueSet(url, null), url);
    }

    private static Include include(String url) {
        return valueSet(url).includes().getFirst();
    }

    private static IncludeFilter filter(String url) {
        return include(url).filters().getFirst();
    }

    private static MapGroup map(long refset) {
        return requireNonNull(registry.conceptMap(SCT + "?fhir_cm=" + refset, null)).groups().getFirst();
    }

    private static Message refusal(String url) {
        return assertThatThrownBy(() -> registry.valueSet(url, null))
                .asInstanceOf(type(TerminologyException.class))
                .actual()
                .issues()
                .getFirst()
                .message();
    }

    @Test
    void aUrlWithoutAQueryOfItsKindIsLeftToOthers() {
        assertThat(registry.valueSet("http://example.org/ValueSet/x?fhir_vs", null)).isNull();
        assertThat(registry.valueSet(SCT, null)).isNull();
        assertThat(registry.conceptMap(SCT + "?fhir_vs", null)).isNull();
        assertThat(registry.valueSet(SCT + "?fhir_cm=" + SIMPLE, null)).isNull();
    }

    @Test
    void allConceptsOfWhateverEditionAnswers() {
        assertThat(include(SCT + "?fhir_vs")).isEqualTo(Include.all(SCT, null));
        assertThat(valueSet(SCT + "?fhir_vs").version()).isNull();
    }

    @Test
    void theEditionPartBecomesTheVersionOfTheInclude() {
        assertThat(include(VERSION + "?fhir_vs").version()).isEqualTo(VERSION);
        assertThat(include(SCT + "/900000000000207008?fhir_vs").version()).isEqualTo(SCT + "/900000000000207008");
        assertThat(requireNonNull(registry.valueSet(SCT + "?fhir_vs", VERSION)).version()).isEqualTo(VERSION);
        assertThat(include("http://snomed.info/xsct/31000003106/version/20250909?fhir_vs=isa/1").version())
                .isEqualTo("http://snomed.info/xsct/31000003106/version/20250909");
    }

    @Test
    void subsumptionMembershipAndConstraintsBecomeFilters() {
        assertThat(filter(SCT + "?fhir_vs=isa/1001000")).isEqualTo(new IncludeFilter("concept", "is-a", "1001000"));
        assertThat(filter(SCT + "?fhir_vs=refset/5001000")).isEqualTo(new IncludeFilter("concept", "in", "5001000"));
        assertThat(filter(SCT + "?fhir_vs=refset/5002000")).isEqualTo(new IncludeFilter("concept", "in", "5002000"));
        assertThat(filter(SCT + "?fhir_vs=ecl/<<1001000 OR 1002000"))
                .isEqualTo(new IncludeFilter("constraint", "=", "<<1001000 OR 1002000"));
    }

    @Test
    void constraintsMayBePercentEncodedAndAPlusSignStaysOne() {
        assertThat(filter(SCT + "?fhir_vs=ecl/%3C%3C%201001000%20%7B%7B+HISTORY%7D%7D").value())
                .isEqualTo("<< 1001000 {{+HISTORY}}");
        assertThat(filter(SCT + "?fhir_vs=ecl/*%20%7B%7B%20term%20=%20%22s%C3%A5r%22%20%7D%7D").value())
                .isEqualTo("* {{ term = \"sår\" }}");
    }

    @Test
    void referenceSetsAreThoseThatHaveMembers() {
        assertThat(include(SCT + "?fhir_vs=refset").concepts().stream().map(ConceptReference::code))
                .contains("5001000", "447562003", "900000000000509007")
                .doesNotContain("5002000", "900000000000455006");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(refusal(SCT + "?fhir_vs=isa/7771000"))
                .isEqualTo(Message.of("Unable_to_resolve_value_Set_", SCT + "?fhir_vs=isa/7771000"));
        assertThat(refusal(SCT + "?fhir_vs=refset/1001000").id()).isEqualTo("Unable_to_resolve_value_Set_");
        assertThat(registry.conceptMap(SCT + "?fhir_cm=5001000", null)).isNull();
        assertThat(registry.conceptMap(SCT + "?fhir_cm=7771000", null)).isNull();
    }

    @Test
    void malformedUrlsAreRefusedWithWhatIsWrongInThem() {
        assertThat(refusal(SCT + "?fhir_vs=isa/abc").arguments().get(1)).contains("'abc'");
        assertThat(refusal(SCT + "?fhir_vs=isa").arguments().get(1)).contains("no SNOMED CT identifier");
        assertThat(refusal(SCT + "?fhir_vs=below/1001000").arguments().get(1)).contains("'below'");
        assertThat(refusal(SCT + "?fhir_vs=ecl/").arguments().get(1)).contains("no constraint");
        assertThat(refusal(SCT + "?fhir_vs=ecl/%3").arguments().get(1)).contains("percent sign");
        assertThat(refusal(SCT + "?fhir_xx=1").arguments().get(1)).contains("fhir_xx");
        assertThat(refusal(SCT + "/latest?fhir_vs").arguments().get(1)).contains("/latest");
        assertThat(refusal(SCT + "?fhir_cm=x").arguments().get(1)).contains("'x'");
    }

    @Test
    void aSimpleMapLeadsBothWays() {
        MapGroup map = map(SIMPLE);
        assertThat(map.source()).isEqualTo(SCT);
        assertThat(map.sourceVersion()).isEqualTo(VERSION);
        assertThat(map.target()).isEqualTo("http://read.info/ctv3");
        assertThat(map.targets("1001000"))
                .containsExactly(new MapTarget("X1..", null, "equivalent", null, List.of(), List.of()));
        assertThat(map.targets("1003000")).isNull();
        assertThat(map.targets("no code")).isNull();
        assertThat(map.sources("X1..").stream().map(MapSource::code)).containsExactlyInAnyOrder("1001000", "1002000");
        assertThat(map.sources("GONE")).isEmpty();
        assertThat(map.sources("X2..")).isEmpty();
    }

    @Test
    void anExtendedMapKeepsGroupsPrioritiesRulesAndAdvice() {
        List<MapTarget> targets = requireNonNull(map(EXTENDED).targets("1001000"));
        assertThat(targets.stream().map(MapTarget::code)).containsExactly("J22", "R50.9", "Y59.9");
        MapTarget first = targets.getFirst();
        assertThat(first.equivalence()).isEqualTo("wider");
        assertThat(first.comment()).isEqualTo("IF COUGH CHOOSE J22");
        assertThat(first.dependsOn())
                .containsExactly(field("mapRule", null, "IFA 1002000 | Cough |"));
        assertThat(first.products())
                .containsExactly(
                        field("mapGroup", null, "1"),
                        field("mapPriority", null, "1"),
                        field("mapAdvice", null, "IF COUGH CHOOSE J22"),
                        field("correlationId", SCT, "447558009"),
                        field("mapCategoryId", SCT, "447639009"));
        assertThat(targets.get(2).dependsOn()).isEmpty();
        assertThat(map(EXTENDED).target()).isEqualTo("http://hl7.org/fhir/sid/icd-10");
    }

    private static MapAttribute field(String name, @Nullable String system, String value) {
        return new MapAttribute("http://snomed.info/field/" + name, system, value, null);
    }

    @Test
    void aRowWithoutTargetSaysThatThereIsNone() {
        MapTarget none = requireNonNull(map(EXTENDED).targets("1002000")).getFirst();
        assertThat(none.isUnmatched()).isTrue();
        assertThat(none.code()).isNull();
        assertThat(none.comment()).isEqualTo("CANNOT BE CLASSIFIED");
    }

    @Test
    void aMapTowardsSnomedHasItsSourceInTheOtherSystem() {
        MapGroup map = map(TOWARDS);
        assertThat(map.source()).isEqualTo("http://snomed.info/id/5003000");
        assertThat(map.target()).isEqualTo(SCT);
        assertThat(requireNonNull(map.targets("LOCAL-7")).getFirst().display()).isEqualTo("Cough");
        assertThat(map.sources("1002000").stream().map(MapSource::code)).containsExactly("LOCAL-7");
    }

    @Test
    void associationsLeadFromInactiveConceptsAndBack() {
        MapGroup same = map(SAME_AS);
        assertThat(same.target()).isEqualTo(SCT);
        assertThat(same.targets("1003000"))
                .containsExactly(new MapTarget("1002000", "Cough", "equal", null, List.of(), List.of()));
        assertThat(same.sources("1002000").getFirst().code()).isEqualTo("1003000");
        assertThat(same.sources("1002000").getFirst().display()).startsWith("Old cough");
        assertThat(requireNonNull(map(REPLACED_BY).targets("1003000")).getFirst().equivalence()).isEqualTo("equivalent");
    }

    @Test
    void mapsOfLoadedEditionsAreListedByTheirTarget() {
        assertThat(IMPLICITS.conceptMapUrlsTo(registry, "http://hl7.org/fhir/sid/icd-10")).containsExactly(SCT + "?fhir_cm=" + EXTENDED);
        assertThat(IMPLICITS.conceptMapUrlsTo(registry, "urn:oid:2.16.578.1.12.4.1.1.7110")).containsExactly(SCT + "?fhir_cm=" + EXTENDED);
        assertThat(IMPLICITS.conceptMapUrlsTo(registry, SCT)).contains(SCT + "?fhir_cm=" + TOWARDS, SCT + "?fhir_cm=" + SAME_AS);
    }

    @Test
    void whatOnlyAnotherEditionKnowsIsLookedUpThere() throws IOException {
        Path target = folder.resolve("newer");
        SnomedCompiler.compile(
                List.of(Rf2Writer.snapshot().concept(Sctid.ROOT, "Root").concept(COUGH, "Cough", Sctid.ROOT).write(folder.resolve("newer-package"))),
                new CompileOptions(SCT + "/900000000000207008/version/20260101"),
                target,
                Progress.NONE);
        try (SnomedEdition newer = SnomedEditions.open(target)) {
            Registry both = registry.with().codeSystem(newer).build();
            assertThat(version(both, SCT + "?fhir_vs=isa/" + COUGH)).isNull();
            assertThat(version(both, SCT + "?fhir_vs=isa/" + FEVER)).isEqualTo(VERSION);
            assertThat(version(both, SCT + "?fhir_vs=refset/" + LIST)).isEqualTo(VERSION);
            assertThat(requireNonNull(both.valueSet(SCT + "?fhir_vs=refset", null)).includes().getFirst().concepts())
                    .as("the edition that answers has no such list, whatever others have")
                    .extracting(ConceptReference::code)
                    .doesNotContain(Long.toString(LIST));
            assertThat(requireNonNull(both.conceptMap(SCT + "?fhir_cm=" + SIMPLE, null)).version()).isEqualTo(VERSION);
        }
    }

    private static @Nullable String version(Registry among, String url) {
        return requireNonNull(among.valueSet(url, null)).includes().getFirst().version();
    }

    @Test
    void mapsOfLoadedEditionsAreListedByTheirSource() {
        assertThat(IMPLICITS.conceptMapUrls(registry, SCT))
                .contains(SCT + "?fhir_cm=" + SIMPLE, SCT + "?fhir_cm=" + EXTENDED, SCT + "?fhir_cm=" + SAME_AS)
                .doesNotContain(SCT + "?fhir_cm=" + TOWARDS, SCT + "?fhir_cm=" + LIST, SCT + "?fhir_cm=" + ICD_O);
        assertThat(IMPLICITS.conceptMapUrls(registry, "http://snomed.info/id/5003000"))
                .containsExactly(SCT + "?fhir_cm=" + TOWARDS);
        ConceptMapDefinition map = requireNonNull(registry.conceptMap(VERSION + "?fhir_cm=" + SIMPLE, null));
        assertThat(map.version()).isEqualTo(VERSION);
        assertThat(registry.conceptMap(SCT + "/999/version/20200101?fhir_cm=" + SIMPLE, null)).isNull();
    }
}
