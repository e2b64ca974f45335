package no.normverk.fhir.catalogue.operation;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import no.normverk.fhir.operation.Operation;
import no.normverk.fhir.operation.Operations;
import no.normverk.fhir.operation.Operations.Level;
import no.normverk.fhir.operation.Operations.Offer;

/** Everything this server offers on the catalogue of normative products. */
public final class CatalogueOperations {

    /** Obligations begin and end by Norwegian days. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Oslo");

    private static final String DEFINITION = "http://normverk.no/fhir/OperationDefinition/Library-";

    private CatalogueOperations() {}

    /** The operations, added to others. */
    public static Operations.Builder addTo(Operations.Builder operations) {
        return addTo(operations, Clock.system(ZONE));
    }

    /** The operations, on a day that is told by the clock. */
    public static Operations.Builder addTo(Operations.Builder operations, Clock clock) {
        FragmentStore fragments = new FragmentStore();
        return operations
                .offer(offer("required-standards", List.of(), new RequiredStandardsOperation(clock, fragments)))
                .offer(offer("changes-since", List.of(AtomFeed.MEDIA_TYPE), new ChangesSinceOperation(clock, fragments)))
                .offer(offer("upcoming-deadlines", List.of(Calendar.MEDIA_TYPE), new UpcomingDeadlinesOperation(clock, fragments)))
                .offer(offer("gap-analysis", List.of(), new GapAnalysisOperation(clock, fragments)))
                .offer(offer("search-catalogue", List.of(), new SearchCatalogueOperation(clock, fragments)))
                .offer(onProduct("lineage", new LineageOperation(clock, fragments)))
                .offer(onProduct("compare-versions", new CompareVersionsOperation(clock, fragments)))
                .offer(onProduct("bound-content", new BoundContentOperation(clock, fragments)));
    }

    private static Offer offer(String name, List<String> formats, Operation operation) {
        return new Offer("Library", name, DEFINITION + name, Set.of(Level.TYPE), false, formats, operation);
    }

    /** About one product: on the instance, or on the type with the product as a parameter. */
    private static Offer onProduct(String name, Operation operation) {
        return new Offer("Library", name, DEFINITION + name, Set.of(Level.TYPE, Level.INSTANCE), false, List.of(), operation);
    }
}
