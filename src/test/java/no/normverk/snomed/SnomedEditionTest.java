package no.normverk.snomed;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import no.normverk.terminology.Acceptability;
import no.normverk.terminology.Coding;
import no.normverk.terminology.ConceptFilter;
import no.normverk.terminology.ConceptProperty;
import no.normverk.terminology.ConceptSet;
import no.normverk.terminology.Designation;
import no.normverk.terminology.FilterOperator;
import no.normverk.terminology.Languages;
import no.normverk.terminology.Term;
import no.normverk.terminology.TerminologyException;
import no.normverk.terminology.Value;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An edition made of a small ontology of tools and materials. */
class SnomedEditionTest {

    private static final long ROOT = Sctid.ROOT;
    private static final long TOOL = 1001000;
    private static final long HAMMER = 1002000;
    private static final long SAW = 1003000;
    private static final long HAMMER_SAW = 1004000;
    private static final long MATERIAL = 2001000;
    private static final long STEEL = 2002000;
    private static final long WOOD = 2003000;
    private static final long OAK = 2004000;
    private static final long MADE_OF = 3001000;
    private static final long HANDLE_OF = 3002000;
    private static final long WEIGHT = 3003000;
    private static final long OLD_TOOL = 4001000;
    private static final long NO_NAMES = 4002000;
    private static final long REFSET = 5001000;
    private static final long MAP = 5002000;

    @TempDir
    static Path folder;

    private static SnomedEdition edition;

    @BeforeAll
    static void compile() throws IOException {
        Rf2Writer rf2 = Rf2Writer.snapshot()
                .concept(ROOT, "Root")
                .concept(TOOL, "Tool", ROOT)
                .concept(HAMMER, "Hammer", TOOL)
                .concept(SAW, "Saw", TOOL)
                .concept(HAMMER_SAW, "Hammer saw", HAMMER, SAW)
                .concept(MATERIAL, "Material", ROOT)
                .concept(STEEL, "Steel", MATERIAL)
                .concept(WOOD, "Wood", MATERIAL)
                .concept(OAK, "Oak", WOOD)
                .concept(MADE_OF, "Made of", ROOT)
                .concept(HANDLE_OF, "Handle of", ROOT)
                .concept(WEIGHT, "Weight", ROOT)
                .concept(Sctid.CORE_MODULE, "Core module", ROOT)
                .bareConcept(NO_NAMES, true)
                .relationship(NO_NAMES, 0, Sctid.IS_A, ROOT)
                .relationship(HAMMER, 1, MADE_OF, STEEL)
                .relationship(HAMMER, 1, HANDLE_OF, OAK)
                .relationship(HAMMER, 2, MADE_OF, WOOD)
                .relationship(SAW, 0, MADE_OF, STEEL)
                .relationship(SAW, 0, HANDLE_OF, OAK)
                .concrete(HAMMER, 1, WEIGHT, "#2.50")
                .concrete(SAW, 0, WEIGHT, "\"light\"")
                .synonym(HAMMER, "en", "Gavel", Sctid.EN_GB, false)
                .synonym(HAMMER, "no", "Hammar", Sctid.NYNORSK, true)
                .synonym(HAMMER, "no", "Hammer på norsk", Sctid.BOKMAAL, true)
                .synonym(SAW, "no", "Sag", Sctid.BOKMAAL, true)
                .synonym(SAW, "sv", "Såg", 7001000, true)
                .simpleMember(REFSET, HAMMER)
                .simpleMember(REFSET, OAK)
                .member("is", "OddMap", List.of("mapPriority", "mapTarget"), MAP, HAMMER, 2, "X.2")
                .member("is", "OddMap", List.of("mapPriority", "mapTarget"), MAP, HAMMER, 1, "X.1");
        rf2.description(HAMMER, "en", Sctid.DEFINITION, "A thing to hit with");
        rf2.active(false).simpleMember(REFSET, SAW).concept(OLD_TOOL, "Old tool");
        rf2.active(true).description(9991011, OLD_TOOL, "en", Sctid.SYNONYM, "Ancient tool");
        edition = rf2.edition(folder);
    }

