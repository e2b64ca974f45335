package no.normverk.fhir.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import no.normverk.authoring.PartialDate;
import no.normverk.catalogue.LegalBasis;
import no.normverk.fhir.resource.SearchParameter;
import no.normverk.fhir.resource.SearchParameter.Kind;
import no.normverk.fhir.resource.SearchParameter.Value;
import no.normverk.fhir.resource.SearchParameters;

/**
 * What normative products can be searched for by their obligations. Only decisions that stand are looked at: one that a later decision of the product takes the place of says what used to be known, and the
 * operations with {@code asOf} answer about that. A day that no source gives is no value.
 */
final class ObligationSearch {

    private static final String OBLIGATION = Canonical.extension("obligation");
    private static final String DEFINITION = Canonical.BASE + "/SearchParameter/Library-";

    private ObligationSearch() {}

    static SearchParameters addTo(SearchParameters parameters) {
        SearchParameter actor = codes(
                "actor", Kind.OVERLAPPING, "aktor", "whom an obligation reaches (virksomhetstype), through any kind of organisation that they are of", coded("actor"));
        SearchParameter direction = codes("direction", Kind.CODE, "retning", "what an obligation demands: sende, motta, bruke", ObligationSearch::direction);
        SearchParameter level = codes("obligation-level", Kind.CODE, "normeringsniva", "how strongly an obligation binds (normeringsnivå)", coded("level"));
        SearchParameter from = part("obligation-from", Kind.DATE, "first day on which an obligation must be met", day("mustFrom"));
        SearchParameters extended = parameters;
        for (SearchParameter parameter : List.of(
                actor,
                direction,
                level,
                from,
                part("obligation-may-from", Kind.DATE, "first day on which one may begin to meet an obligation", day("mayFrom")),
                part("obligation-until", Kind.DATE, "last day of an obligation", day("until")),
                part(
                        "legal-basis",
                        Kind.NUMBER,
                        "provision that an obligation rests on (hjemmel): its regulation, § 6, § 6 nr. 5, FOR-2015-07-01-853|§ 5 a",
                        obligation -> new ExtensionReader(obligation).part("legalBasis").map(ObligationSearch::citations).orElse(List.of())))) {
            extended = extended.with("Library", ofObligations(parameter));
        }
        return extended.with(
                "Library",
                SearchParameter.composite(
                        "actor-direction-level-from",
                        DEFINITION + "actor-direction-level-from",
                        "actor, direction, level and first day of one and the same obligation, any of them left empty: helseforetak$motta$$ge2022-01-01",
                        List.of(actor, direction, level, from),
                        ObligationSearch::standing));
    }

    /** A parameter whose values are read from one obligation. */
    private static SearchParameter part(String name, Kind kind, String documentation, Function<JsonNode, List<Value>> values) {
        return SearchParameter.ofContent(name, kind, DEFINITION + name, documentation, values);
    }

    private static SearchParameter codes(String name, Kind kind, String codeSystem, String documentation, Function<JsonNode, List<Value>> values) {
        return SearchParameter.ofCodes(name, kind, DEFINITION + name, documentation, Canonical.codeSystem(codeSystem), values);
    }

    /** The same, read from every obligation that stands. */
    private static SearchParameter ofObligations(SearchParameter part) {
        SearchParameter.Read ofOne = (SearchParameter.Read) part.source();
        return new SearchParameter(
                part.name(), part.kind(), part.definition(), part.documentation(), part.codeSystem(), new SearchParameter.Content(library ->
                        standing(library).stream()
                                .flatMap(obligation -> ofOne.values(obligation).stream())
                                .distinct()
                                .toList()));
    }

    private static List<JsonNode> standing(JsonNode library) {
        List<JsonNode> obligations = new ArrayList<>();
        Set<String> superseded = new HashSet<>();
        for (JsonNode extension : library.path("extension")) {
            if (extension.path("url").asText().equals(OBLIGATION)) {
                obligations.add(extension);
                superseded.addAll(new ExtensionReader(extension).texts("supersedes"));
            }
        }
        return obligations.stream()
                .filter(obligation -> new ExtensionReader(obligation).text("id").filter(superseded::contains).isEmpty())
                .toList();
    }

    private static Function<JsonNode, List<Value>> coded(String part) {
        return obligation -> new ExtensionReader(obligation).part(part).map(found -> found.path("valueCoding")).stream()
                .map(coding -> new Value(coding.path("system").asText(), coding.path("code").asText()))
                .toList();
    }

    private static List<Value> direction(JsonNode obligation) {
        return new ExtensionReader(obligation).part("direction").stream()
                .map(part -> new Value(Canonical.codeSystem("retning"), ExtensionReader.code(part)))
                .toList();
    }

    private static Function<JsonNode, List<Value>> day(String part) {
        return obligation -> new ExtensionReader(obligation).date(part).map(PartialDate::text).map(Value::of).stream().toList();
    }

    /** A provision as tokens: every way to cite it, in the regulation by its name and by its number; and the regulation itself. */
    static List<Value> citations(JsonNode provision) {
        LegalBasis basis = ObligationExtensionReader.legalBasis(provision);
        Set<Value> values = new LinkedHashSet<>();
        for (Optional<String> regulation : List.of(Optional.of(basis.regulation()), basis.reference())) {
            regulation.ifPresent(name -> {
                values.add(new Value(name, name));
                for (String citation : basis.citationsWithin()) {
                    values.add(new Value(name, citation));
                    values.add(new Value(name, citation.substring("§ ".length())));
                }
            });
        }
        return List.copyOf(values);
    }
}
