package no.normverk.snomed;

import java.util.List;
import java.util.Map;

/**
 * What came of compiling release packages.
 *
 * @param versionUri the version of the edition, a SNOMED CT URI
 * @param counts rows kept per kind of component, and what was left out
 * @param warnings what a person should look at; of many of one kind only the first, and how many more
 * @param notes what was left out as it should be
 */
public record CompileReport(String versionUri, Map<String, Long> counts, List<Warning> warnings, List<String> notes) {

    public CompileReport {
        counts = Map.copyOf(counts);
        warnings = List.copyOf(warnings);
        notes = List.copyOf(notes);
    }

    /**
     * Something that is not as it should be and did not stop the work.
     *
     * @param file the file, empty when it is about none in particular
     * @param line the line, 0 when it is about none in particular
     */
    public record Warning(String text, String file, long line) {

        @Override
        public String toString() {
            return file.isEmpty() ? text : file + (line > 0 ? ", line " + line : "") + ": " + text;
        }
    }
}