    @AfterAll
    static void close() {
        edition.close();
    }

    private static int at(long sctid) {
        int ordinal = edition.locate(sctid);
        assertThat(ordinal).as("%d", sctid).isNotNegative();
        return ordinal;
    }

    private static ConceptSet set(long... sctids) {
        return ConceptSet.of(java.util.Arrays.stream(sctids).mapToInt(SnomedEditionTest::at).toArray());
    }

    @Test
    void aCodeIsLocatedAndWrittenBack() {
        assertThat(edition.code(edition.locate("1002000"))).isEqualTo("1002000");
        assertThat(edition.locate("1002001")).isEqualTo(-1);
        assertThat(edition.locate("01002000")).isEqualTo(-1);
        assertThat(edition.locate("hammer")).isEqualTo(-1);
    }

    @Test
    void ordinalsFollowADepthFirstWalkAndInactiveConceptsComeLast() {
        assertThat(at(ROOT)).isZero();
        assertThat(new int[] {at(TOOL), at(HAMMER), at(HAMMER_SAW), at(SAW), at(MATERIAL)}).containsExactly(1, 2, 3, 4, 5);
        assertThat(at(OLD_TOOL)).isEqualTo(edition.size() - 1);
    }

    @Test
    void aDescendantIsFoundThroughEveryParent() {
        assertThat(edition.subsumes(at(SAW), at(HAMMER_SAW))).isTrue();
        assertThat(edition.subsumes(at(HAMMER), at(HAMMER_SAW))).isTrue();
        assertThat(edition.subsumes(at(MATERIAL), at(HAMMER_SAW))).isFalse();
        assertThat(edition.hierarchy().ancestors(at(HAMMER_SAW))).isEqualTo(set(HAMMER, SAW, TOOL, ROOT));
    }

    @Test
    void anInactiveConceptIsThereAndIsNotActive() {
        assertThat(edition.isInactive(at(OLD_TOOL))).isTrue();
        assertThat(edition.active().contains(at(OLD_TOOL))).isFalse();
        assertThat(edition.display(at(OLD_TOOL))).isEqualTo("Ancient tool");
    }

    @Test
    void relationshipsKeepTheirGroups() {
        AttributeRelationships all = edition.attributes();
        int first = all.start(at(HAMMER));
        assertThat(all.end(at(HAMMER)) - first).isEqualTo(3);
        assertThat(all.group(first)).isEqualTo(1);
        assertThat(all.type(first)).isEqualTo(at(MADE_OF));
        assertThat(all.target(first)).isEqualTo(at(STEEL));
        assertThat(all.group(first + 2)).isEqualTo(2);
        assertThat(all.row(first)).isEqualTo(all.row(first + 1)).isNotEqualTo(all.row(first + 2));
        int saw = all.start(at(SAW));
        assertThat(all.row(saw)).as("ungrouped relationships stand alone").isNotEqualTo(all.row(saw + 1));
    }

    @Test
    void groupRowsAreFoundByAttributeAndAnythingAboveTheValue() {
        AttributeRelationships all = edition.attributes();
        assertThat(all.concepts(all.rows(at(MADE_OF), at(MATERIAL)))).isEqualTo(set(HAMMER, SAW));
        assertThat(all.concepts(all.rows(at(MADE_OF), at(WOOD)))).isEqualTo(set(HAMMER));
        assertThat(all.concepts(all.rows(at(HANDLE_OF), at(WOOD)))).isEqualTo(set(HAMMER, SAW));
        assertThat(all.rows(at(MADE_OF), at(MATERIAL)).getCardinality()).isEqualTo(3);
        assertThat(all.rows(at(MADE_OF)).getCardinality()).isEqualTo(3);
        assertThat(all.rows(at(WEIGHT), at(ROOT)).isEmpty()).isTrue();
        assertThat(all.attributes()).isEqualTo(set(MADE_OF, HANDLE_OF));
    }

