package no.normverk.benchmark;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Keep-alive connections, each of which asks again as soon as it has its answer. One thread serves them all: a thread for each would compete with the server for the same
 * cores, and latency would tell how long the kernel lets a thread run before the next has its turn.
 */
final class Callers implements Closeable {

    private static final int WAIT_MILLIS = 60_000;

    private final Selector selector = Selector.open();
    private final List<byte[]> requests;
    private final List<Caller> callers = new ArrayList<>();
    private final ByteBuffer transfer = ByteBuffer.allocateDirect(1 << 18);
    private long[] latencies = new long[1 << 16];
    private int count;
    private long errors;

    Callers(int port, List<byte[]> requests, int connections) throws IOException {
        this.requests = requests;
        for (int i = 0; i < connections; i++) {
            callers.add(new Caller(port, i * requests.size() / connections));
        }
    }

    /** Asks until the time (of {@link System#nanoTime()}) has come and the last answer is there. */
    void run(long end) throws IOException {
        for (Caller caller : callers) {
            caller.ask();
        }
        for (int waiting = callers.size(); waiting > 0; ) {
            if (selector.select(WAIT_MILLIS) == 0) {
                throw new IOException("no answer within " + WAIT_MILLIS + " ms");
            }
            for (SelectionKey key : selector.selectedKeys()) {
                Caller caller = (Caller) key.attachment();
                if (!caller.read()) {
                    continue;
                }
                if (System.nanoTime() < end) {
                    caller.ask();
                } else {
                    waiting--;
                }
            }
            selector.selectedKeys().clear();
        }
    }

    /** Nanoseconds from a question to the end of its answer, from least to most. */
    long[] latencies() {
        long[] sorted = Arrays.copyOf(latencies, count);
        Arrays.sort(sorted);
        return sorted;
    }

    /** How many were answered with another status than 200. */
    long errors() {
        return errors;
    }

    @Override
    public void close() throws IOException {
        for (Caller caller : callers) {
            caller.channel.close();
        }
        selector.close();
    }

    /** One connection. */
    private final class Caller {

        private final SocketChannel channel;
        private final AnswerBytes answer = new AnswerBytes();
        private int next;
        private long asked;

        Caller(int port, int first) throws IOException {
            next = first;
            channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, this);
        }

        void ask() throws IOException {
            answer.clear();
            ByteBuffer request = transfer.clear().put(requests.get(next)).flip();
            next = (next + 1) % requests.size();
            asked = System.nanoTime();
            while (request.hasRemaining()) {
                channel.write(request);
            }
        }

        /** Reads what has come. Returns whether the answer is whole. */
        boolean read() throws IOException {
            byte[] buffer = answer.buffer();
            int room = Math.min(transfer.capacity(), buffer.length - answer.filled());
            int read = channel.read(transfer.clear().limit(room));
            if (read < 0) {
                throw new EOFException("the server closed the connection");
            }
            transfer.flip().get(buffer, answer.filled(), read);
            if (!answer.took(read)) {
                return false;
            }
            if (answer.status() != 200) {
                errors++;
            }
            if (count == latencies.length) {
                latencies = Arrays.copyOf(latencies, 2 * count);
            }
            latencies[count++] = System.nanoTime() - asked;
            return true;
        }
    }
}
