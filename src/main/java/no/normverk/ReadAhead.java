package no.normverk;

import java.util.List;
import no.normverk.fhir.Snapshot;
import no.normverk.fhir.definition.RegistryAssembler;
import no.normverk.store.StoredResource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/**
 * Reads large resources and the catalogue on a thread of its own, but not before the server answers: a start should not wait for what may never be asked for. Whoever asks sooner
 * waits until what is asked for is read, all of it.
 */
final class ReadAhead {
    private static final Logger LOG = LoggerFactory.getLogger(ReadAhead.class);

    private boolean answering;
    private @Nullable Runnable waiting;

    /**
     * Reads what is large among the resources of a new snapshot, now or as soon as the server answers. Once it answers the catalogue is read before this returns: a snapshot that has none
     * to give must not take the place of one that has.
     */
    void of(Snapshot snapshot, List<StoredResource> resources) {
        if (!laterIfNotAnswering(() -> read(snapshot, resources))) {
            snapshot.obligations();
            start(() -> RegistryAssembler.readAhead(snapshot.registry(), resources));
        }
    }

    private synchronized boolean laterIfNotAnswering(Runnable reading) {
        if (!answering) {
            waiting = reading;
        }
        return !answering;
    }

    @EventListener(ApplicationReadyEvent.class)
    synchronized void begin() {
        answering = true;
        if (waiting != null) {
            start(waiting);
            waiting = null;
        }
    }

    private static void read(Snapshot snapshot, List<StoredResource> resources) {
        try {
            snapshot.obligations();
        } catch (RuntimeException e) {
            LOG.error("The catalogue cannot be read; questions to it are answered with an error, all others as ever", e);
        }
        RegistryAssembler.readAhead(snapshot.registry(), resources);
    }

    private static void start(Runnable reading) {
        Thread.ofPlatform().daemon().name("read-ahead").start(reading);
    }
}
