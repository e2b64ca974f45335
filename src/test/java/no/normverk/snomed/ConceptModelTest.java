package no.normverk.snomed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import no.normverk.snomed.constraint.SnomedEditions;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Objection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a domain asks for, and which reference sets of rules are in force, told by module. */
class ConceptModelTest {

    private static final long ATTRIBUTE = 410662002L;
    private static final long MENU = 1_001_000L;
    private static final long LUNCH = 1_002_000L;
    private static final long DISH = 1_003_000L;
    private static final long SOUP = 1_004_000L;
    private static final long COURSE = 1_011_000L;
    private static final long FIRST_COURSE = 1_012_000L;
    private static final long SIZE = 1_013_000L;
    private static final long GUESTS = 1_014_000L;
    private static final long NATIONAL_MODULE = 1_020_000L;
    private static final long NATIONAL_DISH = 1_021_000L;
    private static final long NATIONAL_DOMAINS = 1_022_000L;
    private static final long NATIONAL_RANGES = 1_023_000L;
    private static final long NOT_THERE = 1_029_000L;

    private static final long MANDATORY = 723597001L;
    private static final long ALL = 723596005L;
    private static final long POSTCOORDINATED = 723595009L;
    private static final long PRECOORDINATED = 723594008L;
    private static final long NEW_PRECOORDINATED = 723593002L;

    @TempDir
    Path folder;

    /** LUNCH has a course and guests by itself; a menu in general must be told both. */
    private static Rf2Writer menus() {
        Rf2Writer rf2 = Rf2Writer.snapshot().module(Sctid.CORE_MODULE).concept(Sctid.ROOT, "Root");
        rf2.concept(ATTRIBUTE, "Attribute", Sctid.ROOT).concept(DISH, "Dish", Sctid.ROOT).concept(SOUP, "Soup", DISH);
        rf2.concept(MENU, "Menu", Sctid.ROOT).concept(LUNCH, "Lunch", MENU);
        rf2.concept(COURSE, "Course", ATTRIBUTE).concept(FIRST_COURSE, "First course", COURSE).concept(SIZE, "Size", ATTRIBUTE);
        rf2.concept(GUESTS, "Guests", ATTRIBUTE);
        rf2.relationship(LUNCH, 1, COURSE, SOUP).concrete(LUNCH, 0, GUESTS, "#4");
        domain(rf2, 723561005L, COURSE, MENU, 1, "1..*", "1..1", ALL);
        domain(rf2, 723561005L, FIRST_COURSE, MENU, 1, "0..1", "0..1", ALL);
        domain(rf2, 723561005L, SIZE, MENU, 1, "0..*", "0..1", POSTCOORDINATED);
        domain(rf2, 723561005L, GUESTS, MENU, 0, "1..1", "0..0", ALL);
        domain(rf2, 723561005L, GUESTS, DISH, 0, "1..1", "0..0", NEW_PRECOORDINATED);
        range(rf2, 723562003L, COURSE, "<< " + DISH, ALL);
        range(rf2, 723562003L, FIRST_COURSE, "<< " + DISH, ALL);
        range(rf2, 723562003L, COURSE, "<< " + MENU, PRECOORDINATED);
        range(rf2, 723562003L, SIZE, "int(>#0..)", ALL);
        range(rf2, 723562003L, GUESTS, "int(>#0..)", ALL);
        return rf2;
    }

    private static void domain(
            Rf2Writer rf2, long refset, long attribute, long domain, int grouped, String all, String inGroup, long content) {
        List<String> fields = List.of("domainId", "grouped", "attributeCardinality", "attributeInGroupCardinality", "ruleStrengthId", "contentTypeId");
        rf2.member("cisscc", "MRCMAttributeDomain", fields, refset, attribute, domain, grouped, all, inGroup, MANDATORY, content);
    }

    private static void range(Rf2Writer rf2, long refset, long attribute, String constraint, long content) {
        List<String> fields = List.of("rangeConstraint", "attributeRule", "ruleStrengthId", "contentTypeId");
        rf2.member("sscc", "MRCMAttributeRange", fields, refset, attribute, constraint, "", MANDATORY, content);
    }

    private static void scope(Rf2Writer rf2, long module, long ruleSet) {
        rf2.member("c", "MRCMModuleScope", List.of("mrcmRuleRefsetId"), 723563008L, module, ruleSet);
    }

    /** The messages for an expression, each with its attribute and counts; {@code !} before those that are mandatory. */
    private List<String> objections(Rf2Writer rf2, String expression) throws IOException {
        Path release = folder.resolve(Long.toString(System.nanoTime()));
        rf2.edition(release).close();
        try (SnomedEdition edition = SnomedEditions.open(release.resolve("edition"))) {
            CodeSystemVersion expressed = edition.withExpressions(List.of(expression));
            int ordinal = expressed.locate(expression);
            assertThat(ordinal).as(expression).isNotNegative();
            return Objects.requireNonNull(expressed.objections(ordinal)).stream().map(ConceptModelTest::told).toList();
        }
    }

    private static String told(Objection objection) {
        return (objection.mandatory() ? "!" : "") + objection.message().id().replace("concept-model-", "") + " "
                + String.join(" ", objection.message().arguments()).replaceAll(" \\|[^|]*\\|", "");
    }

    private List<String> objections(String expression) throws IOException {
        return objections(menus(), expression);
    }

