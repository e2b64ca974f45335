package no.normverk.plans;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import no.normverk.authoring.LocalText;
import no.normverk.authoring.YamlMapping;
import org.jspecify.annotations.Nullable;

/** Reads the elements of one plan's file, and sees that no two have one id. */
final class ElementReader {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    /** With the plan's key before it an id of an intervention is the id of a resource, which FHIR limits. */
    private static final int LONGEST_RESOURCE_ID = 64;
    private static final PlanCode NO_CODE = PlanCode.snomed("0");

    private final String plan;
    private final String version;
    private final @Nullable String given;
    private final Map<String, Integer> lines = new HashMap<>();

    /**
     * @param plan the plan's name, the last part of its URL
     * @param version the plan's version
     */
    ElementReader(String plan, String version) {
        this(plan, version, null);
    }

    private ElementReader(String plan, String version, @Nullable String given) {
        this.plan = plan;
        this.version = version;
        this.given = given;
    }

    Problem problem(YamlMapping fields) {
        fields.allowOnly("id", "code", "text", "type", "goals", "interventions");
        Problem problem = new Problem(
                id(fields),
                code(fields),
                fields.requiredLocalText("text"),
                required(fields, "type", fields.code("type", ProblemType.class), ProblemType.AKTUELL),
                fields.mappings("goals").stream().map(this::goal).toList(),
                fields.mappings("interventions").stream().map(this::intervention).toList());
        checkGoals(fields, problem);
        return problem;
    }

    private static void checkGoals(YamlMapping fields, Problem problem) {
        List<String> known = problem.goals().stream().map(Goal::id).toList();
        for (Intervention intervention : problem.interventions()) {
            for (String goal : intervention.goals()) {
                if (!known.contains(goal)) {
                    fields.problem(
                            "interventions",
                            "'" + goal + "' as a goal of '" + intervention.id() + "'",
                            "the id of a goal of the same problem: " + String.join(", ", known));
                }
            }
        }
    }

    Goal goal(YamlMapping fields) {
        fields.allowOnly("id", "code", "text", "type", "dueDays");
        return new Goal(
                id(fields),
                code(fields),
                fields.requiredLocalText("text"),
                required(fields, "type", fields.code("type", GoalType.class), GoalType.BEDRING),
                fields.value("dueDays", "a number of days from 0 to 3650", ElementReader::days)
                        .map(OptionalInt::of)
                        .orElseGet(OptionalInt::empty));
    }

    private static Optional<Integer> days(String written) {
        return written.matches("[0-9]{1,4}") ? Optional.of(Integer.parseInt(written)).filter(days -> days <= 3650) : Optional.empty();
    }

    Intervention intervention(YamlMapping fields) {
        fields.allowOnly("id", "code", "text", "type", "activity", "goals", "links");
        String id = id(fields);
        if (plan.length() + version.length() + id.length() + 2 > LONGEST_RESOURCE_ID) {
            fields.problem("id", YamlMapping.quoted(id), "an id that with the plan's key before it has at most 64 characters");
        }
        return new Intervention(
                id,
                code(fields),
                fields.requiredLocalText("text"),
                required(fields, "type", fields.code("type", InterventionType.class), InterventionType.UTFORE),
                fields.value("activity", "one of tjeneste, oppgave", ElementReader::activity).orElse(Intervention.Activity.SERVICE),
                fields.texts("goals"),
                fields.mappings("links").stream().map(ElementReader::link).toList(),
                PlanAddress.activity(plan, id) + "|" + version);
    }

    private static Optional<Intervention.Activity> activity(String code) {
        return List.of(Intervention.Activity.values()).stream().filter(one -> one.code().equals(code)).findFirst();
    }

    private static Link link(YamlMapping fields) {
        fields.allowOnly("kind", "title", "url");
        return new Link(
                required(fields, "kind", fields.code("kind", LinkKind.class), LinkKind.NETTSIDE),
                fields.required("title"),
                fields.webAddress("url"));
    }

    Zone zone(YamlMapping fields) {
        fields.allowOnly("id", "colour", "when", "interventions");
        LocalText when = fields.requiredLocalText("when");
        Zone zone = new Zone(
                id(fields),
                required(fields, "colour", fields.code("colour", ZoneColour.class), ZoneColour.GRONN),
                when,
                fields.mappings("interventions").stream().map(this::intervention).toList());
        if (zone.interventions().isEmpty()) {
            fields.problem("interventions", "nothing", "at least one intervention");
        }
        return zone;
    }

    /** Ids that another file has taken already, for a plan that continues it. */
    void taken(String id) {
        lines.putIfAbsent(id, 0);
    }

    /** A reader for the element that takes the place of another and so has its id; the id need not be written. */
    ElementReader replacing(String id) {
        return new ElementReader(plan, version, id);
    }

    private String id(YamlMapping fields) {
        if (given != null) {
            return given(fields, given);
        }
        String id = fields.required("id");
        if (id.isEmpty()) {
            return id;
        }
        if (!ID.matcher(id).matches()) {
            fields.problem("id", YamlMapping.quoted(id), "words of a-z and 0-9 with hyphens between them");
        }
        Integer before = lines.putIfAbsent(id, fields.line("id"));
        if (before != null) {
            String place = before == 0 ? "the parent" : "line " + before;
            fields.problem("id", YamlMapping.quoted(id), "an id that no other element has, but so has one in " + place);
        }
        return id;
    }

    private static String given(YamlMapping fields, String id) {
        fields.value("id", "the id of the element that is replaced, '" + id + "', or no id", written -> Optional.of(written).filter(id::equals));
        return id;
    }

    private static PlanCode code(YamlMapping fields) {
        String written = fields.required("code");
        if (written.isEmpty()) {
            return NO_CODE;
        }
        if (!CheckDigit.fits(written)) {
            fields.problem("code", YamlMapping.quoted(written), "a SNOMED CT concept id, 6 to 18 digits with the right check digit");
        }
        return PlanCode.snomed(written);
    }

    static <T> T required(YamlMapping fields, String name, Optional<T> value, T standIn) {
        if (!fields.names().contains(name)) {
            fields.required(name);
        }
        return value.orElse(standIn);
    }
}
