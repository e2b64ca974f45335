package no.normverk.fhir.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.normverk.NormverkApplication;
import no.normverk.fhir.CurrentSnapshot;
import no.normverk.fhir.Snapshot;
import no.normverk.fhir.definition.RegistryAssembler;
import no.normverk.snomed.Rf2Writer;
import no.normverk.snomed.Sctid;
import no.normverk.snomed.SnomedImplicits;
import no.normverk.snomed.constraint.SnomedEditions;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The real server with a small ontology of dishes, and a concept model for expressions about them.
 *
 * <pre>
 * DISH
 *   SOUP
 *     TOMATO_SOUP  defined: SOUP and {INGREDIENT TOMATO}
 * PLANT
 *   VEGETABLE
 *     TOMATO, ONION
 * ACTION: BOILING, FRYING     COLOUR: RED
 * INGREDIENT of DISH, once in a group:   << PLANT
 * METHOD of DISH, once in a group:       << ACTION
 * HUE of PLANT, once, never grouped:     << COLOUR, as advice
 * PORTIONS of DISH, once, never grouped: int(>#0..#12)
 * LOST of DISH:                          << 7771000, which there is not
 * NO_RULE: no rule
 * </pre>
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import(NormverkApplication.class)
class KitchenServer {

    private static final Pattern NAME = Pattern.compile("\\b[A-Z][A-Z_]{2,}\\b");
    private static final Map<String, Long> IDS = new LinkedHashMap<>();
    private static final long ALL_CONTENT = 723596005L;
    private static final long PRECOORDINATED_CONTENT = 723594008L;
    private static final long MANDATORY = 723597001L;
    private static final long OPTIONAL = 723598006L;

    static {
        IDS.put("ATTRIBUTE", 410662002L);
        String[] names = {
            "DISH", "SOUP", "TOMATO_SOUP", "PLANT", "VEGETABLE", "TOMATO", "ONION", "ACTION", "BOILING", "FRYING", "COLOUR", "RED",
            "INGREDIENT", "METHOD", "HUE", "PORTIONS", "LOST", "NO_RULE"
        };
        for (String name : names) {
            IDS.put(name, 1_101_000L + 1_000L * IDS.size());
        }
    }

    /** A text with identifiers in place of names. */
    static String code(String named) {
        return NAME.matcher(named).replaceAll(found -> Matcher.quoteReplacement(
                IDS.containsKey(found.group()) ? Long.toString(IDS.get(found.group())) : found.group()));
    }

    private static long id(String name) {
        return Long.parseLong(code(name));
    }

    private static void concepts(Rf2Writer rf2, String parent, String... names) {
        for (String name : names) {
            rf2.concept(id(name), name.toLowerCase(java.util.Locale.ROOT), parent.isEmpty() ? Sctid.ROOT : id(parent));
        }
    }

    private static void domain(Rf2Writer rf2, String attribute, String domain, int grouped, String all, String inGroup) {
        rf2.member(
                "cisscc",
                "MRCMAttributeDomain",
                List.of("domainId", "grouped", "attributeCardinality", "attributeInGroupCardinality", "ruleStrengthId", "contentTypeId"),
                723561005L,
                id(attribute),
                id(domain),
                grouped,
                all,
                inGroup,
                MANDATORY,
                ALL_CONTENT);
    }

    private static void range(Rf2Writer rf2, String attribute, String constraint, long strength, long content) {
        rf2.member(
                "sscc",
                "MRCMAttributeRange",
                List.of("rangeConstraint", "attributeRule", "ruleStrengthId", "contentTypeId"),
                723562003L,
                id(attribute),
                code(constraint),
                "",
                strength,
                content);
    }

    @Bean
    CurrentSnapshot currentSnapshot() throws IOException {
        Rf2Writer rf2 = Rf2Writer.snapshot().concept(Sctid.ROOT, "Root");
        concepts(rf2, "", "ATTRIBUTE", "DISH", "PLANT", "ACTION", "COLOUR");
        concepts(rf2, "DISH", "SOUP");
        rf2.bareConcept(id("TOMATO_SOUP"), true).relationship(id("TOMATO_SOUP"), 0, Sctid.IS_A, id("SOUP"))
                .relationship(id("TOMATO_SOUP"), 1, id("INGREDIENT"), id("TOMATO"))
                .synonym(id("TOMATO_SOUP"), "en", "tomato soup", Sctid.EN_US, true);
        concepts(rf2, "PLANT", "VEGETABLE");
        concepts(rf2, "VEGETABLE", "TOMATO", "ONION");
        concepts(rf2, "ACTION", "BOILING", "FRYING");
        concepts(rf2, "COLOUR", "RED");
        concepts(rf2, "ATTRIBUTE", "INGREDIENT", "METHOD", "HUE", "PORTIONS", "LOST", "NO_RULE");
        domain(rf2, "INGREDIENT", "DISH", 1, "0..*", "0..1");
        domain(rf2, "METHOD", "DISH", 1, "0..*", "0..1");
        domain(rf2, "HUE", "PLANT", 0, "0..1", "0..0");
        domain(rf2, "PORTIONS", "DISH", 0, "0..1", "0..0");
        domain(rf2, "LOST", "DISH", 1, "0..*", "0..1");
        range(rf2, "INGREDIENT", "<< PLANT", MANDATORY, ALL_CONTENT);
        range(rf2, "INGREDIENT", "<< ONION", MANDATORY, PRECOORDINATED_CONTENT);
        range(rf2, "METHOD", "<< ACTION", MANDATORY, ALL_CONTENT);
        range(rf2, "HUE", "<< COLOUR", OPTIONAL, ALL_CONTENT);
        range(rf2, "PORTIONS", "int(>#0..#12)", MANDATORY, ALL_CONTENT);
        range(rf2, "LOST", "<< 7771000", MANDATORY, ALL_CONTENT);
        Path folder = Files.createTempDirectory("kitchen");
        rf2.edition(folder).close();
        return new CurrentSnapshot(new Snapshot(
                RegistryAssembler.assemble(
                        List.of(), List.of(SnomedEditions.open(folder.resolve("edition"))), List.of(new SnomedImplicits())),
                List.of()));
    }

    @Bean
    Operations operations() {
        return TerminologyOperations.all(ExpansionOptions.DEFAULT);
    }
}