    @Test
    void theInverseTellsWhoPointsToATarget() {
        AttributeRelationships all = edition.attributes();
        assertThat(all.targetEnd(at(OAK)) - all.targetStart(at(OAK))).isEqualTo(2);
        int one = all.byTarget(all.targetStart(at(OAK)));
        assertThat(all.source(one)).isEqualTo(at(HAMMER));
        assertThat(all.type(one)).isEqualTo(at(HANDLE_OF));
    }

    @Test
    void concreteValuesKeepTheirDigitsAndShareTheGroupRow() {
        ConcreteValues values = edition.concreteValues();
        int weight = values.start(at(HAMMER));
        assertThat(values.value(weight).number()).isEqualTo(new java.math.BigDecimal("2.50"));
        assertThat(values.type(weight)).isEqualTo(at(WEIGHT));
        assertThat(values.source(weight)).isEqualTo(at(HAMMER));
        assertThat(values.row(weight)).isEqualTo(edition.attributes().row(edition.attributes().start(at(HAMMER))));
        assertThat(values.value(values.start(at(SAW))).plain()).isEqualTo("light");
        assertThat(edition.attributes().conceptOfRow(values.row(values.start(at(SAW))))).isEqualTo(at(SAW));
    }

    @Test
    void theDisplayIsThePreferredSynonymOfUsEnglish() {
        assertThat(edition.display(at(HAMMER))).isEqualTo("Hammer");
        assertThat(edition.displayLanguage(at(HAMMER))).isEqualTo("en");
        assertThat(edition.display(at(NO_NAMES))).isNull();
    }

    @Test
    void aTermIsChosenByLanguageAndFallsBackFromNynorskToBokmaalToEnglish() {
        assertThat(term(HAMMER, "nn")).isEqualTo(new Term("Hammar", "nn", true));
        assertThat(term(HAMMER, "nb")).isEqualTo(new Term("Hammer på norsk", "nb", true));
        assertThat(term(HAMMER, "no")).isEqualTo(new Term("Hammer på norsk", "nb", true));
        assertThat(term(SAW, "nn")).isEqualTo(new Term("Sag", "nb", false));
        assertThat(term(SAW, "nn, en")).isEqualTo(new Term("Saw", "en", true));
        assertThat(term(OAK, "nn")).isEqualTo(new Term("Oak", "en", false));
        assertThat(term(OAK, "en-GB")).isEqualTo(new Term("Oak", "en", true));
        assertThat(term(SAW, "sv")).isEqualTo(new Term("Såg", "sv", true));
        assertThat(term(OAK, "nb, *;q=0")).isNull();
        assertThat(term(OAK, "")).isEqualTo(new Term("Oak", "en", true));
        assertThat(term(NO_NAMES, "nb")).isNull();
    }

    @Test
    void aLanguageReferenceSetCanBeNamedByItsIdentifier() {
        assertThat(term(HAMMER, "no-x-91000202106")).isEqualTo(new Term("Hammar", "nn", true));
        assertThat(term(HAMMER, "nb-x-sctlang-61000202-103")).isEqualTo(new Term("Hammer på norsk", "nb", true));
        assertThat(term(HAMMER, "x-61000202103")).isEqualTo(new Term("Hammer på norsk", "nb", true));
        assertThat(term(SAW, "sv-x-7001000")).isEqualTo(new Term("Såg", "sv", true));
    }

    private static @Nullable Term term(long concept, String languages) {
        return edition.term(at(concept), Languages.parse(languages));
    }

