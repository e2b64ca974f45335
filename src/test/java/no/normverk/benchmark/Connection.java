package no.normverk.benchmark;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** One keep-alive connection that asks, and waits until it has read the answer. */
final class Connection implements Closeable {

    private final Socket socket;
    private final AnswerBytes answer = new AnswerBytes();

    Connection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
    }

    /** Asks, and reads the whole answer. Returns the HTTP status. */
    int ask(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        answer.clear();
        int read;
        do {
            byte[] buffer = answer.buffer();
            read = socket.getInputStream().read(buffer, answer.filled(), buffer.length - answer.filled());
            if (read < 0) {
                throw new EOFException("the server closed the connection");
            }
        } while (!answer.took(read));
        return answer.status();
    }

    /** The body of the last answer. */
    String text() {
        return answer.text();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
