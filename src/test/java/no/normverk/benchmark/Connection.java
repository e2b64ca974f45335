package no.normverk.benchmark;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One keep-alive connection that asks and reads, and does as little else as can be. It understands answers with a Content-Length only. */
final class Connection implements Closeable {

    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private byte[] buffer = new byte[1 << 16];
    private int bodyStart;
    private int bodyLength;

    Connection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    /** Asks, and reads the whole answer. Returns the HTTP status. */
    int ask(byte[] request) throws IOException {
        out.write(request);
        int filled = 0;
        int head = -1;
        while (head < 0) {
            filled += read(filled);
            head = endOfHead(filled);
        }
        bodyStart = head;
        bodyLength = length(head);
        int end = bodyStart + bodyLength;
        if (end > buffer.length) {
            buffer = Arrays.copyOf(buffer, end);
        }
        while (filled < end) {
            filled += read(filled);
        }
        return (buffer[9] - '0') * 100 + (buffer[10] - '0') * 10 + buffer[11] - '0';
    }

    /** The body of the last answer. */
    byte[] body() {
        return Arrays.copyOfRange(buffer, bodyStart, bodyStart + bodyLength);
    }

    String text() {
        return new String(buffer, bodyStart, bodyLength, StandardCharsets.UTF_8);
    }

    private int read(int at) throws IOException {
        int read = in.read(buffer, at, buffer.length - at);
        if (read < 0) {
            throw new EOFException("the server closed the connection");
        }
        return read;
    }

    private int endOfHead(int filled) {
        for (int i = 3; i < filled; i++) {
            if (buffer[i] == '\n' && buffer[i - 1] == '\r' && buffer[i - 2] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private int length(int headEnd) throws IOException {
        for (int i = 0; i < headEnd; i++) {
            if ((i == 0 || buffer[i - 1] == '\n') && isLength(i)) {
                int length = 0;
                for (int at = i + LENGTH.length; buffer[at] != '\r'; at++) {
                    length = buffer[at] == ' ' ? length : 10 * length + buffer[at] - '0';
                }
                return length;
            }
        }
        throw new IOException("an answer without Content-Length: " + new String(buffer, 0, headEnd, StandardCharsets.US_ASCII));
    }

    private boolean isLength(int at) {
        for (int i = 0; i < LENGTH.length; i++) {
            if ((buffer[at + i] | 0x20) != (LENGTH[i] | 0x20)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
