package no.normverk.snomed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import no.normverk.snomed.constraint.SnomedEditions;
import no.normverk.terminology.edition.Progress;

/**
 * A made-up edition with the shape of the Norwegian one: an international part and a Norwegian module, language reference sets for bokmål, nynorsk and bokmål in general practice, a complex
 * map to ICD-10, a simple map to ICPC-2, associations and reasons of inactivation. Its concepts are of tools.
 */
public final class NorwegianRelease {

    public static final long TOOL = 1001000;
    public static final long HAMMER = 1002000;
    public static final long SAW = 1003000;
    /** A Norwegian concept, with names in Norwegian only beside its English ones. */
    public static final long SLEDGE = 1004000;
    /** No Norwegian names. */
    public static final long PLIERS = 1005000;
    /** Inactive: a duplicate of the hammer. */
    public static final long OLD_HAMMER = 1006000;
    public static final long GTIN = 6001000;
    /** |LOINC code identifier|. */
    public static final long LOINC = 30051010000102L;
    /** Inactive: ambiguous between hammer and saw. */
    public static final long HAMMER_OR_SAW = 1007000;
    public static final long STEEL = 2001000;
    public static final long WOOD = 2002000;
    public static final long MADE_OF = 3001000;
    public static final long HANDLE_OF = 3002000;
    public static final long WEIGHT = 3003000;
    /** A simple reference set of the Norwegian module, with the hammer in it. */
    public static final long TOOLBOX = 5001000;
    public static final long ICD_10 = 447562003;
    public static final long ICPC_2 = 68101000202102L;
    public static final long SAME_AS = 900000000000527005L;
    public static final long REPLACED_BY = 900000000000526001L;
    public static final long POSSIBLY_EQUIVALENT_TO = 900000000000523009L;
    public static final long INACTIVATION_REASON = 900000000000489007L;
    public static final long DUPLICATE = 900000000000482003L;
    public static final long AMBIGUOUS = 900000000000484002L;
    public static final long NORWEGIAN_MODULE = 51000202101L;
    public static final String EDITION = "http://snomed.info/sct/51000202101";
    public static final String VERSION = EDITION + "/version/20250415";

    private static final long REFERENCE_SET = 900000000000455006L;
    private static final List<String> COMPLEX =
            List.of("mapGroup", "mapPriority", "mapRule", "mapAdvice", "mapTarget", "correlationId", "mapCategoryId");

    private NorwegianRelease() {}

    /** Compiles the release as a version of its edition and opens it. */
    public static SnomedEdition open(Path folder, String version) throws IOException {
        Path target = folder.resolve("edition-" + version.hashCode());
        SnomedCompiler.compile(
                List.of(rf2().write(folder.resolve("package-" + version.hashCode()))),
                new CompileOptions(version),
                target,
                Progress.NONE);
        return SnomedEditions.open(target);
    }

    private static Rf2Writer rf2() {
        Rf2Writer rf2 = Rf2Writer.snapshot()
                .concept(Sctid.ROOT, "Root")
                .concept(TOOL, "Tool", Sctid.ROOT)
                .concept(HAMMER, "Hammer", TOOL)
                .concept(SAW, "Saw", TOOL)
                .concept(PLIERS, "Pliers", TOOL)
                .concept(STEEL, "Steel", Sctid.ROOT)
                .concept(WOOD, "Wood", Sctid.ROOT)
                .concept(MADE_OF, "Made of", Sctid.ROOT)
                .concept(HANDLE_OF, "Handle of", Sctid.ROOT)
                .concept(WEIGHT, "Weight", Sctid.ROOT)
                .concept(Sctid.CORE_MODULE, "Core module", Sctid.ROOT)
                .concept(REFERENCE_SET, "Reference set", Sctid.ROOT)
                .concept(Sctid.BOKMAAL, "Bokmål language reference set", REFERENCE_SET)
                .concept(ICD_10, "ICD-10 complex map reference set", REFERENCE_SET)
                .concept(SAME_AS, "SAME AS association reference set", REFERENCE_SET)
                .concept(POSSIBLY_EQUIVALENT_TO, "POSSIBLY EQUIVALENT TO association reference set", REFERENCE_SET)
                .concept(DUPLICATE, "Duplicate component", Sctid.ROOT)
                .concept(AMBIGUOUS, "Ambiguous component", Sctid.ROOT)
                .relationship(HAMMER, 1, MADE_OF, STEEL)
                .relationship(HAMMER, 2, MADE_OF, WOOD)
                .relationship(HAMMER, 2, HANDLE_OF, WOOD)
                .concrete(HAMMER, 1, WEIGHT, "#2.50")
                .relationship(SAW, 0, MADE_OF, STEEL)
                .synonym(HAMMER, "en", "Gavel", Sctid.EN_GB, false);
        maps(rf2);
        norwegian(rf2.day("20250415").module(NORWEGIAN_MODULE));
        return rf2;
    }

