package no.normverk.fhir.base;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import no.normverk.store.StoredResource;
import org.jspecify.annotations.Nullable;

/**
 * The R4 core terminology in the form it has in the jar.
 *
 * <p>The file: {@code int} format number, {@code int} count, then per resource its header fields as length-prefixed UTF-8 (length
 * -1: absent), the time of last update as epoch milliseconds, and the JSON, length-prefixed. It is written and read by this class
 * alone and travels in one jar with it, so one format number is all the versioning it needs.
 */
public final class BaseTerminology {
    /** Where the build puts the file, relative to this package. */
    static final String FILE = "r4-core-terminology.bin";

    /** To be counted up with every change of the layout or of what is compiled into it. */
    static final int FORMAT = 0x4E560001;

    private BaseTerminology() {}

    /**
     * All of it, each resource as version 1.
     *
     * @throws IllegalStateException when the file is not on the classpath, which means that the jar was built without it
     */
    public static List<StoredResource> read() {
        try (InputStream in = BaseTerminology.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("The base terminology " + FILE
                        + " is not on the classpath: this jar was built without the step that compiles it (mvn process-classes)");
            }
            return read(new DataInputStream(new BufferedInputStream(in, 1 << 16)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<StoredResource> read(DataInputStream in) throws IOException {
        int format = in.readInt();
        if (format != FORMAT) {
            throw new IOException("Not a base terminology of this program: format " + Integer.toHexString(format));
        }
        int count = in.readInt();
        List<StoredResource> resources = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            resources.add(new StoredResource(
                    required(in),
                    required(in),
                    1,
                    Instant.ofEpochMilli(in.readLong()),
                    text(in),
                    text(in),
                    text(in),
                    text(in),
                    text(in),
                    text(in),
                    in.readNBytes(in.readInt())));
        }
        return List.copyOf(resources);
    }

    static void write(List<StoredResource> resources, DataOutputStream out) throws IOException {
        out.writeInt(FORMAT);
        out.writeInt(resources.size());
        for (StoredResource resource : resources) {
            write(resource.type(), out);
            write(resource.id(), out);
            out.writeLong(resource.lastUpdated().toEpochMilli());
            write(resource.url(), out);
            write(resource.version(), out);
            write(resource.status(), out);
            write(resource.date(), out);
            write(resource.name(), out);
            write(resource.title(), out);
            out.writeInt(resource.json().length);
            out.write(resource.json());
        }
    }

    private static void write(@Nullable String text, DataOutputStream out) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static @Nullable String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length < 0 ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static String required(DataInputStream in) throws IOException {
        String text = text(in);
        if (text == null) {
            throw new IOException("A resource of the base terminology has no type or id");
        }
        return text;
    }
}
