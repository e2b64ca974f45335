package no.normverk.fhir.server;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * Packs bodies at the fastest level (RFC 1952). Deflaters hold a quarter of a megabyte outside the heap each and cost more to make than to use on a small
 * body, so a few are kept.
 */
final class Gzip {

    private static final byte[] HEADER = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 4, (byte) 0xff};
    private static final int TRAILER = 8;

    private final Queue<Deflater> spare = new ArrayBlockingQueue<>(16);

    /** Whether an Accept-Encoding header lets gzip through. */
    static boolean isAccepted(@Nullable String acceptEncoding) {
        if (acceptEncoding == null || !acceptEncoding.contains("gzip")) {
            return false;
        }
        for (String coding : acceptEncoding.split(",")) {
            String text = coding.replace(" ", "");
            if (text.equals("gzip") || text.startsWith("gzip;")) {
                return !text.matches("gzip;q=0(\\.0*)?");
            }
        }
        return false;
    }

    byte[] pack(byte[] bytes, int length) {
        Deflater deflater = spare.poll();
        if (deflater == null) {
            deflater = new Deflater(Deflater.BEST_SPEED, true);
        }
        byte[] packed = deflate(deflater, bytes, length);
        deflater.reset();
        if (!spare.offer(deflater)) {
            deflater.end();
        }
        return packed;
    }

    private static byte[] deflate(Deflater deflater, byte[] bytes, int length) {
        byte[] packed = Arrays.copyOf(HEADER, Math.max(512, length / 4));
        int size = HEADER.length;
        deflater.setInput(bytes, 0, length);
        deflater.finish();
        while (!deflater.finished()) {
            if (packed.length - size < 64) {
                packed = Arrays.copyOf(packed, packed.length * 2);
            }
            size += deflater.deflate(packed, size, packed.length - size);
        }
        packed = Arrays.copyOf(packed, size + TRAILER);
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        little(packed, size, (int) crc.getValue());
        little(packed, size + 4, length);
        return packed;
    }

    private static void little(byte[] bytes, int at, int value) {
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (value >>> (8 * i));
        }
    }
}
