package no.normverk.snomed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import no.normverk.terminology.CodeSystemVersion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Subsumption of expressions follows the property chains and transitive attributes of the release's axioms. */
class AttributeAxiomsTest {

    private static final long ATTRIBUTE = 410662002L;
    private static final long DISH = 1_001_000L;
    private static final long CONTAINS = 1_011_000L;
    private static final long SEASONED_WITH = 1_012_000L;
    private static final long VARIANT_OF = 1_013_000L;
    private static final long PART_OF = 1_014_000L;
    private static final long FOOD = 1_020_000L;
    private static final long PEPPER = 1_021_000L;
    private static final long BLACK_PEPPER = 1_022_000L;
    private static final long GROUND_PEPPER = 1_023_000L;
    private static final long SALT = 1_024_000L;
    private static final long OWL_EXPRESSIONS = 733073007L;

    @TempDir
    Path folder;

    private SnomedEdition edition;

    /** Ground pepper is a variant of black pepper, and that of pepper; none is below another. What contains a variant of something contains it; being a variant is transitive, being part is not. */
    @BeforeEach
    void compile() throws IOException {
        Rf2Writer rf2 = Rf2Writer.snapshot().concept(Sctid.ROOT, "Root").concept(ATTRIBUTE, "Attribute", Sctid.ROOT);
        rf2.concept(DISH, "Dish", Sctid.ROOT).concept(FOOD, "Food", Sctid.ROOT);
        for (long food : new long[] {PEPPER, BLACK_PEPPER, GROUND_PEPPER, SALT}) {
            rf2.concept(food, "Food " + food, FOOD);
        }
        rf2.concept(CONTAINS, "Contains", ATTRIBUTE).concept(SEASONED_WITH, "Seasoned with", CONTAINS);
        rf2.concept(VARIANT_OF, "Variant of", ATTRIBUTE).concept(PART_OF, "Part of", ATTRIBUTE);
        rf2.relationship(GROUND_PEPPER, 0, VARIANT_OF, BLACK_PEPPER).relationship(BLACK_PEPPER, 0, VARIANT_OF, PEPPER);
        rf2.relationship(SALT, 0, PART_OF, PEPPER);
        axiom(rf2, CONTAINS, "SubObjectPropertyOf(ObjectPropertyChain(:" + CONTAINS + " :" + VARIANT_OF + ") :" + CONTAINS + ")");
        axiom(rf2, VARIANT_OF, "TransitiveObjectProperty(:" + VARIANT_OF + ")");
        axiom(rf2.active(false), PART_OF, "TransitiveObjectProperty(:" + PART_OF + ")");
        edition = rf2.active(true).edition(folder);
    }

    @AfterEach
    void close() {
        edition.close();
    }

    private static void axiom(Rf2Writer rf2, long attribute, String axiom) {
        rf2.member("s", "OWLExpression", List.of("owlExpression"), OWL_EXPRESSIONS, attribute, axiom);
    }

    private boolean subsumes(String wide, String narrow) {
        CodeSystemVersion expressed = edition.withExpressions(List.of(wide, narrow));
        return expressed.subsumes(expressed.locate(wide), expressed.locate(narrow));
    }

    private static String dish(long attribute, long value) {
        return DISH + ":" + attribute + "=" + value;
    }

    @Test
    void aChainIsFollowedAsFarAsItGoes() {
        assertThat(subsumes(dish(CONTAINS, PEPPER), dish(CONTAINS, BLACK_PEPPER))).isTrue();
        assertThat(subsumes(dish(CONTAINS, PEPPER), dish(CONTAINS, GROUND_PEPPER))).isTrue();
        assertThat(subsumes(dish(CONTAINS, PEPPER), dish(SEASONED_WITH, GROUND_PEPPER))).isTrue();
        assertThat(subsumes(dish(CONTAINS, PEPPER), DISH + ":" + CONTAINS + "=(" + FOOD + ":" + VARIANT_OF + "=" + BLACK_PEPPER + ")")).isTrue();
    }

    @Test
    void aTransitiveAttributeLeadsOn() {
        assertThat(subsumes(FOOD + ":" + VARIANT_OF + "=" + PEPPER, FOOD + ":" + VARIANT_OF + "=" + BLACK_PEPPER)).isTrue();
    }

    @Test
    void nothingIsConcludedTheOtherWayOrFromWhatIsNoChain() {
        assertThat(subsumes(dish(CONTAINS, BLACK_PEPPER), dish(CONTAINS, PEPPER))).isFalse();
        assertThat(subsumes(dish(SEASONED_WITH, PEPPER), dish(SEASONED_WITH, BLACK_PEPPER))).isFalse();
        assertThat(subsumes(dish(CONTAINS, PEPPER), dish(CONTAINS, SALT))).isFalse();
        assertThat(subsumes(FOOD + ":" + PART_OF + "=" + PEPPER, FOOD + ":" + PART_OF + "=" + SALT)).isFalse();
    }
}
