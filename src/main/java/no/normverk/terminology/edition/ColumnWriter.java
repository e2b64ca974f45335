package no.normverk.terminology.edition;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32C;

/** Writes a column file, one column after the other; the format is in the package's description. */
public final class ColumnWriter implements Closeable {

    static final byte[] MAGIC = "NVCOLUMN".getBytes(StandardCharsets.US_ASCII);
    static final int HEADER_LENGTH = 16;
    static final int FOOTER_LENGTH = 8 + 4 + 4 + 8;

    /** What the directory says of one column. */
    record Entry(String name, int width, long count, long position, int checksum) {}

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20).order(ByteOrder.LITTLE_ENDIAN);
    private final List<Entry> directory = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final CRC32C checksum = new CRC32C();
    /** How many bytes have left the buffer. */
    private long position;

    public ColumnWriter(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        buffer.put(MAGIC).putInt(Manifest.FORMAT_VERSION).putInt(0);
    }

    public void ints(String name, int[] values) throws IOException {
        ints(name, values, values.length);
    }

    public void ints(String name, int[] values, int count) throws IOException {
        long start = begin(name);
        for (int from = 0; from < count; ) {
            int length = Math.min(room(4), count - from);
            buffer.asIntBuffer().put(values, from, length);
            buffer.position(buffer.position() + 4 * length);
            from += length;
        }
        end(name, 4, count, start);
    }

    public void longs(String name, long[] values) throws IOException {
        longs(name, values, values.length);
    }

    public void longs(String name, long[] values, int count) throws IOException {
        long start = begin(name);
        for (int from = 0; from < count; ) {
            int length = Math.min(room(8), count - from);
            buffer.asLongBuffer().put(values, from, length);
            buffer.position(buffer.position() + 8 * length);
            from += length;
        }
        end(name, 8, count, start);
    }

    public void bytes(String name, byte[] values) throws IOException {
        bytes(name, values, values.length);
    }

    public void bytes(String name, byte[] values, int count) throws IOException {
        long start = begin(name);
        for (int from = 0; from < count; ) {
            int length = Math.min(room(1), count - from);
            buffer.put(values, from, length);
            from += length;
        }
        end(name, 1, count, start);
    }

    /** Writes a list of texts as the columns {@code name.start} and {@code name.bytes}. */
    public void texts(String name, Iterable<String> texts) throws IOException {
        Bytes bytes = new Bytes();
        List<Integer> starts = new ArrayList<>();
        for (String text : texts) {
            starts.add(bytes.size());
            bytes.add(text);
        }
        starts.add(bytes.size());
        ints(name + ".start", starts.stream().mapToInt(Integer::intValue).toArray());
        bytes(name + ".bytes", bytes.array(), bytes.size());
    }

    private long begin(String name) throws IOException {
        if (!names.add(name)) {
            throw new IllegalArgumentException("column " + name + " is there already");
        }
        align();
        flush();
        checksum.reset();
        return position;
    }

    private void end(String name, int width, long count, long start) throws IOException {
        flush();
        directory.add(new Entry(name, width, count, start, (int) checksum.getValue()));
    }

    private int room(int width) throws IOException {
        if (buffer.remaining() < width) {
            flush();
        }
        return buffer.remaining() / width;
    }

    private void align() throws IOException {
        room(8);
        while (((position + buffer.position()) & 7) != 0) {
            buffer.put((byte) 0);
        }
    }

    private void flush() throws IOException {
        buffer.flip();
        checksum.update(buffer.duplicate());
        position += buffer.remaining();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    /** Writes the directory and closes the file. A writer that is abandoned leaves a file that cannot be opened. */
    public void finish() throws IOException {
        align();
        flush();
        checksum.reset();
        long start = position;
        for (Entry entry : directory) {
            byte[] name = entry.name().getBytes(StandardCharsets.UTF_8);
            if (buffer.remaining() < name.length + 25) {
                flush();
            }
            buffer.putInt(name.length).put(name).put((byte) entry.width()).putLong(entry.count()).putLong(entry.position())
                    .putInt(entry.checksum());
        }
        flush();
        int length = Math.toIntExact(position - start);
        buffer.putLong(start).putInt(length).putInt((int) checksum.getValue()).put(MAGIC);
        flush();
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
