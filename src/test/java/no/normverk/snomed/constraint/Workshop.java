package no.normverk.snomed.constraint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.normverk.snomed.CompileOptions;
import no.normverk.snomed.Rf2Writer;
import no.normverk.snomed.SnomedCompiler;
import no.normverk.snomed.Sctid;
import no.normverk.snomed.SnomedEdition;
import no.normverk.terminology.ConceptSet;
import no.normverk.terminology.edition.Progress;

/**
 * A small ontology of tools and what they are made of, and constraints in which its concepts go by name: {@code << TOOL :
 * MADE_OF = STEEL}.
 *
 * <pre>
 * ROOT
 *   TOOL
 *     HAMMER       {MADE_OF STEEL, HANDLE_OF OAK, WEIGHT #2.50} {MADE_OF WOOD}
 *       MALLET     {MADE_OF WOOD, HANDLE_OF WOOD, WEIGHT #2.5} {MADE_OF WOOD, HANDLE_OF OAK} SOLD true
 *       HAMMER_SAW {MADE_OF STEEL, MADE_OF OAK}
 *     SAW          MADE_OF STEEL, HANDLE_OF OAK, WEIGHT #10, LABEL "fine blade"
 *       HAMMER_SAW
 *     PLANE        (defined, in the other module, of 2020)
 *   MATERIAL
 *     STEEL
 *     WOOD
 *       OAK
 *   ATTRIBUTE
 *     MADE_OF
 *       HANDLE_OF
 *     WEIGHT, LABEL, SOLD
 *   ASSOCIATION
 *     SAME_AS, REPLACED_BY, WAS_A, POSSIBLY
 *   FAVOURITES, PRICES, GTIN_SCHEME, OTHER_MODULE, Sctid.CORE_MODULE
 * inactive: OLD_HAMMER (SAME_AS HAMMER), OLD_SAW (REPLACED_BY SAW), OLD_MALLET (POSSIBLY MALLET)
 * FAVOURITES: HAMMER, OAK, OLD_HAMMER; not any more: SAW
 * other identifiers: GTIN#4006381 is HAMMER, "GTIN#saw (fine)" SAW, LOINC#54486-6 OAK; not any more: GTIN#0 PLANE
 * PRICES: HAMMER (priority 1, target "A1", value STEEL), HAMMER (2, "B2", WOOD), SAW (1, "Q10 when sharp", OAK)
 * </pre>
 */
public final class Workshop {

    private static final Pattern NAME = Pattern.compile("\\b[A-Z][A-Z_]{2,}\\b");
    private static final List<String> ASSOCIATION = List.of("targetComponentId");
    private static final List<String> PRICE = List.of("priority", "target", "valueId");

    private static final Map<String, Long> IDS = new LinkedHashMap<>();
    private static final Map<Long, String> NAMES = new LinkedHashMap<>();

    static {
        name("ROOT", Sctid.ROOT);
        name("TOOL", 1001000);
        name("HAMMER", 1002000);
        name("SAW", 1003000);
        name("HAMMER_SAW", 1004000);
        name("MALLET", 1005000);
        name("PLANE", 1006000);
        name("MATERIAL", 2001000);
        name("STEEL", 2002000);
        name("WOOD", 2003000);
        name("OAK", 2004000);
        name("ATTRIBUTE", 3000000);
        name("MADE_OF", 3001000);
        name("HANDLE_OF", 3002000);
        name("WEIGHT", 3003000);
        name("LABEL", 3004000);
        name("SOLD", 3005000);
        name("OLD_HAMMER", 4001000);
        name("OLD_SAW", 4002000);
        name("OLD_MALLET", 4003000);
        name("FAVOURITES", 5001000);
        name("PRICES", 5002000);
        name("GTIN_SCHEME", 7001000);
        name("LOINC_SCHEME", 30051010000102L);
        name("OTHER_MODULE", 6001000);
        name("CORE_MODULE", Sctid.CORE_MODULE);
        name("ASSOCIATION", 900000000000522004L);
        name("SAME_AS", 900000000000527005L);
        name("REPLACED_BY", 900000000000526001L);
        name("WAS_A", 900000000000528000L);
        name("POSSIBLY", 900000000000523009L);
    }

