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
 * @param from the older
 * @param to the newer
 * @param maps the maps to compare
 */
record TwoVersions(CodeSystemVersion from, CodeSystemVersion to, List<MapVersions> maps) {

    /**
     * Reads them: {@code from} is named by version or day, {@code to} too, and is otherwise the version that answers by default.
     *
     * @param fromNames names of the parameters with the older version and day
     * @param toNames the same of the newer
     * @throws TerminologyException when a version is not there or both are the same
     */
    static TwoVersions of(Question question, String system, List<String> fromNames, List<String> toNames) {
        CodeSystemVersion from = version(question, system, fromNames);
        CodeSystemVersion to = version(question, system, toNames);
        Arguments arguments = question.arguments();
        boolean sameDay = Objects.equals(arguments.day(fromNames.getLast()), arguments.day(toNames.getLast()));
        if (sameDay && from.header().canonical().equals(to.header().canonical())) {
            throw Arguments.invalid(
                    fromNames.getFirst(),
                    String.valueOf(from.header().version()),
                    "another version than " + toNames.getFirst() + " (known: " + String.join(", ", question.registry().versionNames(system)) + ")");
        }
        return new TwoVersions(from, to, maps(question, from, to));
    }

    private static CodeSystemVersion version(Question question, String system, List<String> names) {
        Arguments arguments = question.arguments();
        LocalDate date = arguments.day(names.getLast());
        Registry registry = date == null ? question.registry() : question.registry().on(new Day(date, true));
        CodeSystemFinder systems = CodeSystemFinder.of(registry, List.of());
        return SystemArguments.system(systems, system, arguments.text(names.getFirst()), question);
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
            maps.add(new MapVersions(named(question, older.get(i)), named(question, newer.get(i))));
        }
        String system = to.header().url();
        for (ConceptMapDefinition map : question.registry().conceptMapsFrom(system)) {
            ConceptMapDefinition before = released(question, map, from);
            ConceptMapDefinition after = released(question, map, to);
            if (before != null && after != null && !map.hasTarget(system)) {
                maps.add(new MapVersions(before, after));
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
        parameters.uri("system", to.header().url());
        parameters.string("from-version", from.header().version());
        parameters.string("to-version", to.header().version());
    }
}
