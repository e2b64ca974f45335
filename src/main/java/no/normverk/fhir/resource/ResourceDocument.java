package no.normverk.fhir.resource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import no.normverk.store.NewResource;
import org.jspecify.annotations.Nullable;

/**
 * A resource as a JSON document, immutable. Decimals keep their precision. The version ({@code meta.versionId}, {@code
 * meta.lastUpdated}) is the store's to give and is taken off.
 */
public final class ResourceDocument {
    /** Reads and writes resources: duplicate members are errors, decimals keep trailing zeros, a code system may be large. */
    public static final JsonMapper MAPPER = JsonMapper.builder(new com.fasterxml.jackson.core.JsonFactoryBuilder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final ObjectNode json;

    private ResourceDocument(ObjectNode json) {
        this.json = json;
    }

    /**
     * A document from a JSON tree, which the caller no longer changes.
     *
     * @throws IllegalArgumentException when the tree has no {@code resourceType}
     */
    public static ResourceDocument of(ObjectNode json) {
        if (!json.path("resourceType").isTextual()) {
            throw new IllegalArgumentException("A resource needs a resourceType");
        }
        if (json.get("meta") instanceof ObjectNode meta && (meta.has("versionId") || meta.has("lastUpdated"))) {
            ObjectNode copy = json.deepCopy();
            ObjectNode copiedMeta = (ObjectNode) copy.get("meta");
            copiedMeta.remove("versionId");
            copiedMeta.remove("lastUpdated");
            if (copiedMeta.isEmpty()) {
                copy.remove("meta");
            }
            return new ResourceDocument(copy);
        }
        return new ResourceDocument(json);
    }

    public String type() {
        return json.path("resourceType").textValue();
    }

    public @Nullable String id() {
        return text("id");
    }

    public @Nullable String url() {
        return text("url");
    }

    public @Nullable String version() {
        return text("version");
    }

    /** The same resource under another id; the id comes right after the type. */
    public ResourceDocument withId(String id) {
        if (id.equals(id())) {
            return this;
        }
        ObjectNode copy = MAPPER.createObjectNode();
        copy.put("resourceType", type());
        copy.put("id", id);
        json.properties().stream()
                .filter(member -> !member.getKey().equals("resourceType") && !member.getKey().equals("id"))
                .forEach(member -> copy.set(member.getKey(), member.getValue()));
        return new ResourceDocument(copy);
    }

    /** The same resource without its narrative. */
    public ResourceDocument withoutNarrative() {
        ObjectNode copy = json.deepCopy();
        copy.remove("text");
        return new ResourceDocument(copy);
    }

    /**
     * The document as the store keeps it.
     *
     * @throws IllegalStateException when it has no id
     */
    public NewResource toNewResource() {
        String id = id();
        if (id == null) {
            throw new IllegalStateException("A resource is stored under an id");
        }
        return new NewResource(
                type(), id, url(), version(), text("status"), text("date"), text("name"), text("title"), bytes());
    }

    /** The document as minimal UTF-8 JSON. */
    public byte[] bytes() {
        return write(json);
    }

    /** The store's {@link no.normverk.store.Stamp} for documents. */
    public static byte[] stamp(byte[] document, int versionId, Instant lastUpdated) {
        try {
            ObjectNode json = (ObjectNode) MAPPER.readTree(document);
            ObjectNode meta = MAPPER.createObjectNode();
            meta.put("versionId", Integer.toString(versionId));
            meta.put("lastUpdated", lastUpdated.toString());
            if (json.get("meta") instanceof ObjectNode before) {
                meta.setAll(before);
            }
            ObjectNode stamped = MAPPER.createObjectNode();
            stamped.set("resourceType", json.get("resourceType"));
            stamped.set("id", json.get("id"));
            stamped.set("meta", meta);
            json.properties().stream()
                    .filter(member -> !stamped.has(member.getKey()))
                    .forEach(member -> stamped.set(member.getKey(), member.getValue()));
            return write(stamped);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable String text(String member) {
        JsonNode value = json.get(member);
        return value == null ? null : value.textValue();
    }

    private static byte[] write(ObjectNode json) {
        try {
            return MAPPER.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
