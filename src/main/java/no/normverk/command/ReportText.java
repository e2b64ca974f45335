package no.normverk.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import no.normverk.loading.FileSummary;
import no.normverk.loading.LoadReport;

/** A load's report as text. */
final class ReportText {
    /** So many resources or notes of a file are listed; more are counted. */
    private static final int LISTED = 100;

    private ReportText() {}

    static void files(LoadReport report, boolean withResources, PrintWriter out) {
        for (FileSummary file : report.files()) {
            out.println(file.file() + ": " + file.description());
            if (!file.types().isEmpty()) {
                out.println("  " + numbers(file.types()));
            }
            if (!file.leftOut().isEmpty()) {
                out.println("  left out: " + numbers(file.leftOut()));
            }
            if (withResources) {
                lines(file.resources(), out);
                lines(file.notes(), out);
            }
            lines(file.warnings().stream().map(warning -> "warning: " + warning).toList(), out);
        }
    }

    static String changes(LoadReport report) {
        return report.added() + " new, " + report.changed() + " changed, " + report.unchanged() + " unchanged";
    }

    static String before(LoadReport report) {
        return report.before()
                .map(entry -> " (the same content was loaded on " + entry.at() + " as change " + entry.number() + ")")
                .orElse("");
    }

    static String numbers(Map<String, ? extends Number> numbers) {
        // Kinds such as "concepts, inactive" have a comma of their own.
        String separator = numbers.keySet().stream().anyMatch(kind -> kind.contains(",")) ? "; " : ", ";
        return numbers.entrySet().stream()
                .map(entry -> String.format(Locale.ROOT, "%,d %s", entry.getValue().longValue(), entry.getKey()))
                .collect(Collectors.joining(separator));
    }

    private static void lines(List<String> lines, PrintWriter out) {
        lines.stream().limit(LISTED).forEach(line -> out.println("    " + line));
        if (lines.size() > LISTED) {
            out.println("    and " + (lines.size() - LISTED) + " more");
        }
    }
}
