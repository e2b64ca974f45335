package no.normverk.terminology.edition;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.CRC32C;

/**
 * A column file opened for reading: mapped into memory, checked once. {@link #ints}, {@link #longs} and {@link #bytes} copy a
 * column to the heap, for those that every question touches; {@link #mappedInts}, {@link #mappedLongs}, {@link #texts} and {@link
 * #buffer} leave it where it is. After {@link #close()} what was copied can still be read, what is mapped throws {@link
 * IllegalStateException}.
 */
public final class ColumnFile implements Closeable {

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final Path file;
    private final FileChannel channel;
    private final Arena arena;
    private final MemorySegment mapped;
    private final Map<String, ColumnWriter.Entry> directory = new HashMap<>();

    private ColumnFile(Path file, FileChannel channel, Arena arena) throws IOException {
        this.file = file;
        this.channel = channel;
        this.arena = arena;
        this.mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
    }

    /**
     * Opens and checks a column file.
     *
     * @throws EditionException when it is damaged or of another format version
     */
    public static ColumnFile open(Path file) throws IOException {
        Arena arena = Arena.ofShared();
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            ColumnFile opened = new ColumnFile(file, channel, arena);
            opened.readDirectory();
            opened.check();
            return opened;
        } catch (IOException | RuntimeException failure) {
            arena.close();
            channel.close();
            throw failure;
        }
    }

    /**
     * Reads a part of the file through a mapping of its own that is gone afterwards: what is looked at once, to check or to copy it, would otherwise count as memory of the
     * process for as long as it runs.
     */
    private <T> T once(long position, long size, Function<MemorySegment, T> reading) {
        try (Arena passing = Arena.ofConfined()) {
            return reading.apply(channel.map(FileChannel.MapMode.READ_ONLY, position, size, passing));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readDirectory() throws EditionException {
        long size = mapped.byteSize();
        if (size < ColumnWriter.HEADER_LENGTH + ColumnWriter.FOOTER_LENGTH || !magicAt(0) || !magicAt(size - 8)) {
            throw new EditionException(file + " is not a whole column file");
        }
        int version = mapped.get(INT, 8);
        if (version != Manifest.FORMAT_VERSION) {
            throw new EditionException(Manifest.otherVersion(file, version));
        }
        long start = mapped.get(LONG, size - 24);
        int length = mapped.get(INT, size - 16);
        if (start < 0 || length < 0 || start + length != size - ColumnWriter.FOOTER_LENGTH) {
            throw new EditionException(file + " is damaged: its directory is not where it should be");
        }
        MemorySegment bytes = mapped.asSlice(start, length);
        if (checksum(bytes) != mapped.get(INT, size - 12)) {
            throw new EditionException(file + " is damaged: the checksum of its directory does not match");
        }
        for (long at = 0; at < length; ) {
            int nameLength = bytes.get(INT, at);
            String name = new String(bytes.asSlice(at + 4, nameLength).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
            at += 4 + nameLength;
            directory.put(
                    name,
                    new ColumnWriter.Entry(
                            name,
                            bytes.get(ValueLayout.JAVA_BYTE, at),
                            bytes.get(LONG, at + 1),
                            bytes.get(LONG, at + 9),
                            bytes.get(INT, at + 17)));
            at += 21;
        }
    }

    private boolean magicAt(long position) {
        return Arrays.equals(mapped.asSlice(position, 8).toArray(ValueLayout.JAVA_BYTE), ColumnWriter.MAGIC);
    }

    private void check() throws EditionException {
        for (ColumnWriter.Entry entry : directory.values()) {
            boolean inside = entry.position() + entry.count() * entry.width() <= mapped.byteSize();
            if (!inside || once(entry.position(), entry.count() * entry.width(), ColumnFile::checksum) != entry.checksum()) {
                throw new EditionException(file + " is damaged: the checksum of column " + entry.name() + " does not match");
            }
        }
    }

    private static int checksum(MemorySegment segment) {
        CRC32C checksum = new CRC32C();
        for (long from = 0; from < segment.byteSize(); from += 1 << 30) {
            checksum.update(segment.asSlice(from, Math.min(1 << 30, segment.byteSize() - from)).asByteBuffer());
        }
        return (int) checksum.getValue();
    }

    private MemorySegment slice(ColumnWriter.Entry entry) {
        return mapped.asSlice(entry.position(), entry.count() * entry.width());
    }

    private MemorySegment slice(String name, int width) {
        return slice(entry(name, width));
    }

    private <T> T copy(String name, int width, Function<MemorySegment, T> copying) {
        ColumnWriter.Entry entry = entry(name, width);
        return once(entry.position(), entry.count() * width, copying);
    }

    private ColumnWriter.Entry entry(String name, int width) {
        ColumnWriter.Entry entry = directory.get(name);
        if (entry == null || entry.width() != width) {
            throw new IllegalArgumentException(file + " has no column " + name + " of width " + width);
        }
        return entry;
    }

    public Set<String> names() {
        return Set.copyOf(directory.keySet());
    }

    public boolean has(String name) {
        return directory.containsKey(name);
    }

    /** A copy of a column of ints. */
    public int[] ints(String name) {
        return copy(name, 4, segment -> segment.toArray(INT));
    }

    /** A copy of a column of longs. */
    public long[] longs(String name) {
        return copy(name, 8, segment -> segment.toArray(LONG));
    }

    /** A copy of a column of bytes. */
    public byte[] bytes(String name) {
        return copy(name, 1, segment -> segment.toArray(ValueLayout.JAVA_BYTE));
    }

    public IntColumn mappedInts(String name) {
        return new IntColumn(slice(name, 4));
    }

    public LongColumn mappedLongs(String name) {
        return new LongColumn(slice(name, 8));
    }

    /** A column of bytes as a little-endian, read-only buffer over the mapping. */
    public ByteBuffer buffer(String name) {
        return slice(name, 1).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The list of texts in the columns {@code name.start} and {@code name.bytes}. */
    public TextColumn texts(String name) {
        return new TextColumn(mappedInts(name + ".start"), slice(name + ".bytes", 1));
    }

    @Override
    public void close() {
        arena.close();
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A column of ints in the mapping. */
    public static final class IntColumn {
        private final MemorySegment segment;

        private IntColumn(MemorySegment segment) {
            this.segment = segment;
        }

        public int size() {
            return (int) (segment.byteSize() / 4);
        }

        public int get(int index) {
            return segment.get(INT, 4L * index);
        }
    }

    /** A column of longs in the mapping. */
    public static final class LongColumn {
        private final MemorySegment segment;

        private LongColumn(MemorySegment segment) {
            this.segment = segment;
        }

        public int size() {
            return (int) (segment.byteSize() / 8);
        }

        public long get(int index) {
            return segment.get(LONG, 8L * index);
        }
    }
}
