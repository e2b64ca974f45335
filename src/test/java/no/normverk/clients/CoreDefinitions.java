package no.normverk.clients;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.formats.XmlParser;
import org.hl7.fhir.r4.model.Resource;

/** R4's own definitions, from the jar that HAPI's validator reads them in. Picked from the text, since parsing all of these 40 MB takes long. */
final class CoreDefinitions {

    private static final String BASE = "http://hl7.org/fhir/";
    private static final Pattern FULL_URL = Pattern.compile("<fullUrl value=\"([^\"]+)\"");
    private static final Pattern BOUND = Pattern.compile("<valueSet value=\"([^\"|]+)");
    private static final String RESOURCE = "<resource>";

    private final Set<String> resourceTypes;
    private final Set<String> bound = new HashSet<>();
    private final List<Resource> resources = new ArrayList<>();

    /** @param resourceTypes the resource types whose definitions are wanted, besides all data types */
    CoreDefinitions(Set<String> resourceTypes) {
        this.resourceTypes = resourceTypes;
    }

    List<Resource> resources() throws IOException {
        for (String entry : entries("profile/profiles-types.xml")) {
            take(entry);
        }
        for (String entry : entries("profile/profiles-resources.xml")) {
            String url = fullUrl(entry);
            if (url.startsWith(BASE + "StructureDefinition/") && resourceTypes.contains(url.substring(url.lastIndexOf('/') + 1))) {
                take(entry);
            }
        }
        for (String file : List.of("valuesets", "v2-tables", "v3-codesystems")) {
            for (String entry : entries("valueset/" + file + ".xml")) {
                if (bound.contains(fullUrl(entry))) {
                    take(entry);
                }
            }
        }
        return List.copyOf(resources);
    }

    private void take(String entry) throws IOException {
        for (Matcher binding = BOUND.matcher(entry); binding.find(); ) {
            bound.add(binding.group(1));
        }
        int start = entry.indexOf(RESOURCE) + RESOURCE.length();
        String resource = entry.substring(start, entry.lastIndexOf("</resource>"));
        resources.add(new XmlParser().parse(resource.strip().getBytes(StandardCharsets.UTF_8)));
    }

    private static String fullUrl(String entry) {
        Matcher url = FULL_URL.matcher(entry);
        return url.find() ? url.group(1) : "";
    }

    private static List<String> entries(String file) throws IOException {
        try (InputStream in = CoreDefinitions.class.getResourceAsStream("/org/hl7/fhir/r4/model/" + file)) {
            if (in == null) {
                throw new IOException("Not on the class path: " + file);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<String> entries = List.of(text.split("<entry>"));
            return entries.subList(1, entries.size());
        }
    }
}
