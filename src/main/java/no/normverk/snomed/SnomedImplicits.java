package no.normverk.snomed;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Message;
import no.normverk.terminology.Registry;
import no.normverk.terminology.Standing;
import no.normverk.terminology.TerminologyException;
import no.normverk.terminology.Versions;
import no.normverk.terminology.map.ConceptMapDefinition;
import no.normverk.terminology.map.MapGroup;
import no.normverk.terminology.valueset.ConceptReference;
import no.normverk.terminology.valueset.Include;
import no.normverk.terminology.valueset.IncludeFilter;
import no.normverk.terminology.valueset.ValueSetDefinition;
import org.jspecify.annotations.Nullable;

/**
 * The value sets and concept maps that every edition of SNOMED CT brings along without anyone having written them down (FHIR
 * R4, "Using SNOMED CT with FHIR").
 *
 * <p>A URL without an edition part means whatever edition answers the request; where that does not know the concept, reference set
 * or map that the URL names, it means the first of the other loaded editions that does. A version may also be asked for beside the
 * URL, as {@code url|version}.
 */
public final class SnomedImplicits implements Registry.ImplicitDefinitions {

    private static final long REFERENCE_SET = 900000000000455006L;
    private static final Canonical ALL_CONCEPTS = new Canonical(Sctid.SYSTEM + "?fhir_vs", null);

    @Override
    public @Nullable ValueSetDefinition valueSet(Registry registry, String url, @Nullable String version) {
        ImplicitUri uri = ImplicitUri.parse(url);
        if (uri == null || uri.kind() == ImplicitUri.Kind.CONCEPT_MAP) {
            return null;
        }
        String edition = uri.version() == null ? version : uri.version();
        List<SnomedEdition> editions = editions(registry, edition);
        Include include = switch (uri.kind()) {
            case ALL_CONCEPTS -> Include.all(Sctid.SYSTEM, edition);
            case SUBSUMED_BY -> {
                long concept = Sctid.parse(uri.argument());
                edition = choose(editions, edition, each -> each.locate(concept) >= 0, url);
                yield filtered(edition, "concept", "is-a", uri.argument());
            }
            case MEMBERS_OF -> {
                long refset = Sctid.parse(uri.argument());
                edition = choose(editions, edition, each -> hasRefset(each, refset), url);
                yield filtered(edition, "concept", "in", uri.argument());
            }
            case REFERENCE_SETS -> referenceSets(edition, editions);
            case CONSTRAINT -> filtered(edition, "constraint", "=", uri.argument());
            case CONCEPT_MAP -> throw new IllegalArgumentException(url);
        };
        return ValueSetDefinition.implicit(url, edition, name(uri), title(uri), List.of(include));
    }

    private static String name(ImplicitUri uri) {
        return switch (uri.kind()) {
            case SUBSUMED_BY -> "SNOMED_CT_isa_" + uri.argument();
            case MEMBERS_OF -> "SNOMED_CT_refset_" + uri.argument();
            case REFERENCE_SETS -> "SNOMED_CT_refsets";
            case CONSTRAINT -> "SNOMED_CT_ecl";
            case ALL_CONCEPTS, CONCEPT_MAP -> "ALLSNOMEDCT";
        };
    }

    /** As FHIR's page on SNOMED CT words it (FHIR R4, 4.3.1.0.5). */
    private static String title(ImplicitUri uri) {
        return switch (uri.kind()) {
            case SUBSUMED_BY -> "SNOMED CT Concept " + uri.argument() + " and descendants";
            case MEMBERS_OF -> "SNOMED CT Reference Set " + uri.argument();
            case REFERENCE_SETS -> "SNOMED CT Reference Sets";
            case CONSTRAINT -> "SNOMED CT Concepts that satisfy an expression constraint";
            case ALL_CONCEPTS, CONCEPT_MAP -> "SNOMED CT Reference Set (All of SNOMED CT)";
        };
    }

    private static Include filtered(@Nullable String version, String property, String operator, String value) {
        return new Include(
                Sctid.SYSTEM, version, List.of(), List.of(new IncludeFilter(property, operator, value)), List.of());
    }

