package no.normverk.fhir.catalogue.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javax.management.JMException;
import javax.management.ObjectName;
import no.normverk.catalogue.ActorTypes;
import no.normverk.catalogue.Catalogue;
import no.normverk.catalogue.Direction;
import no.normverk.catalogue.Exemption;
import no.normverk.catalogue.PublishedCatalogue;
import no.normverk.catalogue.ShippedCatalogue;
import no.normverk.catalogue.requirement.GeneratedCatalogue;
import no.normverk.catalogue.requirement.GeneratedExemptions;
import no.normverk.catalogue.requirement.ObligationIndex;
import no.normverk.fhir.Deferred;
import no.normverk.fhir.Snapshot;
import no.normverk.fhir.definition.RegistryAssembler;
import no.normverk.fhir.operation.Answer;
import no.normverk.fhir.operation.Inputs;
import no.normverk.fhir.operation.OperationRequest;
import no.normverk.terminology.RandomCases;
import org.junit.jupiter.api.Test;

/** Pieces of answers that are kept change nothing about the answers. */
class FragmentsTest {

    private static final Clock TODAY = Clock.fixed(Instant.parse("2028-01-01T10:00:00Z"), CatalogueOperations.ZONE);
    private static final int QUESTIONS = 60;

    private final ActorTypes actors = ShippedCatalogue.actors();
    private final Set<String> topics = ShippedCatalogue.vocabularies().topics().codes();

    private Snapshot snapshot(Random random) {
        GeneratedCatalogue generated = new GeneratedCatalogue(random, actors.codes(), topics, 1 + random.nextInt(6));
        List<Exemption> exemptions = new GeneratedExemptions(random, generated, actors.codes()).exemptions(random.nextInt(6));
        Catalogue catalogue = Catalogue.of(generated.products(2 + random.nextInt(80)));
        ObligationIndex index = ObligationIndex.of(new PublishedCatalogue(catalogue, actors, exemptions));
        return new Snapshot(RegistryAssembler.assemble(List.of(), List.of(), List.of()), List.of(), Deferred.of(() -> index));
    }

    private OperationRequest question(Random random, Snapshot snapshot) {
        GeneratedCatalogue days = new GeneratedCatalogue(random, actors.codes(), topics, 1);
        List<String> codes = actors.codes().stream().sorted().toList();
        Map<String, String[]> query = new LinkedHashMap<>();
        query.put("actor", random.ints(1 + random.nextInt(3), 0, codes.size()).distinct().mapToObj(codes::get).toArray(String[]::new));
        query.put("displayLanguage", new String[] {List.of("nb", "nn", "en").get(random.nextInt(3))});
        query.put("date", day(days, snapshot));
        query.put("asOf", day(days, snapshot));
        if (random.nextBoolean()) {
            query.put("direction", new String[] {Direction.values()[random.nextInt(3)].code()});
        }
        if (random.nextBoolean()) {
            query.put("organization", new String[] {GeneratedExemptions.ORGANISATION});
        }
        if (random.nextBoolean()) {
            query.put("count", new String[] {String.valueOf(random.nextInt(30))});
        }
        return asked(snapshot, query);
    }

    private static OperationRequest asked(Snapshot snapshot, Map<String, String[]> query) {
        return new OperationRequest(snapshot, null, Inputs.ofQuery(query), null, null, null, () -> "http://localhost/fhir", null);
    }

    /** A day that may be asked about: not before the catalogue begins. */
    private static String[] day(GeneratedCatalogue days, Snapshot snapshot) {
        LocalDate beginning = snapshot.obligations().beginning();
        LocalDate day = days.day();
        return new String[] {(day.isBefore(beginning) ? beginning : day).toString()};
    }

    private static String text(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return new String(answer.json(), 0, answer.length(), StandardCharsets.UTF_8);
    }

    @Test
    void anAnswerOfKeptPiecesIsByteForByteTheOneThatIsWrittenAnew() {
        RandomCases.check(30, random -> {
            Snapshot snapshot = snapshot(random);
            FragmentStore kept = new FragmentStore();
            RequiredStandardsOperation quick = new RequiredStandardsOperation(TODAY, kept);
            RequiredStandardsOperation plain = new RequiredStandardsOperation(TODAY, new FragmentStore(0));
            // So little that pieces are given up all the time.
            RequiredStandardsOperation forgetful = new RequiredStandardsOperation(TODAY, new FragmentStore(20_000));
            for (int i = 0; i < QUESTIONS; i++) {
                OperationRequest question = question(random, snapshot);
                String written = text(plain.answer(question));
                assertThat(text(quick.answer(question))).isEqualTo(written);
                assertThat(text(quick.answer(question))).isEqualTo(written);
                assertThat(text(forgetful.answer(question))).isEqualTo(written);
            }
            assertThat(kept.stats().hitCount()).isPositive();
        });
    }

    @Test
    void whatIsKeptOfOneCatalogueIsNotToldOfAnother() {
        RandomCases.check(20, random -> {
            FragmentStore kept = new FragmentStore();
            for (int i = 0; i < 4; i++) {
                OperationRequest question = question(random, snapshot(random));
                assertThat(text(new RequiredStandardsOperation(TODAY, kept).answer(question)))
                        .isEqualTo(text(new RequiredStandardsOperation(TODAY, new FragmentStore(0)).answer(question)));
            }
        });
    }

    @Test
    void howOftenAPieceWasKeptIsToldToThoseWhoWatch() throws JMException {
        Snapshot snapshot = snapshot(new Random(7));
        FragmentStore store = new FragmentStore();
        RequiredStandardsOperation operation = new RequiredStandardsOperation(TODAY, store);
        OperationRequest question = asked(snapshot, Map.of("actor", new String[] {"alle-virksomheter"}));
        operation.answer(question);
        long misses = (long) figure("Misses");
        long hits = (long) figure("Hits");
        operation.answer(question);

        assertThat((long) figure("Misses")).isEqualTo(misses);
        assertThat((long) figure("Hits")).isGreaterThan(hits);
        assertThat((double) figure("HitRate")).isGreaterThan(0).isLessThan(1);
    }

    private static Object figure(String name) throws JMException {
        return ManagementFactory.getPlatformMBeanServer()
                .getAttribute(new ObjectName("no.normverk:type=Cache,name=catalogue-fragments"), name);
    }
}
