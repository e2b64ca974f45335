package no.normverk.classification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import no.normverk.classification.JsonRows.Row;
import org.jspecify.annotations.Nullable;

/**
 * Reads the two lists of NAV's npm package {@code @navikt/diagnosekoder}: arrays of {@code {"code": ..., "text": ...}}, extracted
 * from the Directorate's FinnKode. They hold the codes that may be reported, with texts of at most 60 characters; the codes of
 * ICD-10 come without their dot.
 */
public final class DiagnosekoderReader {
    private static final Pattern ICD_10 = Pattern.compile("[A-Z][0-9][0-9a-z][0-9a-z]{0,2}");
    private static final Pattern ICPC_2 = Pattern.compile("[ABDFHKLNPRSTUWXYZ][0-9]{2}[0-9]?");

    private DiagnosekoderReader() {}

    /**
     * Reads one of the lists; which one is told by its codes.
     *
     * @param json the file
     * @param version version of the package
     */
    public static Classification read(byte[] json, String version) throws ClassificationException {
        List<Row> rows = JsonRows.read(json).rows();
        return isIcpc2(rows) ? icpc2(rows, version) : icd10(rows, version);
    }

    /**
     * ICPC-2 has 17 chapters and codes of three characters with few subdivisions; the list of ICD-10 is nearly all subdivisions.
     */
    private static boolean isIcpc2(List<Row> rows) throws ClassificationException {
        int short3 = 0;
        for (Row row : rows) {
            String code = row.required("code");
            if (!ICPC_2.matcher(code).matches()) {
                return false;
            }
            if (code.length() == 3) {
                short3++;
            }
        }
        return short3 * 2 >= rows.size();
    }

    private static Classification icd10(List<Row> rows, String version) throws ClassificationException {
        return new Classification(
                NorwegianCodeSystem.ICD_10.header(version, List.of()),
                NorwegianCodeSystem.ICD_10.aliases(),
                "NAV",
                "The codes of the Norwegian ICD-10 that may be reported, as NAV distributes them: no chapters, blocks or "
                        + "categories that are subdivided,"
                        + " and texts of at most 60 characters.",
                concepts(rows, ICD_10, true));
    }

    private static Classification icpc2(List<Row> rows, String version) throws ClassificationException {
        return new Classification(
                NorwegianCodeSystem.ICPC_2.header(version, List.of(Icpc2.CHAPTER, Icpc2.COMPONENT)),
                NorwegianCodeSystem.ICPC_2.aliases(),
                "NAV",
                "The symptom and diagnosis codes of ICPC-2 as NAV distributes them: no process codes (30-69), and texts of at "
                        + "most 60 characters.",
                concepts(rows, ICPC_2, false));
    }

    private static List<ClassificationConcept> concepts(List<Row> rows, Pattern shape,
            boolean dotted) throws ClassificationException {
        Map<String, Row> byCode = new TreeMap<>(Comparator.naturalOrder());
        for (Row row : rows) {
            String code = row.required("code");
            if (!shape.matcher(code).matches()) {
                throw row.wrong("The code '" + code + "' does not have the form of the other codes of this list");
            }
            if (byCode.put(code, row) != null) {
                throw row.wrong("The code '" + code + "' is in the list twice");
            }
        }
        List<ClassificationConcept> concepts = new ArrayList<>(rows.size());
        for (Map.Entry<String, Row> entry : byCode.entrySet()) {
            String parent = nearestPrefix(entry.getKey(), byCode);
            concepts.add(new ClassificationConcept(
                    dotted ? dotted(entry.getKey()) : entry.getKey(),
                    Texts.oneLine(entry.getValue().required("text")),
                    parent == null || !dotted ? parent : dotted(parent),
                    List.of(),
                    dotted ? List.of() : Icpc2.properties(entry.getKey())));
        }
        return concepts;
    }

    /** The hierarchy of these systems is in their codes: a subdivision adds characters. */
    private static @Nullable String nearestPrefix(String code, Map<String, Row> codes) {
        for (int length = code.length() - 1; length >= 3; length--) {
            String prefix = code.substring(0, length);
            if (codes.containsKey(prefix)) {
                return prefix;
            }
        }
        return null;
    }

    /**
     * {@code A000} is officially {@code A00.0}: the dot comes after WHO's category of a letter and two digits. The Norwegian codes of external causes, such as {@code V0n0a}, have no such category and
     * no dot.
     */
    private static String dotted(String code) {
        boolean category = Character.isDigit(code.charAt(1)) && Character.isDigit(code.charAt(2));
        return code.length() == 3 || !category ? code : code.substring(0, 3) + "." + code.substring(3);
    }
}
