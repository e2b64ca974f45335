package no.normverk.fhir.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.normverk.fhir.definition.ValueSetReader;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.ConceptSet;
import no.normverk.terminology.VersionRules;
import no.normverk.terminology.change.Change;
import no.normverk.terminology.change.UpgradeCheck;
import no.normverk.terminology.change.UpgradeCheck.Outcome;
import no.normverk.terminology.change.UpgradeCheck.ValueSetVersions;
import no.normverk.terminology.change.UsedCode;
import no.normverk.terminology.valueset.CodeSystemFinder;
import no.normverk.terminology.valueset.ConceptReference;
import no.normverk.terminology.valueset.EvaluationSettings;
import no.normverk.terminology.valueset.Include;
import no.normverk.terminology.valueset.Part;
import no.normverk.terminology.valueset.ValueSetDefinition;
import no.normverk.terminology.valueset.ValueSetEvaluator;

/**
 * {@code CodeSystem/$upgrade-check}: the rehearsal of a change of version. The caller sends what its system uses, as codes, CSV, value sets or ECL, and is told what the newer version means for each,
 * counts first.
 */
final class UpgradeCheckOperation extends TerminologyOperation {

    @Override
    Answer answer(Question question) {
        Arguments arguments = question.arguments();
        String system = arguments.required("system", "the code system whose version shall be changed");
        TwoVersions versions =
                TwoVersions.of(question, system, List.of("version", "fromDate"), List.of("targetVersion", "toDate"));
        List<UsedCode> codes = new ArrayList<>(UsedCodes.read(question, system));
        List<ValueSetDefinition> definitions = definitions(question, versions);
        List<ValueSetVersions> valueSets = valueSets(definitions, versions);
        for (int i = 0; i < definitions.size(); i++) {
            codes.addAll(listedBeyond(definitions.get(i), valueSets.get(i).before(), versions));
        }
        if (codes.isEmpty() && valueSets.isEmpty()) {
            throw Arguments.missing("code", "the codes in use (or send coding, csv, valueSet, valueSetUrl or ecl)");
        }
        List<Outcome> outcomes =
                new UpgradeCheck(versions.from(), versions.to(), versions.maps(), valueSets).check(codes);
        List<Outcome> told = arguments.isTrue("include-unchanged")
                ? outcomes
                : outcomes.stream().filter(outcome -> !outcome.changes().isEmpty()).toList();
        return CsvTable.isWanted(question) ? table(told) : write(versions, outcomes, told, Page.of(arguments));
    }

    private static List<ValueSetDefinition> definitions(Question question, TwoVersions versions) {
        Arguments arguments = question.arguments();
        List<ValueSetDefinition> definitions = new ArrayList<>();
        for (Inputs.Input input : arguments.inputs().all("valueSet")) {
            Arguments one = new Arguments(Inputs.of(List.of(input)));
            definitions.add(ValueSetReader.read(Objects.requireNonNull(one.resource("valueSet", "ValueSet"))));
        }
        arguments.canonicals("valueSetUrl").forEach(canonical -> definitions.add(question.valueSet(canonical)));
        for (String ecl : arguments.texts("ecl")) {
            definitions.add(question.valueSet(new Canonical(versions.to().header().url() + "?fhir_vs=ecl/" + ecl, null)));
        }
        return definitions;
    }

    /** The codes that a value set lists and that are not among its active ones of the older version: who listed them uses them, be they inactive, unknown, or not there yet. */
    private static List<UsedCode> listedBeyond(ValueSetDefinition definition, ConceptSet members, TwoVersions versions) {
        Set<String> urls = versions.before().registry().spellings(versions.from());
        Set<String> excluded = listed(definition.excludes(), urls).collect(Collectors.toSet());
        return listed(definition.includes(), urls)
                .filter(code -> !excluded.contains(code) && !members.contains(versions.from().locate(code)))
                .map(code -> new UsedCode(code, null))
                .toList();
    }

    private static Stream<String> listed(List<Include> includes, Set<String> urls) {
        return includes.stream()
                .filter(include -> include.system() != null && urls.contains(include.system()) && include.valueSets().isEmpty())
                .flatMap(include -> include.concepts().stream().map(ConceptReference::code));
    }

    private static List<ValueSetVersions> valueSets(List<ValueSetDefinition> definitions, TwoVersions versions) {
        return definitions.stream()
                .map(definition -> new ValueSetVersions(
                        new Canonical(definition.label(), null),
                        members(definition, versions.before()),
                        members(definition, versions.after())))
                .toList();
    }

    /** The active concepts of a version that a value set holds, on its day and under whatever URI the value set calls the system. */
    private static ConceptSet members(ValueSetDefinition valueSet, TwoVersions.Side side) {
        CodeSystemVersion version = side.system();
        List<Canonical> forced = side.registry().spellings(version).stream().map(url -> new Canonical(url, version.header().version())).toList();
        EvaluationSettings settings = new EvaluationSettings(new VersionRules(List.of(), List.of(), forced), List.of(), List.of(), true);
        CodeSystemFinder systems = CodeSystemFinder.of(side.registry(), List.of());
        ConceptSet members = ConceptSet.EMPTY;
        for (Part part : new ValueSetEvaluator(systems, settings).parts(valueSet)) {
            if (part.system().original().header().canonical().equals(version.original().header().canonical())) {
                members = members.or(part.members());
            }
        }
        return members;
    }

    private static Answer write(TwoVersions versions, List<Outcome> outcomes, List<Outcome> told, Page page) {
        ParametersWriter parameters = ParametersWriter.start();
        long unchanged = outcomes.stream().filter(outcome -> outcome.changes().isEmpty()).count();
        parameters.bool("result", unchanged == outcomes.size());
        versions.write(parameters);
        parameters.startParts("summary").integer("codes", outcomes.size()).integer("unchanged", (int) unchanged);
        ChangeWriter.counts(parameters, outcomes.stream().flatMap(outcome -> outcome.changes().stream().map(Change::kind).distinct()));
        parameters.endParts();
        page.write(parameters, told.size());
        ChangeWriter writer = new ChangeWriter(versions.to());
        for (Outcome outcome : page.of(told)) {
            parameters.startParts("concept").code("code", outcome.code()).string("display", outcome.display());
            for (Change change : outcome.changes()) {
                parameters.startParts("change");
                writer.parts(parameters, change);
                parameters.endParts();
            }
            parameters.endParts();
        }
        return parameters.answer();
    }

    private static Answer table(List<Outcome> outcomes) {
        CsvTable table = ChangeWriter.table();
        for (Outcome outcome : outcomes) {
            if (outcome.changes().isEmpty()) {
                table.row("unchanged", outcome.code(), outcome.display(), null, null, null, null, null, null, null);
            }
            outcome.changes().forEach(change -> ChangeWriter.row(table, change));
        }
        return table.answer();
    }
}
