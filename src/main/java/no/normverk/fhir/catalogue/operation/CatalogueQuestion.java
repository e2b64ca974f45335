package no.normverk.fhir.catalogue.operation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.normverk.authoring.Coded;
import no.normverk.catalogue.ActorTypes;
import no.normverk.catalogue.Direction;
import no.normverk.catalogue.NormativeLevel;
import no.normverk.catalogue.OrganisationNumber;
import no.normverk.catalogue.requirement.ObligationIndex;
import no.normverk.catalogue.requirement.RequirementQuery;
import no.normverk.fhir.catalogue.Canonical;
import no.normverk.fhir.operation.Arguments;
import no.normverk.fhir.operation.OperationRequest;
import no.normverk.fhir.operation.ParametersWriter;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Coding;
import no.normverk.terminology.Languages;
import no.normverk.terminology.TerminologyException;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue's operations read from a call. Everything that is not one of the values it may have is refused with the
 * parameter's name, the value and the values there are.
 *
 * @param request the call
 * @param arguments its parameters
 * @param languages the languages for texts
 * @param today the day it is asked on
 * @param store pieces of answers that are encoded already
 */
record CatalogueQuestion(
        OperationRequest request, Arguments arguments, Languages languages, LocalDate today, FragmentStore store) {

    ObligationIndex index() {
        return request.snapshot().obligations();
    }

    RequirementWriter writer(ParametersWriter out) {
        Texts texts = texts();
        return new RequirementWriter(out, texts, store.of(index(), texts.language()));
    }

    Texts texts() {
        return new Texts(languages, index().actors());
    }

    /** The question of what is required, with the names of parameters that all operations share. */
    RequirementQuery query(LocalDate date) {
        return query(date, actors());
    }

    /** The same of everybody, when no actor is named. */
    RequirementQuery queryOfAll(LocalDate date) {
        return query(date, arguments.has("actor") ? actors() : List.copyOf(index().actors().codes()));
    }

    private RequirementQuery query(LocalDate date, List<String> actors) {
        return new RequirementQuery(actors, directions(), topics(), levelMin(), organisation(), date, asOf());
    }

    /** The actors asked for, of which there must be one. */
    List<String> actors() {
        ActorTypes known = index().actors();
        Set<String> actors = new LinkedHashSet<>();
        for (Coding coding : codings("actor", "aktor")) {
            if (known.find(code(coding)).isEmpty()) {
                throw Arguments.invalid("actor", code(coding), oneOf(known.codes()));
            }
            actors.add(code(coding));
        }
        if (actors.isEmpty()) {
            throw Arguments.missing("actor", "who is asked for, " + oneOf(known.codes()));
        }
        return List.copyOf(actors);
    }

    Set<Direction> directions() {
        Set<Direction> directions = new LinkedHashSet<>();
        codings("direction", "retning").forEach(coding -> directions.add(constant("direction", code(coding), Direction.class)));
        return directions;
    }

    Optional<NormativeLevel> levelMin() {
        return level("level-min");
    }

    Optional<NormativeLevel> level(String name) {
        return codings(name, "normeringsniva").stream()
                .findFirst()
                .map(coding -> constant(name, code(coding), NormativeLevel.class));
    }

    private Set<String> topics() {
        Set<String> topics = new LinkedHashSet<>();
        for (Coding coding : codings("topic", "tema")) {
            if (!isListed(code(coding)) && !knownTopics().contains(code(coding))) {
                throw Arguments.invalid("topic", code(coding), oneOf(knownTopics()));
            }
            topics.add(code(coding));
        }
        return topics;
    }

    private boolean isListed(String topic) {
        CodeSystemVersion listed = request.snapshot().registry().codeSystem(Canonical.codeSystem("tema"), null);
        return listed != null && listed.locate(topic) >= 0;
    }

    /** Every topic there is, whether or not a product is about it, and whatever else products are said to be about. */
    private Set<String> knownTopics() {
        Set<String> topics = new TreeSet<>();
        CodeSystemVersion listed = request.snapshot().registry().codeSystem(Canonical.codeSystem("tema"), null);
        for (int ordinal = 0; listed != null && ordinal < listed.size(); ordinal++) {
            topics.add(listed.code(ordinal));
        }
        index().source().catalogue().products().forEach(product -> topics.addAll(product.topics()));
        return topics;
    }

    /** The number of the organisation that asks. */
    private Optional<String> organisation() {
        String written = arguments.text("organization");
        if (written == null) {
            return Optional.empty();
        }
        String number = written.replace(" ", "");
        if (!OrganisationNumber.isValid(number)) {
            throw Arguments.invalid("organization", written, OrganisationNumber.EXPECTED);
        }
        return Optional.of(number);
    }

    /** The day asked about, today when none is. */
    LocalDate date() {
        return date("date").orElse(today);
    }

    /** By what was known on which day, today when none is named; the future is not known. */
    LocalDate asOf() {
        LocalDate asOf = date("asOf").orElse(today);
        if (asOf.isAfter(today)) {
            throw Arguments.invalid("asOf", asOf.toString(), "a day not after today, " + today);
        }
        return asOf;
    }

    Optional<LocalDate> date(String name) {
        return Optional.ofNullable(arguments.text(name)).map(written -> day(name, written));
    }

    /** Several days, today when none is named. */
    List<LocalDate> dates(String name) {
        List<LocalDate> days = new ArrayList<>(new TreeSet<>(
                arguments.texts(name).stream().map(written -> day(name, written)).toList()));
        return days.isEmpty() ? List.of(today) : days;
    }

    /** The day after which changes are asked for: from the one before the catalogue begins on, so that what the first day brought is told too. */
    LocalDate since() {
        String written = arguments.text("since");
        if (written == null) {
            throw Arguments.missing("since", "changes after which day, as YYYY-MM-DD");
        }
        return day("since", written, index().beginning().minusDays(1));
    }

    private LocalDate day(String name, String written) {
        return day(name, written, index().beginning());
    }

    private static LocalDate day(String name, String written, LocalDate beginning) {
        LocalDate day = parse(written);
        if (day == null || day.isBefore(beginning)) {
            throw Arguments.invalid(name, written, "a day as YYYY-MM-DD from " + beginning + " on, when the catalogue begins");
        }
        return day;
    }

    private static @Nullable LocalDate parse(String written) {
        try {
            return written.length() == 10 ? LocalDate.parse(written) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Codings of a name; a system, where one is given, must be ours. */
    List<Coding> codings(String name, String system) {
        List<Coding> codings = new ArrayList<>();
        for (Coding coding : arguments.codingsOrCodes(name)) {
            String expected = Canonical.codeSystem(system);
            if (coding.system() != null && !coding.system().isEmpty() && !coding.system().equals(expected)) {
                throw Arguments.invalid(name + ".system", coding.system(), expected);
            }
            codings.add(coding);
        }
        return codings;
    }

    private static String code(Coding coding) {
        return coding.code() == null ? "" : coding.code();
    }

    private static <E extends Enum<E> & Coded> E constant(String name, String code, Class<E> vocabulary) {
        return Arrays.stream(vocabulary.getEnumConstants())
                .filter(constant -> constant.code().equals(code))
                .findFirst()
                .orElseThrow(() -> invalid(name, code, vocabulary));
    }

    private static <E extends Enum<E> & Coded> TerminologyException invalid(String name, String code, Class<E> vocabulary) {
        return Arguments.invalid(
                name, code, oneOf(Arrays.stream(vocabulary.getEnumConstants()).map(Coded::code).toList()));
    }

    static String oneOf(Collection<String> codes) {
        return codes.stream().collect(Collectors.joining(", ", "one of ", ""));
    }
}
