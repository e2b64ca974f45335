package no.normverk.fhir.operation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Message;
import no.normverk.terminology.Registry;
import no.normverk.terminology.TerminologyException;
import no.normverk.terminology.change.MapVersions;
import no.normverk.terminology.map.ConceptMapDefinition;
import no.normverk.terminology.validity.Day;
import no.normverk.terminology.valueset.CodeSystemFinder;
import org.jspecify.annotations.Nullable;

/**
 * Two versions of a code system that a call compares, or one version on two days, and the maps that go with them.
 *
 * @param before the older
 * @param after the newer
 * @param maps the maps to compare
 */
record TwoVersions(Side before, Side after, List<MapVersions> maps) {

    /**
     * One of the two.
     *
     * @param system the version
     * @param registry what is known on its day
     * @param day the day that was asked for, or {@code null}
     */
    record Side(CodeSystemVersion system, Registry registry, @Nullable LocalDate day) {}

    CodeSystemVersion from() {
        return before.system();
    }

    CodeSystemVersion to() {
        return after.system();
    }

    /**
     * Reads them: {@code from} is named by version or day, {@code to} too, and is otherwise the version that answers by default.
     *
     * @param fromNames names of the parameters with the older version and day
     * @param toNames the same of the newer
     * @throws TerminologyException when a version is not there or both are the same
     */
    static TwoVersions of(Question question, String system, List<String> fromNames, List<String> toNames) {
        Side before = side(question, system, fromNames);
        Side after = side(question, system, toNames);
        CodeSystemVersion from = before.system();
        CodeSystemVersion to = after.system();
        if (Objects.equals(before.day(), after.day()) && from.header().canonical().equals(to.header().canonical())) {
            throw Arguments.invalid(
                    fromNames.getFirst(),
                    String.valueOf(from.header().version()),
                    "another version than " + toNames.getFirst() + " (known: " + String.join(", ", question.registry().versionNames(system)) + "), or another "
                            + fromNames.getLast() + " than " + toNames.getLast());
        }
        return new TwoVersions(before, after, maps(question, from, to));
    }

    private static Side side(Question question, String system, List<String> names) {
        Arguments arguments = question.arguments();
        LocalDate date = arguments.day(names.getLast());
        Registry registry = date == null ? question.registry() : question.registry().on(new Day(date, true));
        CodeSystemFinder systems = CodeSystemFinder.of(registry, List.of());
        return new Side(SystemArguments.system(systems, system, arguments.text(names.getFirst()), question), registry, date);
    }

    /** The pairs that the caller names, and the maps that are released with a code system version, as SNOMED CT's are. */
    private static List<MapVersions> maps(Question question, CodeSystemVersion from, CodeSystemVersion to) {
        List<MapVersions> maps = new ArrayList<>();
        List<Canonical> older = question.arguments().canonicals("fromMap");
        List<Canonical> newer = question.arguments().canonicals("toMap");
        if (older.size() != newer.size()) {
            throw Arguments.invalid("fromMap", older.size() + " maps", "as many as toMap has, pair by pair: " + newer.size());
        }
        for (int i = 0; i < older.size(); i++) {
            maps.add(new MapVersions(named(question, older.get(i)), named(question, newer.get(i)), question.registry().spellings(to)));
        }
        String system = to.header().url();
        for (ConceptMapDefinition map : question.registry().conceptMapsFrom(system)) {
            ConceptMapDefinition before = released(question, map, from);
            ConceptMapDefinition after = released(question, map, to);
            if (before != null && after != null && !map.hasTarget(system)) {
                maps.add(new MapVersions(before, after, question.registry().spellings(to)));
            }
        }
        return maps;
    }

    private static @Nullable ConceptMapDefinition released(Question question, ConceptMapDefinition map, CodeSystemVersion with) {
        String version = with.header().version();
        return version == null ? null : question.registry().conceptMap(map.url(), version);
    }

    private static ConceptMapDefinition named(Question question, Canonical canonical) {
        ConceptMapDefinition map = question.registry().conceptMap(canonical.url(), canonical.version());
        if (map == null) {
            throw new TerminologyException(
                    Issue.error("not-found", "not-found", Message.of("concept-map-unknown", canonical.toString()), null));
        }
        return map;
    }

    /** Which code system and versions are compared. */
    void write(ParametersWriter parameters) {
        parameters.uri("system", to().header().url());
        parameters.string("from-version", from().header().version()).string("to-version", to().header().version());
        parameters.date("from-date", text(before.day())).date("to-date", text(after.day()));
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