    @Test
    void whatADomainAsksForMustBeThere() throws IOException {
        assertThat(objections(MENU + ":" + GUESTS + "=#4,{" + COURSE + "=" + SOUP + "}")).isEmpty();
        assertThat(objections(MENU + ":{" + COURSE + "=" + SOUP + "}")).containsExactly("!too-few " + GUESTS + " 0 1");
        assertThat(objections(MENU + ":" + GUESTS + "=#4")).containsExactly("!too-few " + COURSE + " 0 1");
    }

    @Test
    void whatTheFocusConceptHasByItselfCounts() throws IOException {
        assertThat(objections(LUNCH + ":{" + COURSE + "=" + DISH + "}")).isEmpty();
        assertThat(objections(LUNCH + ":" + GUESTS + "=#4")).isEmpty();
        assertThat(objections(LUNCH + ":" + GUESTS + "=#5")).containsExactly("!cardinality " + GUESTS + " 2 1");
    }

    @Test
    void aNarrowerAttributeIsWhatIsAskedFor() throws IOException {
        assertThat(objections(MENU + ":" + GUESTS + "=#4,{" + FIRST_COURSE + "=" + SOUP + "}")).isEmpty();
    }

    @Test
    void aGroupMustHaveWhatItsDomainAsksForInGroups() throws IOException {
        assertThat(objections(LUNCH + ":{" + COURSE + "=" + DISH + "," + SIZE + "=#2}")).isEmpty();
        assertThat(objections(LUNCH + ":{" + SIZE + "=#2}")).containsExactly("!too-few-in-group " + COURSE + " 0 1");
        assertThat(objections(LUNCH + ":" + SIZE + "=#2")).containsExactly("!too-few-in-group " + COURSE + " 0 1");
    }

    @Test
    void rulesForPrecoordinatedContentAreNotForExpressions() throws IOException {
        assertThat(objections(LUNCH + ":{" + COURSE + "=" + LUNCH + "}")).containsExactly("!range " + LUNCH + " " + COURSE + " << " + DISH);
        assertThat(objections(SOUP + ":" + GUESTS + "=#4")).containsExactly("!domain " + GUESTS + " " + SOUP + " " + MENU);
        assertThat(objections(DISH + "+" + SOUP)).isEmpty();
    }

    /** The national rules let a course be a menu, and ask for a size in every group; they are for what the national module's concepts are part of. */
    private static Rf2Writer nationalMenus() {
        Rf2Writer rf2 = menus();
        domain(rf2, NATIONAL_DOMAINS, SIZE, MENU, 1, "1..*", "0..1", ALL);
        range(rf2, NATIONAL_RANGES, COURSE, "<< " + MENU, ALL);
        rf2.module(NATIONAL_MODULE).concept(NATIONAL_DISH, "National dish", DISH);
        for (long ruleSet : List.of(723560006L, 723561005L, 723562003L)) {
            scope(rf2, Sctid.CORE_MODULE, ruleSet);
            scope(rf2, NATIONAL_MODULE, ruleSet);
        }
        scope(rf2, NATIONAL_MODULE, NATIONAL_DOMAINS);
        scope(rf2, NATIONAL_MODULE, NATIONAL_RANGES);
        List<String> fields = List.of(
                "domainConstraint", "parentDomain", "proximalPrimitiveConstraint", "proximalPrimitiveRefinement",
                "domainTemplateForPrecoordination", "domainTemplateForPostcoordination", "guideURL");
        rf2.module(Sctid.CORE_MODULE).member("sssssss", "MRCMDomain", fields, 723560006L, MENU, "<< " + MENU, "", "", "", "", "", "");
        return rf2;
    }

    @Test
    void theModuleScopeTellsWhichRulesAreInForce() throws IOException {
        assertThat(objections(nationalMenus(), LUNCH + ":{" + COURSE + "=" + SOUP + "}")).isEmpty();
        assertThat(objections(nationalMenus(), LUNCH + ":{" + COURSE + "=" + NATIONAL_DISH + "}")).containsExactly("!too-few " + SIZE + " 0 1");
        assertThat(objections(nationalMenus(), LUNCH + ":{" + COURSE + "=" + NATIONAL_DISH + "," + SIZE + "=#1}")).isEmpty();
        assertThat(objections(nationalMenus(), LUNCH + ":{" + COURSE + "=" + MENU + "}")).containsExactly("!range " + MENU + " " + COURSE + " << " + DISH);
    }

    @Test
    void rulesThatAreNotThereAreTold() throws IOException {
        Rf2Writer rf2 = nationalMenus();
        scope(rf2, NATIONAL_MODULE, NOT_THERE);
        assertThat(objections(rf2, LUNCH + ":{" + COURSE + "=" + NATIONAL_DISH + "," + SIZE + "=#1}")).containsExactly("rules-missing " + NOT_THERE);
        assertThat(objections(rf2, LUNCH + ":{" + COURSE + "=" + SOUP + "}")).isEmpty();
    }

    @Test
    void aReferenceSetOfRulesThatNoModuleIsInTheScopeOfIsNotApplied() throws IOException {
        Rf2Writer rf2 = menus();
        scope(rf2, Sctid.CORE_MODULE, 723561005L);
        scope(rf2, Sctid.CORE_MODULE, 723562003L);
        domain(rf2, NATIONAL_DOMAINS, SIZE, MENU, 1, "1..*", "0..1", ALL);
        assertThat(objections(rf2, LUNCH + ":{" + COURSE + "=" + SOUP + "}")).isEmpty();
    }
}