    private static void maps(Rf2Writer rf2) {
        rf2.member("iissscc", "ExtendedMap", COMPLEX, ICD_10, HAMMER, 1, 1, "IFA 1003000 | Saw |", "IF SAW CHOOSE W27", "W27", 447561005, 447639009)
                .member("iissscc", "ExtendedMap", COMPLEX, ICD_10, HAMMER, 1, 2, "OTHERWISE TRUE", "ALWAYS W20", "W20", 447561005, 447637006)
                .member("iissscc", "ExtendedMap", COMPLEX, ICD_10, HAMMER, 2, 1, "TRUE", "ALWAYS Y99", "Y99", 447557004, 447637006)
                .member("iissscc", "ExtendedMap", COMPLEX, ICD_10, PLIERS, 1, 1, "TRUE", "CANNOT BE CLASSIFIED", "", 447561005, 447638001)
                .member("c", "Association", List.of("targetComponentId"), SAME_AS, OLD_HAMMER, HAMMER)
                .member("c", "Association", List.of("targetComponentId"), POSSIBLY_EQUIVALENT_TO, HAMMER_OR_SAW, HAMMER)
                .member("c", "Association", List.of("targetComponentId"), POSSIBLY_EQUIVALENT_TO, HAMMER_OR_SAW, SAW)
                .member("c", "AttributeValue", List.of("valueId"), INACTIVATION_REASON, OLD_HAMMER, DUPLICATE)
                .member("c", "AttributeValue", List.of("valueId"), INACTIVATION_REASON, HAMMER_OR_SAW, AMBIGUOUS)
                .active(false)
                .bareConcept(OLD_HAMMER, false)
                .bareConcept(HAMMER_OR_SAW, false)
                .active(true);
        formerConcept(rf2, OLD_HAMMER, "Old hammer");
        formerConcept(rf2, HAMMER_OR_SAW, "Hammer or saw");
    }

    /** The descriptions of an inactive concept stay active. */
    private static void formerConcept(Rf2Writer rf2, long concept, String term) {
        rf2.accept(Sctid.EN_US, rf2.description(concept, "en", Sctid.FULLY_SPECIFIED_NAME, term + " (thing)"), true)
                .synonym(concept, "en", term, Sctid.EN_US, true);
    }

    private static void norwegian(Rf2Writer rf2) {
        rf2.concept(SLEDGE, "Sledgehammer", HAMMER)
                .concept(TOOLBOX, "Toolbox", REFERENCE_SET)
                .simpleMember(TOOLBOX, HAMMER)
                .member("s", "SimpleMap", List.of("mapTarget"), ICPC_2, HAMMER, "A80")
                .member("s", "SimpleMap", List.of("mapTarget"), ICPC_2, SAW, "A80")
                .concept(GTIN, "Trade item number", Sctid.ROOT)
                .identifier(GTIN, "4006381", HAMMER)
                .identifier(GTIN, "0046677", HAMMER)
                .identifier(LOINC, "54486-6", HAMMER)
                .synonym(TOOL, "no", "Verktøy", Sctid.BOKMAAL, true)
                .synonym(HAMMER, "no", "Hammer på norsk", Sctid.BOKMAAL, true)
                .synonym(HAMMER, "no", "Klubbe", Sctid.BOKMAAL, false)
                .synonym(HAMMER, "no", "Hammar", Sctid.NYNORSK, true)
                .synonym(HAMMER, "no", "Slagverktøy", Sctid.BOKMAAL_GENERAL_PRACTICE, true)
                .synonym(SAW, "no", "Sag", Sctid.BOKMAAL, true)
                .synonym(SLEDGE, "no", "Slegge", Sctid.BOKMAAL, true)
                .synonym(WOOD, "no", "Tre (nynorsk)", Sctid.NYNORSK, true)
                .synonym(MADE_OF, "no", "Laget av", Sctid.BOKMAAL, true)
                .synonym(STEEL, "no", "Stål", Sctid.BOKMAAL, true);
    }
}
