package no.normverk.fhir.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import no.normverk.fhir.server.OfferedCodeSystems.Offered;

/** The TerminologyCapabilities: the code systems of one snapshot, and what an expansion can be asked. */
final class TerminologyCapabilities {

    private static final String CONTENT =
            "http://hl7.org/fhir/5.0/StructureDefinition/extension-TerminologyCapabilities.codeSystem.content";

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

    static ObjectNode statement(ObjectNode head, Collection<Offered> systems) {
        head.put("kind", "instance");
        head.putObject("software").put("name", "Normverk").put("version", head.path("version").asText());
        head.putObject("implementation").put("description", "Normverk");
        codeSystems(head, systems);
        ObjectNode expansion = head.putObject("expansion").put("hierarchical", true).put("paging", true).put("incomplete", false);
        ArrayNode parameters = expansion.putArray("parameter");
        EXPANSION_PARAMETERS.forEach(name -> parameters.addObject().put("name", name));
        expansion.put("textFilter", "Every word of the filter begins a word of a display or designation; order, case and accents do not matter.");
        head.put("codeSearch", "all");
        head.putObject("validateCode").put("translations", true);
        return head;
    }

    private static void codeSystems(ObjectNode statement, Collection<Offered> systems) {
        Map<String, List<Offered>> byUrl = new TreeMap<>();
        systems.forEach(system -> byUrl.computeIfAbsent(system.url(), url -> new ArrayList<>()).add(system));
        if (byUrl.isEmpty()) {
            return;
        }
        ArrayNode listed = statement.putArray("codeSystem");
        byUrl.forEach((url, versions) -> codeSystem(listed.addObject(), url, versions));
    }

    private static void codeSystem(ObjectNode listed, String url, List<Offered> versions) {
        versions.stream().map(Offered::content).filter(Objects::nonNull).findFirst().ifPresent(content -> listed.putArray("extension")
                .addObject()
                .put("url", CONTENT)
                .put("valueCode", content));
        listed.put("uri", url);
        List<Offered> named = versions.stream().filter(version -> version.version() != null).toList();
        if (named.isEmpty()) {
            return;
        }
        ArrayNode array = listed.putArray("version");
        for (Offered version : named) {
            ObjectNode one = array.addObject().put("code", version.version());
            if (version.isDefault()) {
                one.put("isDefault", true);
            }
        }
    }
}
