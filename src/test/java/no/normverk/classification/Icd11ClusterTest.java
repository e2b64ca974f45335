package no.normverk.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import no.normverk.terminology.CodeSystemHeader;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.ConceptFilter;
import no.normverk.terminology.ConceptProperty;
import no.normverk.terminology.FilterOperator;
import no.normverk.terminology.Message;
import no.normverk.terminology.Standing;
import no.normverk.terminology.Value;
import no.normverk.terminology.memory.CodeSystemDefinition;
import no.normverk.terminology.memory.ConceptDefinition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A made-up ICD-11 of two stem codes with a subdivision, and two extension codes. */
class Icd11ClusterTest {
    private static final CodeSystemVersion MMS = ClassificationRules.codeSystem(new CodeSystemDefinition(
            new CodeSystemHeader(Icd11.MMS, "1", "X", "X", "en", Standing.ACTIVE, "complete", false, null, "is-a", Map.of()),
            List.of(
                    ConceptDefinition.of("9A", "Sneezing"),
                    ConceptDefinition.of("9A.0", "Sneezing at night", "9A"),
                    ConceptDefinition.of("9B", "Yawning"),
                    extension("XS1", "Loud"),
                    extension("XS2", "Often"))));

    private static ConceptDefinition extension(String code, String display) {
        return new ConceptDefinition(
                code, display, null, List.of(), List.of(), List.of(new ConceptProperty("extensionCode", new Value.Bool(true))), List.of());
    }

    private static @Nullable String why(String code) {
        Message why = MMS.whyNoExpression(code);
        return why == null ? null : why.id() + " " + why.arguments();
    }

    @Test
    void aClusterIsAConceptWithTheCodesAndTitlesOfItsParts() {
        CodeSystemVersion mms = MMS.withExpressions(List.of("9a.0&xs1&XS2/9B"));
        int cluster = mms.locate("9A.0&XS1&XS2/9B");
        assertThat(cluster).isEqualTo(5);
        assertThat(mms.code(cluster)).isEqualTo("9A.0&XS1&XS2/9B");
        assertThat(mms.display(cluster)).isEqualTo("Sneezing at night [Loud] [Often] [Yawning]");
        assertThat(mms.properties(cluster)).extracting(property -> property.value().text()).containsExactly("9A.0", "XS1", "XS2", "9B");
        assertThat(mms.isExpression(cluster)).isTrue();
        assertThat(MMS.locate("9A.0&XS1&XS2/9B")).isEqualTo(-1);
    }

    @Test
    void aClusterIsBelowItsStemAndBelowClustersWithLessInThem() {
        CodeSystemVersion mms = MMS.withExpressions(List.of("9A.0&XS1/9B", "9A&XS1", "9A&XS2"));
        int full = mms.locate("9A.0&XS1/9B");
        assertThat(mms.subsumes(mms.locate("9A"), full)).isTrue();
        assertThat(mms.subsumes(mms.locate("9B"), full)).isFalse();
        assertThat(mms.subsumes(mms.locate("9A&XS1"), full)).isTrue();
        assertThat(mms.subsumes(mms.locate("9A&XS2"), full)).isFalse();
        assertThat(mms.subsumes(full, mms.locate("9A.0"))).isFalse();
        assertThat(mms.filter(new ConceptFilter("concept", FilterOperator.IS_A, "9A")).toArray()).containsExactly(0, 1, 5, 6, 7);
    }

    @Test
    void thePartThatIsWrongIsNamed() {
        assertThat(why("9A&XS1")).isNull();
        assertThat(why("9A&XS7")).isEqualTo("cluster-part-unknown [XS7, 9A&XS7]");
        assertThat(why("XS1&XS2")).isEqualTo("cluster-part-no-stem [XS1, XS1&XS2]");
        assertThat(why("9A&9B")).isEqualTo("cluster-part-no-extension [9B, 9A&9B]");
        assertThat(why("9A/")).isEqualTo("cluster-part-missing [9A/]");
        assertThat(MMS.withExpressions(List.of("9A&9B", "9A/", "&XS1"))).isSameAs(MMS);
    }
}
