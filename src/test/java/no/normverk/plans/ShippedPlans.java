package no.normverk.plans;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import no.normverk.terminology.Canonical;

/** The plans that ship with the server, as every test reads them. */
public final class ShippedPlans {

    public static final Path FOLDER = Path.of("terminology", "plans");
    public static final Path SYNTHETIC_EDITION = Path.of("terminology", "snomed-synthetic");

    private ShippedPlans() {}

    public static GuidingPlans read() {
        try {
            return PlanReader.read(FOLDER);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static GuidingPlan plan(String name, String version) {
        return read().find(new Canonical("http://normverk.no/fhir/PlanDefinition/" + name, version)).orElseThrow();
    }
}
