package no.normverk.catalogue.requirement;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import no.normverk.authoring.PartialDate;
import no.normverk.catalogue.Direction;
import no.normverk.catalogue.Exemption;
import no.normverk.catalogue.LegalBasis;

/** Makes exemptions up that depart from the provisions of a {@link GeneratedCatalogue}. */
public final class GeneratedExemptions {

    /** The organisation that some of them are for. */
    public static final String ORGANISATION = "983971636";

    private final Random random;
    private final GeneratedCatalogue catalogue;
    private final List<String> actors;

    /**
     * @param random where chance comes from
     * @param catalogue what the days are taken from
     * @param actors codes to choose from
     */
    public GeneratedExemptions(Random random, GeneratedCatalogue catalogue, Collection<String> actors) {
        this.random = random;
        this.catalogue = catalogue;
        this.actors = List.copyOf(actors);
    }

    public List<Exemption> exemptions(int count) {
        return IntStream.range(0, count).mapToObj(this::exemption).toList();
    }

    private Exemption exemption(int number) {
        boolean ofOne = random.nextInt(3) == 0;
        return new Exemption(
                "unntak-" + number,
                new LegalBasis(
                        "Forskrift om standarder og nasjonale e-helseløsninger", Optional.empty(), Optional.of("6"),
                        maybe("1-" + (1 + random.nextInt(16))), Optional.empty(), Optional.empty()),
                List.of(),
                random.nextBoolean() ? Optional.empty() : Optional.of(Direction.values()[random.nextInt(3)]),
                ofOne ? Optional.of(new Exemption.Organisation(ORGANISATION, "Et foretak")) : Optional.empty(),
                ofOne ? List.of() : List.of(actors.get(random.nextInt(actors.size())), actors.get(random.nextInt(actors.size()))),
                maybe("Et system"), maybe("Når det ikke går"), maybe(day()), maybe(day()), maybe("Brev"), maybe("Direktoratet"), maybe(day()),
                List.of(), Optional.empty(), random.nextBoolean());
    }

    private PartialDate day() {
        return new PartialDate(catalogue.day().toString());
    }

    private <T> Optional<T> maybe(T value) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }
}
