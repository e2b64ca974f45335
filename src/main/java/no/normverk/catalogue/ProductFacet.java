package no.normverk.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import no.normverk.authoring.Coded;

/** What products can be narrowed by and counted under, each by codes of one code system. */
public enum ProductFacet {
    /** How strongly it binds. */
    LEVEL("level", "normeringsniva", product -> code(product.level())),
    /** What sort of document it is. */
    DOCUMENT_TYPE("document-type", "dokumenttype", product -> code(product.documentType())),
    /** Where in its life it is. */
    LIFECYCLE("lifecycle", "livssyklus", product -> code(product.lifecycle())),
    /** Whom its obligations reach, kinds within kinds included. */
    ACTOR(
            "actor",
            "aktor",
            product -> product.obligations().stream().map(Obligation::actor).distinct().toList()),
    /** In which directions it binds. */
    DIRECTION(
            "direction",
            "retning",
            product -> product.obligations().stream().map(obligation -> obligation.direction().code()).distinct().toList()),
    /** What it is about. */
    TOPIC("topic", "tema", NormativeProduct::topics),
    /** What it builds on. */
    UNDERLYING_STANDARD("underlying-standard", "underliggende-standard", NormativeProduct::underlyingStandards);

    private final String code;
    private final String codeSystem;
    private final Function<NormativeProduct, List<String>> codes;

    ProductFacet(String code, String codeSystem, Function<NormativeProduct, List<String>> codes) {
        this.code = code;
        this.codeSystem = codeSystem;
        this.codes = codes;
    }

    private static List<String> code(Optional<? extends Coded> coded) {
        return coded.map(Coded::code).stream().toList();
    }

    /** The name it is asked for by. */
    public String code() {
        return code;
    }

    /** The id of the code system that its codes are of. */
    public String codeSystem() {
        return codeSystem;
    }

    /** The codes that a product itself has. */
    List<String> of(NormativeProduct product) {
        return codes.apply(product);
    }

    /** The facet with the name, empty for a name that is none. */
    public static Optional<ProductFacet> find(String code) {
        return Arrays.stream(values()).filter(facet -> facet.code.equals(code)).findFirst();
    }
}
