package no.normverk.benchmark;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The measure of all answers: sends bytes it was given, and does nothing else. {@code PUT /bare/} adds an answer and tells its number; {@code /bare/7}, with any
 * method, reads the request's body and sends answer 7; {@code /bare/cost} tells what the process has used up to now: nanoseconds of CPU, bytes allocated, and
 * milliseconds of compiling.
 */
final class BareServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    private final transient List<byte[]> answers = new ArrayList<>();

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI().substring("/bare/".length());
        if (request.getMethod().equals("PUT")) {
            answers.add(request.getInputStream().readAllBytes());
            send(response, Integer.toString(answers.size() - 1).getBytes(StandardCharsets.US_ASCII));
        } else if (path.equals("cost")) {
            send(response, cost().getBytes(StandardCharsets.US_ASCII));
        } else {
            if (request.getMethod().equals("POST")) {
                request.getInputStream().readAllBytes();
            }
            send(response, answers.get(Integer.parseInt(path)));
        }
    }

    private static String cost() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long compilation = ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
        return system.getProcessCpuTime() + " " + threads.getTotalThreadAllocatedBytes() + " " + compilation;
    }

    private static void send(HttpServletResponse response, byte[] bytes) throws IOException {
        response.setContentType("application/fhir+json;charset=UTF-8");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
