package no.normverk.fhir.operation;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.change.Change;
import no.normverk.terminology.change.ChangeKind;
import no.normverk.terminology.change.VersionDifference;

/** {@code CodeSystem/$diff}: everything that changed from one version of a code system to another, counts first; as Parameters, page by page, or whole as CSV. */
final class DiffOperation extends TerminologyOperation {

    @Override
    Answer answer(Question question) {
        Arguments arguments = question.arguments();
        TwoVersions versions = TwoVersions.of(
                question, system(question), List.of("fromVersion", "fromDate"), List.of("toVersion", "toDate"));
        Set<String> wanted = wanted(arguments);
        List<Change> all = VersionDifference.between(versions.from(), versions.to(), versions.maps());
        List<Change> changes = wanted.isEmpty()
                ? all
                : all.stream().filter(change -> wanted.contains(change.kind().code())).toList();
        if (CsvTable.isWanted(question)) {
            CsvTable table = ChangeWriter.table();
            changes.forEach(change -> ChangeWriter.row(table, change));
            return table.answer();
        }
        return write(versions, all, changes, Page.of(arguments));
    }

    private static String system(Question question) {
        if (question.request().resourceId() == null) {
            return question.arguments().required("system", "the code system of which two versions are compared");
        }
        CodeSystemVersion instance = Instances.codeSystem(question.request());
        if (instance == null) {
            throw Question.unknownInstance("CodeSystem", String.valueOf(question.request().resourceId()));
        }
        return instance.header().url();
    }

    private static Set<String> wanted(Arguments arguments) {
        Set<String> known = Arrays.stream(ChangeKind.values()).map(ChangeKind::code).collect(Collectors.toSet());
        for (String type : arguments.texts("type")) {
            if (!known.contains(type)) {
                throw Arguments.invalid("type", type, "one of " + known.stream().sorted().collect(Collectors.joining(", ")));
            }
        }
        return Set.copyOf(arguments.texts("type"));
    }

    private static Answer write(TwoVersions versions, List<Change> all, List<Change> changes, Page page) {
        ParametersWriter parameters = ParametersWriter.start();
        versions.write(parameters);
        parameters.startParts("summary");
        ChangeWriter.counts(parameters, all.stream().map(Change::kind));
        parameters.endParts();
        page.write(parameters, changes.size());
        ChangeWriter writer = new ChangeWriter(versions.to());
        for (Change change : page.of(changes)) {
            parameters.startParts("change").code("code", change.code()).string("display", change.display());
            writer.parts(parameters, change);
            parameters.endParts();
        }
        return parameters.answer();
    }
}
