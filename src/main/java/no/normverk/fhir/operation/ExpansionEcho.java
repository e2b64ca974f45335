package no.normverk.fhir.operation;

import java.util.List;
import java.util.Map;
import no.normverk.fhir.json.JsonOut;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Languages;
import no.normverk.terminology.validation.StandingCheck;
import no.normverk.terminology.valueset.EvaluationSettings;
import no.normverk.terminology.valueset.Expansion;
import no.normverk.terminology.valueset.Usage;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code ValueSet.expansion.parameter}: what the caller asked for as far as it had an effect, and what the expansion draws on.
 *
 * @param definitions whether a call for definitions is repeated
 */
record ExpansionEcho(
        Arguments arguments, EvaluationSettings settings, Languages languages, Expansion expansion, boolean definitions) {

    private static final String DEFINITIONS = "includeDefinition";

    private static final List<String> FLAGS =
            List.of("activeOnly", "excludeNested", "includeDesignations", DEFINITIONS, "explain");
    private static final List<String> NUMBERS = List.of("offset", "count");

    void write(JsonOut out) {
        out.name("parameter").startArray();
        for (String flag : FLAGS) {
            Boolean value = arguments.bool(flag);
            if (value != null && (definitions || !flag.equals(DEFINITIONS))) {
                start(out, flag).name("valueBoolean").bool(value).endObject();
            }
        }
        for (String number : NUMBERS) {
            Integer value = arguments.count(number);
            if (value != null) {
                start(out, number).name("valueInteger").number(value).endObject();
            }
        }
        text(out, "filter", "valueString", arguments.text("filter"));
        if (expansion.similar()) {
            start(out, "filter-similar").name("valueBoolean").bool(true).endObject();
        }
        arguments.texts("designation").forEach(token -> text(out, "designation", "valueString", token));
        text(out, "displayLanguage", "valueCode", languages.text().isEmpty() ? null : languages.text());
        writeVersionRules(out);
        writeUsage(out, expansion.usage());
        out.endArray();
    }

    /** A rule for a system is repeated when it could take effect; a forced version always does. */
    private void writeVersionRules(JsonOut out) {
        Usage usage = expansion.usage();
        for (Canonical rule : settings.versions().defaults()) {
            if (usage.leavesVersionOpen(rule.url())) {
                text(out, "system-version", "valueUri", rule.toString());
            }
        }
        for (Canonical rule : settings.versions().checks()) {
            if (usage.leavesVersionOpen(rule.url())) {
                text(out, "check-system-version", "valueUri", rule.toString());
            }
        }
        settings.versions().forced().forEach(rule -> text(out, "force-system-version", "valueUri", rule.toString()));
        settings.valueSetVersions().forEach(rule -> text(out, "default-valueset-version", "valueUri", rule.toString()));
        if (usage.versionsMatched()) {
            start(out, "versionsMatch").name("valueBoolean").bool(true).endObject();
        }
    }

    private static void writeUsage(JsonOut out, Usage usage) {
        for (Map.Entry<String, CodeSystemVersion> used : usage.codeSystems().entrySet()) {
            text(out, "used-codesystem", "valueUri", used.getKey());
            if (used.getValue().header().isFragment()) {
                text(out, "used-fragment", "valueUri", used.getKey());
            }
        }
        usage.valueSets().forEach(canonical -> text(out, "used-valueset", "valueUri", canonical));
        usage.supplements().forEach(canonical -> text(out, "used-supplement", "valueUri", canonical));
        usage.codeSystems()
                .forEach((canonical, system) -> warning(out, StandingCheck.concern(system.header().standing()), canonical));
        usage.standIns().forEach((canonical, standing) -> warning(out, StandingCheck.concern(standing), canonical));
        usage.valueSetStandings()
                .forEach((canonical, standing) -> warning(out, StandingCheck.concernOfValueSet(standing), canonical));
    }

    private static void warning(JsonOut out, @Nullable String concern, String canonical) {
        if (concern != null) {
            text(out, "warning-" + concern, "valueUri", canonical);
        }
    }

    private static void text(JsonOut out, String name, String type, @Nullable String value) {
        if (value != null) {
            start(out, name).member(type, value).endObject();
        }
    }

    private static JsonOut start(JsonOut out, String name) {
        return out.startObject().member("name", name);
    }
}
