package no.normverk.fhir.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import no.normverk.terminology.Registry;

/** The TerminologyCapabilities: the code systems of one snapshot, and what an expansion can be asked. */
final class TerminologyCapabilities {

    private static final List<String> EXPANSION_PARAMETERS = List.of(
            "activeOnly",
            "check-system-version",
            "count",
            "default-valueset-version",
            "designation",
            "displayLanguage",
            "excludeNested",
            "filter",
            "force-system-version",
            "includeDefinition",
            "includeDesignations",
            "offset",
            "property",
            "system-version",
            "tx-resource",
            "useSupplement");

    private TerminologyCapabilities() {}

    static ObjectNode statement(ObjectNode head, Registry registry) {
        head.put("kind", "instance");
        head.putObject("software").put("name", "Normverk").put("version", head.path("version").asText());
        head.putObject("implementation").put("description", "Normverk");
        codeSystems(head, registry);
        ObjectNode expansion = head.putObject("expansion").put("hierarchical", true).put("paging", true).put("incomplete", false);
        ArrayNode parameters = expansion.putArray("parameter");
        EXPANSION_PARAMETERS.forEach(name -> parameters.addObject().put("name", name));
        expansion.put("textFilter", "Every word of the filter begins a word of a display or designation; order, case and accents do not matter.");
        head.put("codeSearch", "all");
        head.putObject("validateCode").put("translations", true);
        return head;
    }

    private static void codeSystems(ObjectNode statement, Registry registry) {
        if (registry.codeSystemUrls().isEmpty()) {
            return;
        }
        ArrayNode listed = statement.putArray("codeSystem");
        for (String url : registry.codeSystemUrls().stream().sorted().toList()) {
            ObjectNode system = listed.addObject().put("uri", url);
            List<String> versions = registry.versionNames(url);
            if (!versions.isEmpty()) {
                ArrayNode array = system.putArray("version");
                versions.forEach(version -> array.addObject().put("code", version));
            }
        }
    }
}
