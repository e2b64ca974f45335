package no.normverk.catalogue.requirement;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.normverk.catalogue.ActorTypes;
import no.normverk.catalogue.Direction;
import no.normverk.catalogue.Exemption;
import no.normverk.catalogue.LegalBasis;
import no.normverk.catalogue.PublishedCatalogue;
import no.normverk.catalogue.requirement.Requirement.Alternative;

/** Which exemptions apply to a requirement. An exemption departs from a provision, so it applies where a requirement rests on that. */
final class Exemptions {

    private static final Pattern SPAN = Pattern.compile("(\\d+)\\s*[-–]\\s*(\\d+)");
    private static final Pattern ONE = Pattern.compile("\\d+");

    private final List<Exemption> all;
    private final ActorTypes actors;

    Exemptions(PublishedCatalogue source) {
        all = source.exemptions();
        actors = source.actors();
    }

    /** The exemptions that hold on the day, by what was known, and are for some of those who are asked about. */
    List<Exemption> concerning(RequirementQuery query, BitSet asked) {
        return all.stream()
                .filter(exemption -> holds(exemption, query.date(), query.asOf()))
                .filter(exemption -> concerns(exemption, query.organisation(), asked))
                .toList();
    }

    /** Those of the exemptions that apply to a requirement. */
    List<Exemption> applying(
            List<Exemption> concerning, RequirementQuery query, List<Alternative> alternatives, Direction direction, BitSet atoms) {
        if (concerning.isEmpty()) {
            return List.of();
        }
        return concerning.stream()
                .filter(exemption -> exemption.direction().map(direction::equals).orElse(true))
                .filter(exemption -> concerns(exemption, query.organisation(), atoms))
                .filter(exemption -> alternatives.stream().anyMatch(alternative -> departsFrom(exemption, alternative)))
                .toList();
    }

    /** Whether one of the exemptions frees all these members from all of the requirement. */
    boolean freeWholly(List<Exemption> applying, BitSet atoms) {
        return !applying.isEmpty() && applying.stream().anyMatch(exemption -> exemption.condition().isEmpty()
                && (exemption.organisation().isPresent() || covers(exemption, atoms)));
    }

    static boolean holds(Exemption exemption, LocalDate date, LocalDate asOf) {
        return isKnown(exemption, asOf)
                && exemption.from().map(from -> !date.isBefore(from.earliest())).orElse(true)
                && exemption.until().map(until -> !date.isAfter(until.latest())).orElse(true);
    }

    static boolean isKnown(Exemption exemption, LocalDate asOf) {
        return exemption.decidedOn().map(decided -> !decided.latest().isAfter(asOf)).orElse(true);
    }

    /** Whether the exemption is for the organisation, or for a kind of organisation that is among these. */
    boolean concerns(Exemption exemption, Optional<String> organisation, BitSet atoms) {
        if (exemption.organisation().isPresent()) {
            return organisation.equals(exemption.organisation().map(Exemption.Organisation::number));
        }
        return exemption.actors().stream().anyMatch(actor -> actors.atoms(actor).intersects(atoms));
    }

    private boolean covers(Exemption exemption, BitSet atoms) {
        BitSet rest = (BitSet) atoms.clone();
        exemption.actors().forEach(actor -> rest.andNot(actors.atoms(actor)));
        return rest.isEmpty();
    }

    private static boolean departsFrom(Exemption exemption, Alternative alternative) {
        boolean product = exemption.products().isEmpty() || exemption.products().contains(alternative.product().key());
        return product
                && alternative.obligations().stream()
                        .flatMap(obligation -> obligation.legalBasis().stream())
                        .anyMatch(basis -> same(exemption.provision(), basis));
    }

    private static boolean same(LegalBasis departed, LegalBasis basis) {
        return departed.regulation().equals(basis.regulation())
                && departed.section().equals(basis.section())
                && (departed.letter().isEmpty() || departed.letter().equals(basis.letter()))
                && (departed.number().isEmpty() || meet(departed.number().get(), basis.number().orElse("")));
    }

    /** Whether two numbers or spans of numbers, such as {@code 4-8} and {@code 6}, have one in common. */
    private static boolean meet(String one, String other) {
        int[] a = span(one);
        int[] b = span(other);
        return a[0] <= b[1] && b[0] <= a[1];
    }

    private static int[] span(String written) {
        Matcher span = SPAN.matcher(written);
        if (span.find()) {
            return new int[] {Integer.parseInt(span.group(1)), Integer.parseInt(span.group(2))};
        }
        Matcher one = ONE.matcher(written);
        // No number at all is a span that nothing meets.
        return one.find() ? new int[] {Integer.parseInt(one.group()), Integer.parseInt(one.group())} : new int[] {1, 0};
    }
}