    private Workshop() {}

    private static void name(String name, long id) {
        IDS.put(name, id);
        NAMES.put(id, name);
    }

    public static long id(String name) {
        Long id = IDS.get(name);
        if (id == null) {
            throw new IllegalArgumentException("no concept goes by the name " + name);
        }
        return id;
    }

    public static SnomedEdition edition(Path folder) throws IOException {
        return rf2().edition(folder);
    }

    /** The same under a version URI of the caller's choice. */
    public static void edition(Path folder, String version) throws IOException {
        SnomedCompiler.compile(
                List.of(rf2().write(folder.resolve("package"))), new CompileOptions(version), folder.resolve("edition"), Progress.NONE);
    }

    private static Rf2Writer rf2() {
        Rf2Writer rf2 = Rf2Writer.snapshot();
        concepts(rf2);
        relationships(rf2);
        members(rf2);
        rf2.identifier(id("GTIN_SCHEME"), "4006381", id("HAMMER"))
                .identifier(id("GTIN_SCHEME"), "saw (fine)", id("SAW"))
                .identifier(id("LOINC_SCHEME"), "54486-6", id("OAK"))
                .active(false)
                .identifier(id("GTIN_SCHEME"), "0", id("PLANE"))
                .active(true);
        rf2.description(8801011, id("HAMMER"), "en", Sctid.DEFINITION, "A thing to drive nails with")
                .synonym(id("HAMMER"), "en", "Gavel", Sctid.EN_GB, false)
                .synonym(id("HAMMER"), "no", "Hammer på norsk", Sctid.BOKMAAL, true)
                .synonym(id("SAW"), "no", "Sag", Sctid.NYNORSK, true)
                .description(8802011, id("OAK"), "en", Sctid.SYNONYM, "Quercus timber")
                .active(false)
                .description(8803011, id("STEEL"), "en", Sctid.SYNONYM, "Bloomery metal")
                .active(true);
        return rf2;
    }

    private static void concepts(Rf2Writer rf2) {
        concept(rf2, "ROOT", "Root");
        concept(rf2, "TOOL", "Tool", "ROOT");
        concept(rf2, "HAMMER", "Hammer", "TOOL");
        concept(rf2, "SAW", "Saw", "TOOL");
        concept(rf2, "HAMMER_SAW", "Hammer saw", "HAMMER", "SAW");
        concept(rf2, "MALLET", "Mallet", "HAMMER");
        concept(rf2, "MATERIAL", "Material", "ROOT");
        concept(rf2, "STEEL", "Steel", "MATERIAL");
        concept(rf2, "WOOD", "Wood", "MATERIAL");
        concept(rf2, "OAK", "Oak", "WOOD");
        concept(rf2, "ATTRIBUTE", "Attribute", "ROOT");
        concept(rf2, "MADE_OF", "Made of", "ATTRIBUTE");
        concept(rf2, "HANDLE_OF", "Handle made of", "MADE_OF");
        concept(rf2, "WEIGHT", "Weight", "ATTRIBUTE");
        concept(rf2, "LABEL", "Label", "ATTRIBUTE");
        concept(rf2, "SOLD", "Sold", "ATTRIBUTE");
        concept(rf2, "ASSOCIATION", "Historical association", "ROOT");
        for (String association : List.of("SAME_AS", "REPLACED_BY", "WAS_A", "POSSIBLY")) {
            concept(rf2, association, association, "ASSOCIATION");
        }
        concept(rf2, "GTIN_SCHEME", "GTIN identifier scheme", "ROOT");
        for (String other : List.of("FAVOURITES", "PRICES", "OTHER_MODULE", "CORE_MODULE")) {
            concept(rf2, other, other, "ROOT");
        }
        rf2.day("20200131").module(id("OTHER_MODULE")).bareConcept(id("PLANE"), true);
        rf2.day("20250101").module(Sctid.CORE_MODULE).relationship(id("PLANE"), 0, Sctid.IS_A, id("TOOL"));
        rf2.active(false).day("20240101");
        for (String old : List.of("OLD_HAMMER", "OLD_SAW", "OLD_MALLET")) {
            concept(rf2, old, old);
        }
        rf2.active(true).day("20250101");
    }

