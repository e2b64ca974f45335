package no.normverk.loading;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Packages for tests. */
final class Archives {
    static final String R4_MANIFEST = """
            {"name": "test.package", "version": "1.0.0", "fhirVersions": ["4.0.1"]}""";

    private Archives() {}

    /** @param namesAndTexts entry names and contents in turn */
    static Path tgz(Path file, String... namesAndTexts) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(out))) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                byte[] bytes = namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8);
                TarArchiveEntry entry = new TarArchiveEntry(namesAndTexts[i]);
                entry.setSize(bytes.length);
                tar.putArchiveEntry(entry);
                tar.write(bytes);
                tar.closeArchiveEntry();
            }
        }
        return file;
    }

    static String codeSystem(String id, String url, String version, String... codes) {
        StringBuilder concepts = new StringBuilder();
        for (String code : codes) {
            concepts.append(concepts.isEmpty() ? "" : ",").append("{\"code\":\"").append(code).append("\"}");
        }
        return "{\"resourceType\":\"CodeSystem\",\"id\":\"" + id + "\",\"url\":\"" + url + "\",\"version\":\"" + version
                + "\",\"status\":\"active\",\"content\":\"complete\",\"concept\":[" + concepts + "]}";
    }

    static String valueSet(String id, String url) {
        return "{\"resourceType\":\"ValueSet\",\"id\":\"" + id + "\",\"url\":\"" + url + "\",\"status\":\"active\"}";
    }
}
