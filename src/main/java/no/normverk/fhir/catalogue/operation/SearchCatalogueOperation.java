package no.normverk.fhir.catalogue.operation;

import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import no.normverk.authoring.Coded;
import no.normverk.authoring.LocalText;
import no.normverk.catalogue.Direction;
import no.normverk.catalogue.DocumentType;
import no.normverk.catalogue.LifecycleStatus;
import no.normverk.catalogue.NormativeLevel;
import no.normverk.catalogue.NormativeProduct;
import no.normverk.catalogue.ProductFacet;
import no.normverk.catalogue.ProductFinder;
import no.normverk.catalogue.ProductSearch;
import no.normverk.catalogue.requirement.ObligationIndex;
import no.normverk.fhir.catalogue.Canonical;
import no.normverk.fhir.operation.Answer;
import no.normverk.fhir.operation.Arguments;
import no.normverk.fhir.operation.ParametersWriter;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Coding;
import no.normverk.terminology.Designation;
import no.normverk.terminology.Languages;
import no.normverk.terminology.Registry;
import org.jspecify.annotations.Nullable;

/**
 * {@code Library/$search-catalogue}: products by words, best first, with counts by level, type, life, actor, direction, topic and underlying standard. FHIR's search has no place for such counts,
 * which is why this is an operation; {@code Library?...} finds the same products without them.
 */
final class SearchCatalogueOperation extends CatalogueOperation {

    private static final int DEFAULT_COUNT = 20;
    private static final int MOST = 1000;

    private record Known(ObligationIndex index, Registry registry, ProductFinder finder, Map<ProductFacet, Map<String, LocalText>> labels) {}

    private volatile @Nullable Known known;

    SearchCatalogueOperation(Clock clock, FragmentStore fragments) {
        super(clock, fragments, "text", "level*", "document-type*", "lifecycle*", "actor*", "direction*", "topic*", "underlying-standard*", "count", "offset");
    }

    @Override
    Answer answer(CatalogueQuestion question) {
        Known of = known(question);
        ProductSearch search = new ProductSearch(text(question), wanted(question, of));
        int count = count(question);
        int offset = Optional.ofNullable(question.arguments().count("offset")).orElse(0);
        ProductFinder.Found found = of.finder.find(search);
        Texts texts = question.texts();
        ParametersWriter out = ParametersWriter.start();
        Knowledge.write(out, texts, question.index(), question.today());
        out.integer("total", found.products().size()).integer("offset", offset);
        found.counts().forEach((facet, counts) -> facet(out, texts, of, facet, counts));
        RequirementWriter writer = question.writer(out);
        found.products().stream().skip(offset).limit(count).forEach(product -> match(out, writer, texts, of, product));
        return out.answer();
    }

    private static Optional<String> text(CatalogueQuestion question) {
        return Optional.ofNullable(question.arguments().text("text"));
    }

    private static int count(CatalogueQuestion question) {
        Integer count = question.arguments().count("count");
        if (count != null && count > MOST) {
            throw Arguments.invalid("count", count.toString(), "a whole number from 0 to " + MOST);
        }
        return count == null ? DEFAULT_COUNT : count;
    }

    private static Map<ProductFacet, Set<String>> wanted(CatalogueQuestion question, Known of) {
        Map<ProductFacet, Set<String>> wanted = new EnumMap<>(ProductFacet.class);
        for (ProductFacet facet : ProductFacet.values()) {
            Set<String> codes = new LinkedHashSet<>();
            for (Coding coding : question.codings(facet.code(), facet.codeSystem())) {
                String code = coding.code() == null ? "" : coding.code();
                Set<String> valid = codes(question, of, facet);
                if (!valid.contains(code)) {
                    throw Arguments.invalid(facet.code(), code, CatalogueQuestion.oneOf(valid));
                }
                codes.add(code);
            }
            if (!codes.isEmpty()) {
                wanted.put(facet, codes);
            }
        }
        return wanted;
    }

