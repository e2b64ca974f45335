package no.normverk;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import no.normverk.fhir.CurrentSnapshot;
import no.normverk.fhir.Snapshot;
import no.normverk.fhir.base.BaseTerminology;
import no.normverk.fhir.base.GrammarSystems;
import no.normverk.fhir.catalogue.CatalogueSearch;
import no.normverk.fhir.catalogue.Publication;
import no.normverk.fhir.catalogue.operation.CatalogueOperations;
import no.normverk.fhir.definition.RegistryAssembler;
import no.normverk.fhir.operation.ExpansionOptions;
import no.normverk.fhir.operation.Operations;
import no.normverk.fhir.operation.TerminologyOperations;
import no.normverk.fhir.plans.PlanFlags;
import no.normverk.fhir.plans.PlanSearch;
import no.normverk.fhir.resource.ResourceHistory;
import no.normverk.fhir.resource.SearchParameters;
import no.normverk.loading.SnapshotSource;
import no.normverk.loinc.LoincValueSets;
import no.normverk.snomed.SnomedImplicits;
import no.normverk.store.HistoryEntry;
import no.normverk.store.ResourceStore;
import no.normverk.store.StoredResource;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.DefaultVersions;
import no.normverk.terminology.Registry;
import no.normverk.terminology.naming.Aliases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the server answers from: the data directory, and a snapshot that follows it. */
@Configuration(proxyBeanMethods = false)
class DataConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(DataConfiguration.class);
    private static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");

    @Bean
    ResourceStore store(@Value("${normverk.data}") Path data) {
        return ResourceStore.open(data);
    }

    @Bean
    StandInEdition standInEdition(@Value("${normverk.content:}") String content) {
        return new StandInEdition(Path.of(content));
    }

    @Bean
    ReadAhead readAhead() {
        return new ReadAhead();
    }

    @Bean
    SnapshotSource snapshotSource(
            ResourceStore store,
            StandInEdition standIn,
            ReadAhead readAhead,
            @Value("${normverk.default-versions:}") List<String> defaultVersions,
            @Value("${normverk.poll-interval:1s}") Duration interval) {
        OpenEditions editions = new OpenEditions(store.directory());
        DefaultVersions defaults = DefaultVersions.parse(defaultVersions);
        return SnapshotSource.follow(
                store,
                BaseTerminology.read(),
                (resources, entries) -> snapshot(resources, standIn.beside(editions.of(entries)), defaults, readAhead),
                interval);
    }

    @Bean
    CurrentSnapshot currentSnapshot(SnapshotSource source) {
        return source.snapshots();
    }

    /** Every version of a stored resource; a built-in one has no history beyond itself, which the index knows. */
    @Bean
    ResourceHistory resourceHistory(ResourceStore store) {
        return (type, id) -> Publication.publicHistory(store.history(type, id).stream()
                .map(HistoryEntry::resource)
                .filter(Objects::nonNull)
                .toList());
    }

    @Bean
    SearchParameters searchParameters() {
        return PlanSearch.addTo(CatalogueSearch.addTo(SearchParameters.standard()));
    }

    @Bean
    Operations operations(@Value("${normverk.expansion.nested:always}") String nested) {
        return CatalogueOperations.addTo(TerminologyOperations.builder(ExpansionOptions.nested(nested)))
                .build();
    }

    private static Snapshot snapshot(List<StoredResource> resources, List<CodeSystemVersion> editions, DefaultVersions defaults, ReadAhead readAhead) {
        Registry loaded =
                RegistryAssembler.assemble(resources, editions, List.of(new SnomedImplicits(), new LoincValueSets()), defaults);
        for (Aliases.Conflict conflict : loaded.aliases().conflicts()) {
            LOG.warn("{} is said to be a name of different code systems, by {}: it is taken as a name of none of them", conflict.uri(), conflict.claimants());
        }
        Registry registry = GrammarSystems.addTo(loaded);
        Snapshot snapshot = new Snapshot(registry, PlanFlags.on(resources, registry, LocalDate.now(NORWAY)));
        readAhead.of(snapshot, resources);
        return snapshot;
    }
}