    @Test
    void designationsTellLanguageUseAndStandingPerDialect() {
        List<Designation> designations = edition.designations(at(HAMMER));
        assertThat(designations)
                .extracting(Designation::value)
                .containsExactly("Hammer", "Hammer (thing)", "Gavel", "Hammar", "Hammer på norsk", "A thing to hit with");
        assertThat(designations)
                .extracting(designation -> requireNonNull(designation.use()).display())
                .containsExactly("Synonym", "Fully specified name", "Synonym", "Synonym", "Synonym", "Definition");
        assertThat(designations).extracting(Designation::language).containsExactly("en", "en", "en", "nn", "nb", "en");
        assertThat(designations.get(2).acceptability())
                .containsExactly(new Acceptability(
                        "en-x-sctlang-90000000-00005080-04",
                        false,
                        new Coding(Sctid.SYSTEM, null, "900000000000508004", null),
                        Coding.of(Sctid.SYSTEM, "900000000000549004", "Acceptable")));
        assertThat(edition.definition(at(HAMMER))).isEqualTo("A thing to hit with");
    }

    @Test
    void descriptionsAreFoundByTheirIdentifier() {
        int found = edition.descriptions().find(9991011);
        assertThat(edition.descriptions().text(found)).isEqualTo("Ancient tool");
        assertThat(edition.descriptions().concept(found)).isEqualTo(at(OLD_TOOL));
        assertThat(edition.descriptions().find(9991012)).isEqualTo(-1);
        for (int concept = 0; concept < edition.size(); concept++) {
            for (int i = edition.descriptions().start(concept); i < edition.descriptions().end(concept); i++) {
                assertThat(edition.descriptions().concept(i)).isEqualTo(concept);
                assertThat(edition.descriptions().find(edition.descriptions().id(i))).isEqualTo(i);
            }
        }
    }

    @Test
    void referenceSetsKeepAllTheirColumnsAndInactiveRows() {
        assertThat(edition.refsets().members(REFSET)).isEqualTo(set(HAMMER, OAK));
        RefsetRows rows = requireNonNull(edition.refsets().rows(REFSET));
        assertThat(rows.size()).isEqualTo(3);
        assertThat(rows.isActive(rows.first(SAW))).isFalse();
        RefsetRows map = requireNonNull(edition.refsets().rows(MAP));
        assertThat(map.fields()).containsExactly("mapPriority", "mapTarget");
        assertThat(map.first(HAMMER)).isZero();
        assertThat(map.end(HAMMER)).isEqualTo(2);
        assertThat(map.number(0, map.field("mappriority"))).isEqualTo(2);
        assertThat(map.text(0, map.field("mapTarget"))).isEqualTo("X.2");
        assertThat(map.text(1, map.field("mapPriority"))).isEqualTo("1");
        assertThat(map.effectiveTime(0)).isEqualTo(20250101);
        assertThat(map.module(0)).isEqualTo(Sctid.CORE_MODULE);
        assertThat(edition.refsets().containing(at(HAMMER))).containsExactly(REFSET, MAP);
        assertThat(edition.refsets().rows(HAMMER)).isNull();
    }

    @Test
    void propertiesTellStatusAndAttributes() {
        assertThat(edition.properties(at(SAW)))
                .containsExactly(
                        new ConceptProperty("inactive", new Value.Bool(false)),
                        new ConceptProperty("sufficientlyDefined", new Value.Bool(false)),
                        new ConceptProperty("moduleId", new Value.Code("900000000000207008")),
                        new ConceptProperty("effectiveTime", new Value.DateTime("2025-01-01")),
                        new ConceptProperty("semanticTag", new Value.Text("thing")),
                        new ConceptProperty("3001000", new Value.Code("2002000"), edition.locate("3001000"), edition.locate("2002000")),
                        new ConceptProperty("3002000", new Value.Code("2004000"), edition.locate("3002000"), edition.locate("2004000")),
                        new ConceptProperty("3003000", new Value.Text("light"), edition.locate("3003000"), -1));
    }

