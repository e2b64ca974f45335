package no.normverk.fhir.operation;

import no.normverk.fhir.json.JsonOut;
import no.normverk.terminology.Coding;
import no.normverk.terminology.Value;
import org.jspecify.annotations.Nullable;

/** Writes a Parameters resource, parameter by parameter. */
public final class ParametersWriter {

    private final JsonOut out;

    private ParametersWriter(JsonOut out) {
        this.out = out;
    }

    /** Starts a Parameters resource. */
    public static ParametersWriter start() {
        return start(new JsonOut());
    }

    static ParametersWriter start(JsonOut out) {
        out.startObject().member("resourceType", "Parameters").name("parameter").startArray();
        return new ParametersWriter(out);
    }

    /** Closes the resource. */
    void end() {
        out.endArray().endObject();
    }

    /** Closes the resource and makes an answer of it. */
    public Answer answer() {
        end();
        return Answer.ok(out);
    }

    JsonOut out() {
        return out;
    }

    public ParametersWriter string(String name, @Nullable String value) {
        return text(name, "valueString", value);
    }

    public ParametersWriter code(String name, @Nullable String value) {
        return text(name, "valueCode", value);
    }

    public ParametersWriter uri(String name, @Nullable String value) {
        return text(name, "valueUri", value);
    }

    ParametersWriter id(String name, String value) {
        return text(name, "valueId", value);
    }

    public ParametersWriter canonical(String name, @Nullable String value) {
        return text(name, "valueCanonical", value);
    }

    /** A date, as precise as it is written. */
    public ParametersWriter date(String name, @Nullable String value) {
        return text(name, "valueDate", value);
    }

    private ParametersWriter text(String name, String type, @Nullable String value) {
        if (value != null) {
            out.startObject().member("name", name).member(type, value).endObject();
        }
        return this;
    }

    public ParametersWriter bool(String name, boolean value) {
        out.startObject().member("name", name).name("valueBoolean").bool(value).endObject();
        return this;
    }

    public ParametersWriter integer(String name, int value) {
        out.startObject().member("name", name).name("valueInteger").number(value).endObject();
        return this;
    }

    public ParametersWriter coding(String name, Coding coding) {
        out.startObject().member("name", name).name("valueCoding");
        writeCoding(out, coding);
        out.endObject();
        return this;
    }

    /** A parameter of whatever type the value has. */
    ParametersWriter value(String name, Value value) {
        out.startObject().member("name", name);
        writeValue(out, value);
        out.endObject();
        return this;
    }

    /** Opens a parameter with parts; {@link #endParts()} closes it. */
    public ParametersWriter startParts(String name) {
        out.startObject().member("name", name).name("part").startArray();
        return this;
    }

    public ParametersWriter endParts() {
        out.endArray().endObject();
        return this;
    }

    static void writeCoding(JsonOut out, Coding coding) {
        out.startObject();
        member(out, "system", coding.system());
        member(out, "version", coding.version());
        member(out, "code", coding.code());
        member(out, "display", coding.display());
        out.endObject();
    }

    static void member(JsonOut out, String name, @Nullable String value) {
        if (value != null) {
            out.member(name, value);
        }
    }

    /** Writes {@code value[x]}. */
    static void writeValue(JsonOut out, Value value) {
        switch (value) {
            case Value.Code code -> out.member("valueCode", code.text());
            case Value.Text text -> out.member("valueString", text.text());
            case Value.Uri uri -> out.member("valueUri", uri.text());
            case Value.CanonicalUri canonical -> out.member("valueCanonical", canonical.text());
            case Value.Id id -> out.member("valueId", id.text());
            case Value.DateTime dateTime -> out.member("valueDateTime", dateTime.text());
            case Value.Bool bool -> out.name("valueBoolean").bool(bool.value());
            case Value.Whole whole -> out.name("valueInteger").number(whole.value());
            case Value.Decimal decimal -> out.name("valueDecimal").number(decimal.value().toString());
            case Value.OfCoding coding -> {
                out.name("valueCoding");
                writeCoding(out, coding.coding());
            }
        }
    }
}
