package no.normverk.terminology.valueset;

import static no.normverk.terminology.Samples.codeSystem;
import static no.normverk.terminology.Samples.codes;
import static no.normverk.terminology.Samples.concept;
import static no.normverk.terminology.Samples.filtered;
import static no.normverk.terminology.Samples.imports;
import static no.normverk.terminology.Samples.importsOf;
import static no.normverk.terminology.Samples.registry;
import static no.normverk.terminology.Samples.valueSet;
import static no.normverk.terminology.Samples.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Languages;
import no.normverk.terminology.RandomCases;
import no.normverk.terminology.Registry;
import no.normverk.terminology.Samples.SystemSample;
import no.normverk.terminology.TerminologyException;
import no.normverk.terminology.VersionRules;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class ExpanderTest {

    private static final String S = "http://x.no/s";

    /** a(b(c), d), e inactive with child f. */
    private static final Registry TREE = registry(
            codeSystem(S).version("2").with(
                    concept("a").display("Arm"),
                    concept("b").display("Bein").in("a"),
                    concept("c").display("Crus, bein").in("b"),
                    concept("d").display("Digitus").in("a"),
                    concept("e").display("Ear").property("inactive", true),
                    concept("f").display("Foot").in("e")).make(),
            codeSystem(S).version("1").with(concept("a").display("Arm 1"), concept("z").display("Old")).make());

    /** The options of one expansion, those of a caller who says nothing to begin with. */
    private record Asked(
            Registry registry, @Nullable String filter, @Nullable Integer offset, @Nullable Integer count, boolean nested, int limit, EvaluationSettings settings) {

        static Asked of(Registry registry) {
            return new Asked(registry, null, null, null, true, 1_000, EvaluationSettings.DEFAULT);
        }

        Asked flat() {
            return new Asked(registry, filter, offset, count, false, limit, settings);
        }

        Asked page(@Nullable Integer from, @Nullable Integer size) {
            return new Asked(registry, filter, from, size, nested, limit, settings);
        }

        Asked words(String text) {
            return new Asked(registry, text, offset, count, nested, limit, settings);
        }

        Asked atMost(int most) {
            return new Asked(registry, filter, offset, count, nested, most, settings);
        }

        Asked with(EvaluationSettings other) {
            return new Asked(registry, filter, offset, count, nested, limit, other);
        }

        Expansion expand(ValueSetDefinition valueSet) {
            CodeSystemFinder systems = CodeSystemFinder.of(registry, settings.supplements());
            return new Expander(systems, settings)
                    .expand(new ExpansionRequest(valueSet, filter, offset, count, nested, Languages.ANY, limit));
        }

        String shown(ValueSetDefinition valueSet) {
            return told(expand(valueSet).contains());
        }

        ThrowableAssertAlternative<TerminologyException> refused(ValueSetDefinition valueSet, String messageId) {
            return assertThatExceptionOfType(TerminologyException.class)
                    .isThrownBy(() -> expand(valueSet))
                    .satisfies(e -> assertThat(e.issues().getFirst().message().id()).isEqualTo(messageId));
        }
    }

    /** Codes, with versions other than 2, children in brackets. */
    private static String told(List<Expansion.Entry> entries) {
        List<String> told = new ArrayList<>();
        for (Expansion.Entry entry : entries) {
            String version = String.valueOf(entry.system().header().version());
            told.add(entry.system().code(entry.ordinal()) + (version.equals("1") ? "|1" : "")
                    + (entry.children().isEmpty() ? "" : "(" + told(entry.children()) + ")"));
        }
        return String.join(" ", told);
    }

    private static EvaluationSettings versions(VersionRules rules) {
        return new EvaluationSettings(rules, List.of(), List.of(), false);
    }

    private static EvaluationSettings activeOnly() {
        return new EvaluationSettings(VersionRules.NONE, List.of(), List.of(), true);
    }

    private static Issue issue(Throwable thrown) {
        return ((TerminologyException) thrown).issues().getFirst();
    }

    @Test
    void aWholeSystemIsATreeAndItsTotalCountsEveryLevel() {
        Expansion expansion = Asked.of(TREE).expand(valueSet("v").include(Include.all(S, null)).make());

        assertThat(told(expansion.contains())).isEqualTo("a(b(c) d) e(f)");
        assertThat(expansion.total()).isEqualTo(6);
        assertThat(expansion.usage().codeSystems().keySet()).containsExactly(S + "|2");
    }

    @Test
    void whoWantsNoNestingGetsTheSystemsOrder() {
        assertThat(Asked.of(TREE).flat().shown(valueSet("v").include(Include.all(S, null)).make())).isEqualTo("a b c d e f");
    }

    @Test
    void listedCodesStayFlatInTheAuthorsOrderAndUnknownOnesAreLeftOut() {
        assertThat(Asked.of(TREE).shown(valueSet("v").include(codes(S, null, "c", "nowhere", "a", "c", "b")).make())).isEqualTo("c a b");
    }

    @Test
    void isANestsAndDescendentOfDoesNot() {
        assertThat(Asked.of(TREE).shown(valueSet("v").include(filtered(S, null, "concept", "is-a", "a")).make())).isEqualTo("a(b(c) d)");
        assertThat(Asked.of(TREE).shown(valueSet("v").include(filtered(S, null, "concept", "descendent-of", "a")).make())).isEqualTo("b c d");
    }

    @Test
    void childrenOfAConceptThatIsLeftOutMoveUp() {
        assertThat(Asked.of(TREE).with(activeOnly()).shown(valueSet("v").include(Include.all(S, null)).make())).isEqualTo("a(b(c) d) f");
        assertThat(Asked.of(TREE).shown(valueSet("v").inactive(false).include(Include.all(S, null)).make())).isEqualTo("a(b(c) d) f");
        assertThat(Asked.of(TREE).shown(valueSet("v").inactive(true).include(Include.all(S, null)).make())).isEqualTo("a(b(c) d) e(f)");
    }

    @Test
    void nothingNestsWhereSomethingIsExcluded() {
        assertThat(Asked.of(TREE).shown(valueSet("v").include(Include.all(S, null)).exclude(codes(S, null, "b")).make())).isEqualTo("a c d e f");
    }

    @Test
    void whatIsIncludedTwiceStandsOnce() {
        Expansion expansion = Asked.of(TREE).expand(valueSet("v").include(codes(S, null, "d", "b"), codes(S, "2", "b", "c")).make());

        assertThat(told(expansion.contains()).split(" ")).containsExactlyInAnyOrder("d", "b", "c");
        assertThat(expansion.total()).isEqualTo(3);
    }

    @Test
    void ofSeveralPinnedVersionsTheNewestComesFirst() {
        ValueSetDefinition both = valueSet("v").include(Include.all(S, "1"), codes(S, "2", "a", "b")).make();
        Expansion expansion = Asked.of(TREE).expand(both);

        assertThat(told(expansion.contains())).isEqualTo("a b a|1 z|1");
        assertThat(expansion.usage().isVersionAmbiguous(S)).isTrue();
        assertThat(expansion.usage().codeSystems().keySet()).containsExactly(S + "|2", S + "|1");
    }

    @Test
    void anExcludeOfAVersionThatIsIncludedTakesOutOfThatVersionOnly() {
        ValueSetDefinition both = valueSet("v").include(codes(S, "1", "a"), codes(S, "2", "a", "b")).exclude(codes(S, "1", "a", "b")).make();

        assertThat(Asked.of(TREE).shown(both)).isEqualTo("a b");
    }

    @Test
    void anExcludeOfAVersionThatIsNotIncludedTakesOutByCode() {
        ValueSetDefinition across = valueSet("v").include(codes(S, "2", "a", "b")).exclude(Include.all(S, "1")).make();
        Expansion expansion = Asked.of(TREE).expand(across);

        assertThat(told(expansion.contains())).isEqualTo("b");
        assertThat(expansion.usage().versionsMatched()).isTrue();
    }

    @Test
    void versionsMatchSaysWhetherVersionsAreComparedByCode() {
        Include two = codes(S, "2", "a", "b");
        Include one = Include.all(S, "1");

        assertThat(Asked.of(TREE).shown(valueSet("v").parameter("versionsMatch", "false").include(two).exclude(one).make())).isEqualTo("a b");
        assertThat(Asked.of(TREE).shown(valueSet("v").parameter("versionsMatch", "true").include(one, two).make())).isEqualTo("a b z|1");
        assertThat(Asked.of(TREE).expand(valueSet("v").parameter("versionsMatch", "true").include(one, two).make()).total()).isEqualTo(3);
    }

    @Test
    void versionRulesDecideWhatIncludesDrawOn() {
        ValueSetDefinition open = valueSet("v").include(codes(S, null, "a", "z")).make();
        ValueSetDefinition pinned = valueSet("v").include(codes(S, "2", "a", "z")).make();
        List<Canonical> one = List.of(Canonical.of(S, "1"));

        assertThat(Asked.of(TREE).shown(open)).isEqualTo("a");
        assertThat(Asked.of(TREE).with(versions(new VersionRules(one, List.of(), List.of()))).shown(open)).isEqualTo("a|1 z|1");
        assertThat(Asked.of(TREE).with(versions(new VersionRules(one, List.of(), List.of()))).shown(pinned)).isEqualTo("a");
        assertThat(Asked.of(TREE).with(versions(new VersionRules(List.of(), List.of(), one))).shown(pinned)).isEqualTo("a|1 z|1");
        assertThat(Asked.of(TREE).with(versions(new VersionRules(List.of(), one, List.of()))).shown(open)).isEqualTo("a|1 z|1");
        Asked.of(TREE).with(versions(new VersionRules(List.of(), one, List.of()))).refused(pinned, "VALUESET_VERSION_CHECK")
                .satisfies(e -> {
                    assertThat(issue(e).code()).isEqualTo("exception");
                    assertThat(issue(e).detail()).isEqualTo("version-error");
                    assertThat(issue(e).message().arguments()).containsExactly("2", S, "1");
                });
    }

    @Test
    void aMissingSystemOrVersionIsToldWithWhatThereIs() {
        Asked.of(TREE).refused(valueSet("v").include(Include.all("http://x.no/none", null)).make(), "UNKNOWN_CODESYSTEM_EXP")
                .satisfies(e -> assertThat(issue(e).message().arguments()).containsExactly("http://x.no/none"));
        Asked.of(TREE).refused(valueSet("v").include(Include.all(S, "3")).make(), "UNKNOWN_CODESYSTEM_VERSION_EXP")
                .satisfies(e -> assertThat(issue(e).message().arguments()).containsExactly(S, "3", "1 or 2"));
        Asked.of(TREE).refused(valueSet("v").include(Include.all("http://x.no/none", "3")).make(), "UNKNOWN_CODESYSTEM_VERSION_EXP_NONE");
        Asked.of(TREE).refused(valueSet("v").include(Include.all(S, null)).exclude(Include.all(S, "3")).make(), "UNKNOWN_CODESYSTEM_VERSION_EXP");
    }

    @Test
    void anImportIsWhatTheOtherValueSetHolds() {
        Registry registry = with(TREE, valueSet("http://x.no/v1").version("7").include(filtered(S, null, "concept", "is-a", "a")).exclude(codes(S, null, "d")).make());
        Expansion expansion = Asked.of(registry).expand(valueSet("v").include(imports("http://x.no/v1"), codes(S, null, "f")).make());

        assertThat(told(expansion.contains())).isEqualTo("a b c f");
        assertThat(expansion.usage().valueSets()).containsExactly("http://x.no/v1|7");
    }

    @Test
    void severalImportsOfOneIncludeMustAllHoldTheConcept() {
        Registry registry = with(
                TREE,
                valueSet("http://x.no/ab").include(codes(S, null, "a", "b")).make(),
                valueSet("http://x.no/bc").include(codes(S, null, "b", "c")).make(),
                valueSet("http://x.no/b1").include(codes(S, "1", "a", "z")).make());

        assertThat(Asked.of(registry).shown(valueSet("v").include(imports("http://x.no/ab", "http://x.no/bc")).make())).isEqualTo("b");
        assertThat(Asked.of(registry).shown(valueSet("v").include(imports("http://x.no/ab"), imports("http://x.no/bc")).make())).isEqualTo("a b c");
        assertThat(Asked.of(registry).shown(valueSet("v").include(importsOf(S, "http://x.no/ab", "http://x.no/bc")).make())).isEqualTo("b");
        assertThat(Asked.of(registry).shown(valueSet("v").include(imports("http://x.no/ab", "http://x.no/b1")).make())).isEqualTo("a");
        assertThat(Asked.of(registry).shown(valueSet("v").include(Include.all(S, null)).exclude(imports("http://x.no/ab", "http://x.no/bc")).make()))
                .isEqualTo("a c d e f");
    }

    @Test
    void aSystemWithImportsTakesFromThatSystemOnly() {
        Registry registry = with(TREE.with().codeSystem(codeSystem("http://x.no/t").codes("a", "q").make()).build(),
                valueSet("http://x.no/mixed").include(codes(S, null, "a"), Include.all("http://x.no/t", null)).make());

        assertThat(Asked.of(registry).shown(valueSet("v").include(importsOf("http://x.no/t", "http://x.no/mixed")).make())).isEqualTo("a q");
        assertThat(Asked.of(registry).expand(valueSet("v").include(importsOf(S, "http://x.no/mixed")).make()).total()).isEqualTo(1);
    }

    @Test
    void inactiveIsTheAffairOfTheValueSetThatSaysIt() {
        Registry registry = with(TREE, valueSet("http://x.no/active").inactive(false).include(codes(S, null, "d", "e", "f")).make());

        assertThat(Asked.of(registry).shown(valueSet("v").include(imports("http://x.no/active")).make())).isEqualTo("d f");
    }

    @Test
    void aContainedValueSetIsFoundByItsIdAndIsNoImportToTellOf() {
        ValueSetDefinition inner = valueSet("").include(codes(S, null, "a", "b")).make();
        Expansion expansion = Asked.of(TREE).expand(valueSet("v").contained("in", inner).include(imports("#in")).make());

        assertThat(told(expansion.contains())).isEqualTo("a b");
        assertThat(expansion.usage().valueSets()).isEmpty();
    }

    @Test
    void valueSetsWithoutIdentityAreNotTakenForOneAnother() {
        ValueSetDefinition first = valueSet("").include(codes(S, null, "a")).make();
        ValueSetDefinition second = valueSet("").include(codes(S, null, "b")).make();
        ValueSetDefinition outer = valueSet("").contained("one", first).contained("two", second).include(imports("#one"), imports("#two")).make();

        assertThat(Asked.of(TREE).shown(outer)).isEqualTo("a b");
    }

    @Test
    void aMissingImportIsNamed() {
        Asked.of(TREE).refused(valueSet("v").include(imports("http://x.no/none|3")).make(), "Unable_to_resolve_value_Set_")
                .satisfies(e -> assertThat(issue(e).message().arguments()).containsExactly("http://x.no/none|3"));
        Asked.of(TREE).refused(valueSet("v").include(imports("#none")).make(), "Unable_to_resolve_value_Set_");
        EvaluationSettings pinned = new EvaluationSettings(VersionRules.NONE, List.of(Canonical.of("http://x.no/none", "4")), List.of(), false);
        Asked.of(TREE).with(pinned).refused(valueSet("v").include(imports("http://x.no/none")).make(), "VS_EXP_IMPORT_UNK_PINNED")
                .satisfies(e -> assertThat(issue(e).message().arguments()).containsExactly("http://x.no/none", "4"));
    }

    @Test
    void aDefaultVersionPinsImportsThatStateNone() {
        Registry registry = with(TREE, valueSet("http://x.no/v1").version("1").include(codes(S, null, "a")).make(),
                valueSet("http://x.no/v1").version("2").include(codes(S, null, "b")).make());
        EvaluationSettings pinned = new EvaluationSettings(VersionRules.NONE, List.of(Canonical.of("http://x.no/v1", "1")), List.of(), false);

        assertThat(Asked.of(registry).shown(valueSet("v").include(imports("http://x.no/v1")).make())).isEqualTo("b");
        assertThat(Asked.of(registry).with(pinned).shown(valueSet("v").include(imports("http://x.no/v1")).make())).isEqualTo("a");
        assertThat(Asked.of(registry).with(pinned).shown(valueSet("v").include(imports("http://x.no/v1|2")).make())).isEqualTo("b");
    }

    @Test
    void aCircleOfImportsIsToldWithItsPath() {
        Registry registry = with(TREE,
                valueSet("http://x.no/1").include(imports("http://x.no/2")).make(),
                valueSet("http://x.no/2").include(Include.all(S, null)).exclude(imports("http://x.no/3")).make(),
                valueSet("http://x.no/3").include(imports("http://x.no/1")).make());

        Asked.of(registry).refused(java.util.Objects.requireNonNull(registry.valueSet("http://x.no/1", null)), "VALUESET_CIRCULAR_REFERENCE")
                .satisfies(e -> {
                    assertThat(issue(e).message().arguments())
                            .containsExactly("http://x.no/1", "http://x.no/1 -> http://x.no/2 -> http://x.no/3 -> http://x.no/1");
                    assertThat(issue(e).code()).isEqualTo("processing");
                });
    }

    @Test
    void importsThatFanOutAreWorkedOutOnce() {
        Registry.Builder registry = TREE.with().valueSet(valueSet("http://x.no/0").include(codes(S, null, "a", "b")).make());
        for (int i = 1; i <= 60; i++) {
            String below = "http://x.no/" + (i - 1);
            registry.valueSet(valueSet("http://x.no/" + i).include(imports(below), imports(below)).exclude(imports(below, "http://x.no/nothing")).make());
        }
        registry.valueSet(valueSet("http://x.no/nothing").include(codes(S, null, "nowhere")).make());
        registry.valueSet(valueSet("http://x.no/e0").include(imports("http://x.no/nothing")).make());
        for (int i = 1; i <= 60; i++) {
            registry.valueSet(valueSet("http://x.no/e" + i).include(imports("http://x.no/e" + (i - 1)), imports("http://x.no/e" + (i - 1))).make());
        }

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () ->
                assertThat(Asked.of(registry.build()).shown(valueSet("v").include(imports("http://x.no/60"), imports("http://x.no/e60")).make())).isEqualTo("a b"));
    }

    @Test
    void importsThatGoEndlesslyDeepAreRefused() {
        Registry.Builder registry = TREE.with().valueSet(valueSet("http://x.no/0").include(codes(S, null, "a")).make());
        for (int i = 1; i <= 20_000; i++) {
            registry.valueSet(valueSet("http://x.no/" + i).include(imports("http://x.no/" + (i - 1))).make());
        }

        Asked.of(registry.build()).refused(valueSet("v").include(imports("http://x.no/20000")).make(), "value-set-imports-too-deep");
        assertThat(Asked.of(registry.build()).shown(valueSet("v").include(imports("http://x.no/90")).make())).isEqualTo("a");
    }

    @Test
    void aFilterThatLacksSomethingIsToldWithItsPlace() {
        Asked.of(TREE).refused(valueSet("v").include(codes(S, null, "a"),
                        new Include(S, null, List.of(), List.of(new IncludeFilter("concept", "is-a", null)), List.of())).make(),
                        "UNABLE_TO_HANDLE_SYSTEM_FILTER_WITH_NO_VALUE")
                .satisfies(e -> assertThat(issue(e).expression()).isEqualTo("ValueSet.compose.include[1].filter[0]"));
        Asked.of(TREE).refused(valueSet("v").include(filtered(S, null, "concept", "is-like", "a")).make(), "FILTER_NOT_UNDERSTOOD");
        Asked.of(TREE).refused(valueSet("v").include(new Include(S, null, List.of(), List.of(new IncludeFilter(null, "=", "a")), List.of())).make(), "filter-incomplete");
    }

    @Test
    void allFiltersOfAnIncludeMustHold() {
        ValueSetDefinition both = valueSet("v").include(new Include(S, null, List.of(),
                List.of(new IncludeFilter("concept", "is-a", "a"), new IncludeFilter("code", "regex", "[bd]")), List.of())).make();

        assertThat(Asked.of(TREE).shown(both)).isEqualTo("b d");
    }

    @Test
    void aPageIsFlatAndItsTotalIsThatOfTheWhole() {
        ValueSetDefinition whole = valueSet("v").include(codes(S, null, "d", "c"), codes(S, "1", "z")).make();
        Expansion page = Asked.of(TREE).page(1, 1).expand(whole);

        assertThat(page.total()).isEqualTo(3);
        assertThat(page.contains()).hasSize(1);
        assertThat(Asked.of(TREE).page(0, 0).expand(whole).contains()).isEmpty();
        assertThat(Asked.of(TREE).page(0, 0).expand(whole).total()).isEqualTo(3);
        assertThat(Asked.of(TREE).page(Integer.MAX_VALUE, Integer.MAX_VALUE).shown(whole)).isEmpty();
        assertThat(Asked.of(TREE).page(null, 2).shown(valueSet("v").include(Include.all(S, null)).make())).isEqualTo("a b");
    }

    @Test
    void pagesPutTogetherAreTheWholeWithAndWithoutWords() {
        RandomCases.check(100, random -> {
            Registry.Builder registry = Registry.empty().with();
            for (String url : new String[] {"http://x.no/p", "http://x.no/q"}) {
                SystemSample sample = codeSystem(url);
                for (int i = 0; i < 15; i++) {
                    sample.with(concept("c" + i).display((random.nextBoolean() ? "øye " : "") + "tekst " + random.nextInt(4)));
                }
                registry.codeSystem(sample.make());
            }
            ValueSetDefinition set = valueSet("v")
                    .include(Include.all("http://x.no/p", null), codes("http://x.no/q", null, "c3", "c1", "c9"), filtered("http://x.no/q", null, "code", "regex", "c1."))
                    .exclude(codes("http://x.no/p", null, "c" + random.nextInt(15)))
                    .make();
            Asked asked = random.nextBoolean() ? Asked.of(registry.build()) : Asked.of(registry.build()).words("tek");
            Expansion whole = asked.flat().expand(set);
            int count = 1 + random.nextInt(8);
            List<String> together = new ArrayList<>();
            for (int offset = 0; offset < whole.total(); offset += count) {
                Expansion page = asked.page(offset, count).expand(set);
                assertThat(page.total()).isEqualTo(whole.total());
                page.contains().forEach(entry -> together.add(entry.system().header().url() + "#" + entry.system().code(entry.ordinal())));
            }
            assertThat(together).isEqualTo(whole.contains().stream()
                    .map(entry -> entry.system().header().url() + "#" + entry.system().code(entry.ordinal())).toList());
            assertThat(together).doesNotHaveDuplicates().hasSize(whole.total());
        });
    }

    @Test
    void wordsRankWholeSystemsAndNestIsAFilters() {
        assertThat(Asked.of(TREE).words("bein").shown(valueSet("v").include(Include.all(S, null)).make())).isEqualTo("b c");
        assertThat(Asked.of(TREE).words("bein").shown(valueSet("v").include(filtered(S, null, "concept", "is-a", "a")).make())).isEqualTo("b(c)");
        assertThat(Asked.of(TREE).words("crus bein").shown(valueSet("v").include(codes(S, null, "a", "b", "c")).make())).isEqualTo("c");
        assertThat(Asked.of(TREE).words("  ").shown(valueSet("v").include(codes(S, null, "c", "a")).make())).isEqualTo("c a");
    }

    @Test
    void tooMuchIsRefusedAtOnceUnlessAPageIsAskedFor() {
        ValueSetDefinition whole = valueSet("http://x.no/v").include(Include.all(S, null)).make();

        Asked.of(TREE).atMost(5).refused(whole, "VALUESET_TOO_COSTLY").satisfies(e -> {
            assertThat(issue(e).code()).isEqualTo("too-costly");
            assertThat(issue(e).message().arguments()).containsExactly("http://x.no/v", "5", "6");
        });
        assertThat(Asked.of(TREE).atMost(6).expand(whole).total()).isEqualTo(6);
        assertThat(Asked.of(TREE).atMost(2).page(null, 3).expand(whole).contains()).hasSize(3);
        Asked.of(TREE).atMost(1).words("bein").refused(whole, "VALUESET_TOO_COSTLY");
    }

    @Test
    void supplementsThatAreMissingAreNamed() {
        EvaluationSettings settings = new EvaluationSettings(VersionRules.NONE, List.of(), List.of(Canonical.parse(S), Canonical.parse("http://x.no/none|1")), false);

        Asked.of(TREE).with(settings).refused(valueSet("v").make(), "VALUESET_SUPPLEMENT_MISSING")
                .satisfies(e -> assertThat(issue(e).message().arguments()).containsExactly(S + ", http://x.no/none|1"));
    }

    @Test
    void aSupplementIsNotACodeSystem() {
        Registry registry = TREE.with().codeSystem(codeSystem("http://x.no/sup").supplements(S).codes("a").make()).build();

        Asked.of(registry).refused(valueSet("v").include(Include.all("http://x.no/sup", null)).make(), "UNKNOWN_CODESYSTEM_EXP");
    }
}
