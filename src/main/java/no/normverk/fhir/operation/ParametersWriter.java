package no.normverk.fhir.operation;

import java.util.Arrays;
import java.util.function.Consumer;
import no.normverk.fhir.json.JsonOut;
import no.normverk.terminology.Coding;
import no.normverk.terminology.Text;
import no.normverk.terminology.Value;
import org.jspecify.annotations.Nullable;

/** Writes a Parameters resource, parameter by parameter. */
public final class ParametersWriter {

    private static final Openings STRING = new Openings("valueString");
    private static final Openings CODE = new Openings("valueCode");
    private static final Openings URI = new Openings("valueUri");
    private static final Openings ID = new Openings("valueId");
    private static final Openings CANONICAL = new Openings("valueCanonical");
    private static final Openings DATE = new Openings("valueDate");
    private static final Openings BOOLEAN = new Openings("valueBoolean");
    private static final Openings INTEGER = new Openings("valueInteger");
    private static final Openings CODING = new Openings("valueCoding");
    private static final Openings PARTS = new Openings("part");

    private static final byte[] START =
            new JsonOut().startObject().member("resourceType", "Parameters").name("parameter").toByteArray();

    private final JsonOut out;

    private ParametersWriter(JsonOut out) {
        this.out = out;
    }

    /** Starts a Parameters resource. */
    public static ParametersWriter start() {
        return start(JsonOut.forAnswer());
    }

    /** Starts a Parameters resource that will be about as long as this: what is written is then not copied while it grows. */
    public static ParametersWriter start(int expectedSize) {
        return start(JsonOut.forAnswer(expectedSize));
    }

    static ParametersWriter start(JsonOut out) {
        out.opening(START).startArray();
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

    /** Parameters as the bytes they are sent as, to be used again and again. */
    public static byte[] encode(Consumer<ParametersWriter> write) {
        ParametersWriter writer = start(new JsonOut());
        int before = writer.out.length();
        write.accept(writer);
        return Arrays.copyOfRange(writer.out.buffer(), before, writer.out.length());
    }

    /** Parameters that are encoded already. */
    public ParametersWriter encoded(byte[] parameters) {
        out.members(parameters);
        return this;
    }

    JsonOut out() {
        return out;
    }

    public ParametersWriter string(String name, @Nullable String value) {
        return text(STRING, name, value);
    }

    public ParametersWriter code(String name, @Nullable String value) {
        return text(CODE, name, value);
    }

    public ParametersWriter uri(String name, @Nullable String value) {
        return text(URI, name, value);
    }

    ParametersWriter id(String name, String value) {
        return text(ID, name, value);
    }

    public ParametersWriter canonical(String name, @Nullable String value) {
        return text(CANONICAL, name, value);
    }

    ParametersWriter string(String name, @Nullable Text value) {
        return text(STRING, name, value);
    }

    /** A string with members beside it that are encoded already. */
    ParametersWriter string(String name, Text value, byte[] members) {
        out.opening(STRING.of(name)).string(value).members(members).endObject();
        return this;
    }

    ParametersWriter code(String name, @Nullable Text value) {
        return text(CODE, name, value);
    }

    /** A date, as precise as it is written. */
    public ParametersWriter date(String name, @Nullable String value) {
        return text(DATE, name, value);
    }

    private ParametersWriter text(Openings type, String name, @Nullable String value) {
        if (value != null) {
            out.opening(type.of(name)).string(value).endObject();
        }
        return this;
    }

    private ParametersWriter text(Openings type, String name, @Nullable Text value) {
        if (value != null) {
            out.opening(type.of(name)).string(value).endObject();
        }
        return this;
    }

    public ParametersWriter bool(String name, boolean value) {
        out.opening(BOOLEAN.of(name)).bool(value).endObject();
        return this;
    }

    public ParametersWriter integer(String name, int value) {
        out.opening(INTEGER.of(name)).number(value).endObject();
        return this;
    }

    public ParametersWriter coding(String name, Coding coding) {
        out.opening(CODING.of(name));
        writeCoding(out, coding);
        out.endObject();
        return this;
    }

    /** A parameter of type Coding that is encoded already. */
    ParametersWriter coding(String name, byte[] encoded) {
        out.opening(CODING.of(name)).json(encoded).endObject();
        return this;
    }

    /** A parameter of whatever type the value has. */
    ParametersWriter value(String name, Value value) {
        if (value instanceof Value.Code code) {
            return text(CODE, name, code.code());
        }
        out.startObject().member("name", name);
        writeValue(out, value);
        out.endObject();
        return this;
    }

    /** Opens a parameter with parts; {@link #endParts()} closes it. */
    public ParametersWriter startParts(String name) {
        out.opening(PARTS.of(name)).startArray();
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
            case Value.Code code -> out.member("valueCode", code.code());
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
