package no.normverk.fhir.server;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;

/**
 * A response that does not pass on flushes. HAPI's JSON writer flushes after every value, and each flush would be a write to the socket: 13 for a small
 * answer, thousands for an expansion. The container sends everything when the request is over.
 */
final class QuietResponse extends HttpServletResponseWrapper {

    QuietResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void flushBuffer() {
        // The container flushes at the end.
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return new QuietStream(super.getOutputStream());
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        return new PrintWriter(new QuietWriter(super.getWriter()));
    }

    private static final class QuietWriter extends FilterWriter {
        QuietWriter(Writer writer) {
            super(writer);
        }

        @Override
        public void flush() {
            // See the class.
        }
    }

    private static final class QuietStream extends ServletOutputStream {
        private final ServletOutputStream out;

        QuietStream(ServletOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void flush() {
            // See the class.
        }

        @Override
        public void close() throws IOException {
            out.close();
        }

        @Override
        public boolean isReady() {
            return out.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            out.setWriteListener(listener);
        }
    }
}