    @Test
    void filtersSelectByHierarchy() {
        assertThat(filter("concept", FilterOperator.IS_A, "1002000")).isEqualTo(set(HAMMER, HAMMER_SAW));
        assertThat(filter("code", FilterOperator.DESCENDENT_OF, "1002000")).isEqualTo(set(HAMMER_SAW));
        assertThat(filter("concept", FilterOperator.CHILD_OF, "1001000")).isEqualTo(set(HAMMER, SAW));
        assertThat(filter("concept", FilterOperator.GENERALIZES, "2004000")).isEqualTo(set(OAK, WOOD, MATERIAL, ROOT));
        assertThat(filter("concept", FilterOperator.EQUALS, "2004000")).isEqualTo(set(OAK));
        assertThat(filter("parent", FilterOperator.EQUALS, "1001000")).isEqualTo(set(HAMMER, SAW));
        assertThat(filter("child", FilterOperator.EQUALS, "1004000")).isEqualTo(set(HAMMER, SAW));
    }

    @Test
    void filtersTogetherSelectWhatStandsInOneGroup() {
        ConceptFilter steel = new ConceptFilter("3001000", FilterOperator.EQUALS, "2002000");
        ConceptFilter wood = new ConceptFilter("3001000", FilterOperator.EQUALS, "2003000");
        ConceptFilter handle = new ConceptFilter("3002000", FilterOperator.EQUALS, "2004000");

        assertThat(edition.filterTogether(List.of(steel, handle))).as("ungrouped attributes do not stand together").isEqualTo(set(HAMMER));
        assertThat(edition.filterTogether(List.of(wood, handle))).isEqualTo(ConceptSet.EMPTY);
        assertThat(edition.filterTogether(List.of(steel))).isEqualTo(set(HAMMER, SAW));
    }

    @Test
    void filtersSelectByReferenceSetAttributeAndStatus() {
        assertThat(filter("concept", FilterOperator.IN, "5001000")).isEqualTo(set(HAMMER, OAK));
        assertThat(filter("3001000", FilterOperator.EQUALS, "2002000")).isEqualTo(set(HAMMER, SAW));
        assertThat(filter("3001000", FilterOperator.IN, "2003000,2004000")).isEqualTo(set(HAMMER));
        assertThat(filter("inactive", FilterOperator.EQUALS, "true")).isEqualTo(set(OLD_TOOL));
        assertThat(filter("sufficientlyDefined", FilterOperator.EQUALS, "true")).isEqualTo(set(NO_NAMES));
        assertThat(filter("moduleId", FilterOperator.EQUALS, "900000000000207008")).isEqualTo(edition.all());
        assertThat(filter("effectiveTime", FilterOperator.EQUALS, "20250102")).isEqualTo(ConceptSet.EMPTY);
    }

    @Test
    void filtersThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> filter("concept", FilterOperator.IS_A, "999")).isInstanceOf(TerminologyException.class);
        assertThatThrownBy(() -> filter("concept", FilterOperator.REGEX, "9.*")).isInstanceOf(TerminologyException.class);
        assertThatThrownBy(() -> filter("colour", FilterOperator.EQUALS, "red")).isInstanceOf(TerminologyException.class);
        assertThatThrownBy(() -> filter("inactive", FilterOperator.EQUALS, "maybe")).isInstanceOf(TerminologyException.class);
        assertThatThrownBy(() -> filter("constraint", FilterOperator.EQUALS, "*")).isInstanceOf(TerminologyException.class);
    }

    private static ConceptSet filter(String property, FilterOperator operator, String value) {
        return edition.filter(new ConceptFilter(property, operator, value));
    }

    @Test
    void constraintsAreHandedToTheEvaluatorGivenOnOpening() throws IOException {
        EclEvaluator everythingBelow =
                (opened, ecl) -> opened.hierarchy().selfAndDescendants(opened.locate(ecl.substring(3)));
        try (SnomedEdition opened = SnomedEdition.open(folder.resolve("edition"), everythingBelow)) {
            assertThat(opened.filter(new ConceptFilter("constraint", FilterOperator.EQUALS, "<< 2003000")))
                    .isEqualTo(set(WOOD, OAK));
        }
    }
}