    /**
     * The version to look in: as asked for, or, when the edition that answers by default does not know what the URL names, that of the first edition that does. Without any edition at
     * all it is that lack that shall be told, not that of a concept.
     *
     * @throws TerminologyException when none of the editions knows it
     */
    private static @Nullable String choose(
            List<SnomedEdition> editions, @Nullable String asked, Predicate<SnomedEdition> knows, String url) {
        if (editions.isEmpty() || knows.test(editions.getFirst())) {
            return asked;
        }
        for (SnomedEdition edition : editions) {
            if (knows.test(edition)) {
                return edition.header().version();
            }
        }
        throw new TerminologyException(
                Issue.error("not-found", "not-found", Message.of("Unable_to_resolve_value_Set_", url), null));
    }

    private static boolean hasRefset(SnomedEdition edition, long refset) {
        int top = edition.locate(REFERENCE_SET);
        int concept = edition.locate(refset);
        return edition.refsets().has(refset)
                || edition.dialects().number(refset) >= 0
                || (top >= 0 && concept >= 0 && concept != top && edition.subsumes(top, concept));
    }

    /** The concepts of reference sets that have members in the edition that answers; what others have would be told of an edition that has it not. */
    private static Include referenceSets(@Nullable String version, List<SnomedEdition> editions) {
        TreeSet<Long> ids = new TreeSet<>();
        if (!editions.isEmpty()) {
            SnomedEdition edition = editions.getFirst();
            for (long refset : edition.refsets().ids()) {
                ids.add(refset);
            }
            for (int dialect = 0; dialect < edition.dialects().size(); dialect++) {
                ids.add(edition.dialects().refset(dialect));
            }
        }
        List<ConceptReference> concepts = ids.stream()
                .map(id -> new ConceptReference(Long.toString(id), null, List.of(), List.of()))
                .toList();
        return new Include(Sctid.SYSTEM, version, concepts, List.of(), List.of());
    }

    private static List<SnomedEdition> editions(Registry registry, @Nullable String version) {
        List<SnomedEdition> editions = new ArrayList<>();
        for (CodeSystemVersion system : registry.codeSystemVersions(Sctid.SYSTEM)) {
            boolean fits = version == null || Versions.matches(version, system.header().version());
            if (fits && system instanceof SnomedEdition edition) {
                editions.add(edition);
            }
        }
        return editions;
    }

    @Override
    public @Nullable ConceptMapDefinition conceptMap(Registry registry, String url, @Nullable String version) {
        ImplicitUri uri = ImplicitUri.parse(url);
        if (uri == null || uri.kind() != ImplicitUri.Kind.CONCEPT_MAP) {
            return null;
        }
        long refset = Sctid.parse(uri.argument());
        String wanted = uri.version() == null ? version : uri.version();
        for (SnomedEdition edition : editions(registry, wanted)) {
            RefsetRows rows = edition.refsets().rows(refset);
            MapGroup group = rows == null ? null : RefsetMap.of(edition, rows);
            if (group != null) {
                return definition(url, edition, group);
            }
        }
        return null;
    }

    private static ConceptMapDefinition definition(String url, SnomedEdition edition, MapGroup group) {
        return new ConceptMapDefinition(
                url,
                edition.header().version(),
                Standing.ACTIVE,
                Sctid.SYSTEM.equals(group.source()) ? ALL_CONCEPTS : null,
                Sctid.SYSTEM.equals(group.target()) ? ALL_CONCEPTS : null,
                List.of(group));
    }

    @Override
    public List<String> conceptMapUrls(Registry registry, String sourceSystem) {
        return urls(registry, group -> sourceSystem.equals(group.source()) || group.sourceAliases().contains(sourceSystem));
    }

    @Override
    public List<String> conceptMapUrlsTo(Registry registry, String targetSystem) {
        return urls(registry, group -> targetSystem.equals(group.target()) || group.targetAliases().contains(targetSystem));
    }

    private static List<String> urls(Registry registry, Predicate<MapGroup> wanted) {
        TreeSet<Long> maps = new TreeSet<>();
        for (SnomedEdition edition : editions(registry, null)) {
            for (long refset : edition.refsets().ids()) {
                RefsetRows rows = edition.refsets().rows(refset);
                MapGroup group = rows == null ? null : RefsetMap.of(edition, rows);
                if (group != null && wanted.test(group)) {
                    maps.add(refset);
                }
            }
        }
        return maps.stream().map(refset -> Sctid.SYSTEM + "?fhir_cm=" + refset).toList();
    }
}
