package no.normverk.fhir.operation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Coding;
import no.normverk.terminology.Retirement;
import no.normverk.terminology.change.Change;
import no.normverk.terminology.change.ChangeKind;
import org.jspecify.annotations.Nullable;

/** Writes changes of codes, as parts of a parameter and as rows of a table. */
final class ChangeWriter {

    private static final String[] COLUMNS = {
        "change", "code", "display", "previousDisplay", "reason", "replacedBy", "association", "added", "removed", "about"
    };

    private final CodeSystemVersion to;

    /** @param to the newer version */
    ChangeWriter(CodeSystemVersion to) {
        this.to = to;
    }

    static CsvTable table() {
        return new CsvTable(COLUMNS);
    }

    /** How many of each kind there are, kinds without any left out. */
    static void counts(ParametersWriter parameters, Stream<ChangeKind> kinds) {
        Map<ChangeKind, Integer> counts = new TreeMap<>();
        kinds.forEach(kind -> counts.merge(kind, 1, Integer::sum));
        counts.forEach((kind, count) -> parameters.integer(kind.code(), count));
    }

    /** The parts that tell what changed, without the code and its display. */
    void parts(ParametersWriter parameters, Change change) {
        parameters.code("type", change.kind().code());
        parameters.string("previous-display", change.before());
        if (change.retirement().reason() != null) {
            parameters.coding("reason", change.retirement().reason());
        }
        for (Retirement.Successor successor : change.retirement().successors()) {
            parameters.startParts("replaced-by").coding("concept", coding(successor.code()));
            parameters.coding("association", successor.association()).endParts();
        }
        String what = change.kind() == ChangeKind.MOVED ? "parent" : "target";
        change.gained().forEach(one -> parameters.string(what + "-added", one));
        change.lost().forEach(one -> parameters.string(what + "-removed", one));
        parameters.canonical("about", change.about() == null ? null : change.about().toString());
    }

    private Coding coding(String code) {
        int ordinal = to.locate(code);
        return new Coding(to.header().url(), null, code, ordinal < 0 ? null : to.display(ordinal));
    }

    static void row(CsvTable table, Change change) {
        List<Retirement.Successor> successors = change.retirement().successors();
        table.row(
                change.kind().code(),
                change.code(),
                change.display(),
                change.before(),
                label(change.retirement().reason()),
                successors.stream().map(Retirement.Successor::code).collect(Collectors.joining("; ")),
                successors.stream().map(successor -> label(successor.association())).collect(Collectors.joining("; ")),
                String.join("; ", change.gained()),
                String.join("; ", change.lost()),
                change.about() == null ? null : change.about().toString());
    }

    private static @Nullable String label(@Nullable Coding coding) {
        return coding == null ? null : coding.display() == null ? coding.code() : coding.display();
    }
}
