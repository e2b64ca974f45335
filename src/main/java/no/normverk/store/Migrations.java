package no.normverk.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings a database file to the newest schema: numbered files, each applied once, all in one transaction; the number reached is
 * {@code user_version}.
 */
final class Migrations {
    private static final List<String> FILES = List.of("001-resources-and-loads.sql");

    private Migrations() {}

    static void apply(JdbcClient client, TransactionTemplate transaction, DataDirectory directory) {
        if (version(client) == FILES.size()) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            int reached = version(client);
            if (reached > FILES.size()) {
                throw new StoreException("The data directory " + directory.path() + " was written by a newer Normverk (schema "
                        + reached
                        + ", this program knows " + FILES.size() + ")");
            }
            for (String file : FILES.subList(reached, FILES.size())) {
                for (String statement : statements(file)) {
                    client.sql(statement).update();
                }
            }
            client.sql("PRAGMA user_version = " + FILES.size()).update();
        });
    }

    private static int version(JdbcClient client) {
        return client.sql("PRAGMA user_version").query(Integer.class).single();
    }

    private static List<String> statements(String file) {
        try (InputStream in = Migrations.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("Not on the classpath: " + file);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return List.of(text.split(";\\s*\\n"));
        } catch (IOException e) {
            throw new StoreException("Cannot read " + file, e);
        }
    }
}
