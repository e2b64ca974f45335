package no.normverk;

import java.util.Map;
import no.normverk.fhir.CurrentSnapshot;
import no.normverk.fhir.Snapshot;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is here, and whether it can answer: for people at the door and for those who watch over servers. */
@RestController
class HealthController {

    private final CurrentSnapshot snapshots;

    HealthController(CurrentSnapshot snapshots) {
        this.snapshots = snapshots;
    }

    @GetMapping(path = "/", produces = "application/json")
    Map<String, Object> door() {
        return Map.of("name", "Normverk", "fhir", "/fhir", "metadata", "/fhir/metadata", "health", "/health");
    }

    /** The server listens only when its first snapshot is there, so that an answer means both alive and ready. */
    @GetMapping(path = "/health", produces = "application/json")
    Map<String, Object> health() {
        Snapshot snapshot = snapshots.get();
        return Map.of("status", "UP", "resources", snapshot.resources().size());
    }
}
