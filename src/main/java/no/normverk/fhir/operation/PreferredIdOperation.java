package no.normverk.fhir.operation;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import no.normverk.fhir.Snapshot;
import no.normverk.fhir.definition.NamingSystemReader;
import no.normverk.store.StoredResource;
import no.normverk.terminology.naming.NamingSystem;
import no.normverk.terminology.naming.NamingSystems;
import org.jspecify.annotations.Nullable;

/** {@code NamingSystem/$preferred-id} (FHIR R4): another identifier of the system that an identifier belongs to. */
final class PreferredIdOperation extends TerminologyOperation {

    private static final ObjectMapper JSON = new ObjectMapper();

    private record Known(List<StoredResource> resources, NamingSystems systems) {}

    private volatile @Nullable Known known;

    @Override
    Answer answer(Question question) {
        String id = question.arguments().required("id", "an OID, URI or other identifier of a system");
        String type = question.arguments().required("type", "oid, uuid, uri or other");
        if (!NamingSystems.TYPES.contains(type)) {
            throw Arguments.invalid("type", type, "oid, uuid, uri or other");
        }
        String result = systems(question.request().snapshot()).preferred(id, type);
        return ParametersWriter.start().string("result", result).answer();
    }

    /** Read once per snapshot; two readings at a time do no harm. */
    private NamingSystems systems(Snapshot snapshot) {
        Known last = known;
        if (last != null && last.resources == snapshot.resources()) {
            return last.systems;
        }
        List<NamingSystem> systems = new ArrayList<>();
        for (StoredResource resource : snapshot.resources()) {
            if (resource.type().equals("NamingSystem")) {
                systems.add(read(resource));
            }
        }
        NamingSystems read = new NamingSystems(systems);
        known = new Known(snapshot.resources(), read);
        return read;
    }

    private static NamingSystem read(StoredResource resource) {
        try {
            return NamingSystemReader.read(JSON.readTree(resource.json()));
        } catch (IOException e) {
            throw new UncheckedIOException("stored NamingSystem/" + resource.id() + " is not JSON", e);
        }
    }
}
