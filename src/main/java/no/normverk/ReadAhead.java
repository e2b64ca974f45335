package no.normverk;

import java.util.List;
import no.normverk.fhir.definition.RegistryAssembler;
import no.normverk.store.StoredResource;
import no.normverk.terminology.Registry;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** Reads large resources on a thread of its own, but not before the server answers: a start should not wait for what may never be asked for. */
final class ReadAhead {
    private boolean answering;
    private @Nullable Runnable waiting;

    /** Reads what is large among the resources of a new snapshot, now or as soon as the server answers. */
    synchronized void of(Registry registry, List<StoredResource> resources) {
        Runnable reading = () -> RegistryAssembler.readAhead(registry, resources);
        if (answering) {
            start(reading);
        } else {
            waiting = reading;
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    synchronized void begin() {
        answering = true;
        if (waiting != null) {
            start(waiting);
            waiting = null;
        }
    }

    private static void start(Runnable reading) {
        Thread.ofPlatform().daemon().name("read-ahead").start(reading);
    }
}
