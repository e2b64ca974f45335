package no.normverk.fhir.operation;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A connection that stays open and sends bytes as they are, so that requests can be wrong in ways that no client library lets through. */
final class HttpConnection implements AutoCloseable {

    /** An answer. */
    record Received(int status, Map<String, String> headers, byte[] body) {

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private final int port;
    private final int timeoutMillis;
    private @Nullable Socket socket;
    private InputStream in = InputStream.nullInputStream();

    HttpConnection(int port, int timeoutMillis) {
        this.port = port;
        this.timeoutMillis = timeoutMillis;
    }

    /**
     * Sends a request and reads the answer.
     *
     * @throws IOException when no answer comes in time
     */
    Received send(byte[] request) throws IOException {
        if (socket != null) {
            try {
                return exchange(request);
            } catch (EOFException | java.net.SocketException e) {
                // The server closed a connection that had been open for long: that is its right, and a new one is made.
                close();
            }
        }
        return exchange(request);
    }

    private Received exchange(byte[] request) throws IOException {
        Socket open = socket;
        if (open == null) {
            open = new Socket("localhost", port);
            open.setTcpNoDelay(true);
            open.setSoTimeout(timeoutMillis);
            in = new BufferedInputStream(open.getInputStream(), 16_384);
            socket = open;
        }
        open.getOutputStream().write(request);
        open.getOutputStream().flush();
        Received received = receive();
        if (received.header("connection").equalsIgnoreCase("close")) {
            close();
        }
        return received;
    }

    private Received receive() throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
        }
        Received head = new Received(status, headers, new byte[0]);
        if (head.header("transfer-encoding").equals("chunked")) {
            return new Received(status, headers, chunks());
        }
        String length = head.header("content-length");
        return new Received(status, headers, length.isEmpty() ? new byte[0] : in.readNBytes(Integer.parseInt(length)));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.write(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException();
            }
            if (b != '\r') {
                line.append((char) b);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
