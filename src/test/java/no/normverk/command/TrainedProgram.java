package no.normverk.command;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** What {@link TrainingTest} puts into a jar: a server that answers whatever it is asked, unless its content is not there. */
final class TrainedProgram {

    private TrainedProgram() {}

    public static void main(String[] arguments) throws IOException {
        List<String> given = List.of(arguments);
        Path content = Path.of(given.get(given.indexOf("--content") + 1));
        if (!Files.isDirectory(content)) {
            System.out.println("no content in " + content);
            return;
        }
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", Integer.parseInt(given.get(given.indexOf("--port") + 1))), 0);
        server.createContext("/", exchange -> {
            Files.writeString(
                    content.resolve("asked"), exchange.getRequestURI().getPath() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }
}
