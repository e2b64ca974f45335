package no.normverk.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.hl7.fhir.r5.model.TestReport.TestReportActionResult;
import org.hl7.fhir.r5.model.TestReport.TestReportTestComponent;

/**
 * The page {@code docs/conformance.md}: a section for each run of the suite, and what is written by hand about the content that is missing. A run replaces its own section; the page
 * holds nothing that changes when results do not.
 */
final class ConformancePage {

    private static final Path PAGE = Path.of("docs", "conformance.md");
    private static final Path BY_HAND = Path.of("src/test/resources/no/normverk/conformance/missing-content.md");
    private static final List<String> SECTIONS = List.of("TxEcosystemTest", "TxEcosystemFlatTest");
    private static final String HEAD = """
            # Conformance

            HL7's terminology-ecosystem test suite (HL7/fhir-tx-ecosystem-ig at 888e84d, tests 1.9.3; runner `org.hl7.fhir.validation` %s) against Normverk %s. This page is written by
            the test run (`mvn verify`, package `no.normverk.conformance`); the last section is written by hand.
            """;

    private record Count(int passed, int total) {
        Count plus(boolean pass) {
            return new Count(passed + (pass ? 1 : 0), total + 1);
        }
    }

    private ConformancePage() {}

    /** Puts the results of a run on the page. */
    static void write(String section, String title, List<TestReportTestComponent> tests, Map<String, String> modes)
            throws IOException {
        Map<String, Map<String, Count>> bySuite = new LinkedHashMap<>();
        Map<String, Count> byMode = new TreeMap<>();
        for (TestReportTestComponent test : tests) {
            TestReportActionResult result = test.getActionFirstRep().getOperation().getResult();
            if (result != TestReportActionResult.SKIP) {
                boolean pass = result == TestReportActionResult.PASS;
                String mode = Objects.requireNonNullElse(modes.get(test.getName()), "general");
                String suite = test.getName().substring(0, test.getName().indexOf('/'));
                add(bySuite.computeIfAbsent(suite, name -> new TreeMap<>()), mode, pass);
                add(byMode, mode, pass);
            }
        }
        StringBuilder text = new StringBuilder("## " + title + "\n\n| mode | passed | of |\n| --- | ---: | ---: |\n");
        byMode.forEach((mode, count) -> row(text, mode, count));
        text.append("\n| suite | mode | passed | of |\n| --- | --- | ---: | ---: |\n");
        bySuite.forEach((suite, counts) -> counts.forEach((mode, count) -> row(text, suite + " | " + mode, count)));
        put(section, text.toString());
    }

    private static void add(Map<String, Count> counts, String key, boolean pass) {
        counts.merge(key, new Count(0, 0).plus(pass), (before, one) -> before.plus(pass));
    }

    private static void row(StringBuilder text, String label, Count count) {
        text.append("| ").append(label).append(" | ").append(count.passed()).append(" | ").append(count.total()).append(" |\n");
    }

    private static void put(String section, String text) throws IOException {
        String before = Files.exists(PAGE) ? Files.readString(PAGE) : "";
        StringBuilder page = new StringBuilder(HEAD.formatted(property("fhir.core.version"), version()));
        for (String name : SECTIONS) {
            String kept = name.equals(section) ? text : between(before, begin(name), end(name));
            if (!kept.isEmpty()) {
                page.append('\n').append(begin(name)).append(kept).append(end(name));
            }
        }
        page.append('\n').append(Files.readString(BY_HAND));
        if (!page.toString().equals(before)) {
            Files.writeString(PAGE, page);
        }
    }

    private static String begin(String section) {
        return "<!-- begin " + section + " -->\n";
    }

    private static String end(String section) {
        return "<!-- end " + section + " -->\n";
    }

    private static String between(String page, String begin, String end) {
        int start = page.indexOf(begin);
        int stop = page.indexOf(end);
        return start < 0 || stop < start ? "" : page.substring(start + begin.length(), stop);
    }

    /** The project's own version: the first one after its artifact's name. */
    private static String version() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        return between(pom.substring(pom.indexOf("<artifactId>normverk</artifactId>")), "<version>", "</version>");
    }

    private static String property(String name) throws IOException {
        return between(Files.readString(Path.of("pom.xml")), "<" + name + ">", "</" + name + ">");
    }
}