    private static void concept(Rf2Writer rf2, String name, String term, String... parents) {
        rf2.concept(id(name), term, java.util.Arrays.stream(parents).mapToLong(Workshop::id).toArray());
    }

    private static void relationships(Rf2Writer rf2) {
        relationship(rf2, "HAMMER", 1, "MADE_OF", "STEEL");
        relationship(rf2, "HAMMER", 1, "HANDLE_OF", "OAK");
        relationship(rf2, "HAMMER", 2, "MADE_OF", "WOOD");
        relationship(rf2, "SAW", 0, "MADE_OF", "STEEL");
        relationship(rf2, "SAW", 0, "HANDLE_OF", "OAK");
        relationship(rf2, "HAMMER_SAW", 1, "MADE_OF", "STEEL");
        relationship(rf2, "HAMMER_SAW", 1, "MADE_OF", "OAK");
        relationship(rf2, "MALLET", 1, "MADE_OF", "WOOD");
        relationship(rf2, "MALLET", 1, "HANDLE_OF", "WOOD");
        relationship(rf2, "MALLET", 2, "MADE_OF", "WOOD");
        relationship(rf2, "MALLET", 2, "HANDLE_OF", "OAK");
        rf2.concrete(id("HAMMER"), 1, id("WEIGHT"), "#2.50")
                .concrete(id("MALLET"), 1, id("WEIGHT"), "#2.5")
                .concrete(id("MALLET"), 0, id("SOLD"), "true")
                .concrete(id("SAW"), 0, id("WEIGHT"), "#10")
                .concrete(id("SAW"), 0, id("LABEL"), "\"fine blade\"");
    }

    private static void relationship(Rf2Writer rf2, String source, int group, String type, String target) {
        rf2.relationship(id(source), group, id(type), id(target));
    }

    private static void members(Rf2Writer rf2) {
        rf2.simpleMember(id("FAVOURITES"), id("HAMMER"))
                .simpleMember(id("FAVOURITES"), id("OAK"))
                .simpleMember(id("FAVOURITES"), id("OLD_HAMMER"))
                .active(false)
                .simpleMember(id("FAVOURITES"), id("SAW"))
                .active(true);
        association(rf2, "SAME_AS", "OLD_HAMMER", "HAMMER");
        association(rf2, "REPLACED_BY", "OLD_SAW", "SAW");
        association(rf2, "POSSIBLY", "OLD_MALLET", "MALLET");
        price(rf2, "HAMMER", 1, "A1", "STEEL");
        price(rf2, "HAMMER", 2, "B2", "WOOD");
        rf2.day("20230101").module(id("OTHER_MODULE"));
        price(rf2, "SAW", 1, "Q10 when sharp", "OAK");
        rf2.day("20250101").module(Sctid.CORE_MODULE);
    }

    private static void association(Rf2Writer rf2, String refset, String from, String to) {
        rf2.member("c", "Association", ASSOCIATION, id(refset), id(from), id(to));
    }

    private static void price(Rf2Writer rf2, String concept, int priority, String target, String value) {
        rf2.member("isc", "Price", PRICE, id("PRICES"), id(concept), priority, target, id(value));
    }

    /** A constraint with identifiers in place of names; quoted text stays as it is. */
    public static String ecl(String named) {
        String[] parts = named.split("\"", -1);
        for (int i = 0; i < parts.length; i += 2) {
            parts[i] = NAME.matcher(parts[i])
                    .replaceAll(found -> Matcher.quoteReplacement(IDS.containsKey(found.group())
                            ? Long.toString(id(found.group()))
                            : found.group()));
        }
        return String.join("\"", parts);
    }

    /** The names of the concepts in a set, sorted. */
    static TreeSet<String> names(SnomedEdition edition, ConceptSet set) {
        TreeSet<String> names = new TreeSet<>();
        set.forEach(ordinal -> names.add(NAMES.getOrDefault(edition.sctid(ordinal), edition.code(ordinal))));
        return names;
    }
}