    /** Codes that exist, whether or not a product has them. */
    private static Set<String> codes(CatalogueQuestion question, Known of, ProductFacet facet) {
        Set<String> codes = new TreeSet<>(of.finder.codes(facet));
        codes.addAll(of.labels.getOrDefault(facet, Map.of()).keySet());
        if (facet == ProductFacet.ACTOR) {
            codes.addAll(question.index().actors().codes());
        }
        return codes;
    }

    private static void facet(ParametersWriter out, Texts texts, Known of, ProductFacet facet, Map<String, Integer> counts) {
        out.startParts("facet").code("name", facet.code());
        counts.forEach((code, count) -> out.startParts("value").coding("coding", coding(texts, of, facet, code)).integer("count", count).endParts());
        out.endParts();
    }

    private static void match(ParametersWriter out, RequirementWriter writer, Texts texts, Known of, NormativeProduct product) {
        out.startParts("match");
        writer.product(product);
        product.level().ifPresent(level -> out.coding("level", texts.coding("normeringsniva", level)).string("verb", texts.of(level.verb())));
        product.documentType().ifPresent(type -> out.coding("document-type", texts.coding("dokumenttype", type)));
        product.topics().forEach(topic -> out.coding("topic", coding(texts, of, ProductFacet.TOPIC, topic)));
        product.description().ifPresent(description -> out.string("description", texts.of(description)));
        product.sources().forEach(writer::source);
        out.endParts();
    }

    private static Coding coding(Texts texts, Known of, ProductFacet facet, String code) {
        if (facet == ProductFacet.ACTOR) {
            return texts.actor(code);
        }
        LocalText label = of.labels.getOrDefault(facet, Map.of()).get(code);
        return new Coding(Canonical.codeSystem(facet.codeSystem()), null, code, label == null ? null : texts.of(label));
    }

    /** Made once per state of the catalogue; two makings at a time do no harm. */
    private Known known(CatalogueQuestion question) {
        Known last = known;
        Registry registry = question.request().snapshot().registry();
        if (last != null && last.index == question.index() && last.registry == registry) {
            return last;
        }
        Map<ProductFacet, Map<String, LocalText>> labels = new EnumMap<>(ProductFacet.class);
        labels.put(ProductFacet.LEVEL, titles(NormativeLevel.values()));
        labels.put(ProductFacet.DOCUMENT_TYPE, titles(DocumentType.values()));
        labels.put(ProductFacet.LIFECYCLE, titles(LifecycleStatus.values()));
        labels.put(ProductFacet.DIRECTION, titles(Direction.values()));
        labels.put(ProductFacet.TOPIC, labels(registry, ProductFacet.TOPIC));
        labels.put(ProductFacet.UNDERLYING_STANDARD, labels(registry, ProductFacet.UNDERLYING_STANDARD));
        ObligationIndex index = question.index();
        ProductFinder finder = ProductFinder.of(index.source().catalogue(), index.actors(), labels);
        Known made = new Known(index, registry, finder, labels);
        known = made;
        return made;
    }

    private static Map<String, LocalText> titles(Coded[] codes) {
        Map<String, LocalText> titles = new HashMap<>();
        for (Coded code : codes) {
            titles.put(code.code(), code.title());
        }
        return titles;
    }

    private static Map<String, LocalText> labels(Registry registry, ProductFacet facet) {
        Map<String, LocalText> labels = new HashMap<>();
        CodeSystemVersion system = registry.codeSystem(Canonical.codeSystem(facet.codeSystem()), null);
        for (int ordinal = 0; system != null && ordinal < system.size(); ordinal++) {
            String display = system.display(ordinal);
            if (display != null) {
                List<Designation> designations = system.designations(ordinal);
                labels.put(system.code(ordinal), new LocalText(display, in("nn", designations), in("en", designations)));
            }
        }
        return labels;
    }

    private static Optional<String> in(String language, List<Designation> designations) {
        return designations.stream()
                .filter(designation -> Languages.matches(language, designation.language()))
                .map(Designation::value)
                .findFirst();
    }
}
