package no.normverk.fhir.plans;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Optional;
import no.normverk.authoring.Coded;

/**
 * One of the closed vocabularies of plans with its CodeSystem.
 *
 * @param id id of the CodeSystem under {@code profiles/}
 */
record Vocabulary(String id) {

    static final Vocabulary TIER = new Vocabulary("planniva");
    static final Vocabulary CARE_LEVEL = new Vocabulary("omsorgsniva");
    static final Vocabulary PROBLEM_TYPE = new Vocabulary("problemtype");
    static final Vocabulary GOAL_TYPE = new Vocabulary("maltype");
    static final Vocabulary INTERVENTION_TYPE = new Vocabulary("intervensjonstype");
    static final Vocabulary ZONE = new Vocabulary("plansone");
    static final Vocabulary ADAPTATION = new Vocabulary("plantilpasning");
    static final Vocabulary EVIDENCE = new Vocabulary("kunnskapsgrunnlag");
    static final Vocabulary LINK = new Vocabulary("planlenke");
    static final Vocabulary CATEGORY = new Vocabulary("plankategori");

    String system() {
        return PlanTerms.codeSystem(id);
    }

    ObjectNode coding(Coded code) {
        return coding(code.code(), code.title().nb());
    }

    ObjectNode coding(String code, String display) {
        ObjectNode coding = Json.object();
        coding.put("system", system()).put("code", code).put("display", display);
        return coding;
    }

    ObjectNode concept(Coded code) {
        return concept(code.code(), code.title().nb());
    }

    ObjectNode concept(String code, String display) {
        ObjectNode concept = Json.object();
        concept.putArray("coding").add(coding(code, display));
        return concept;
    }

    static <E extends Enum<E> & Coded> Optional<E> find(Class<E> type, String code) {
        return Arrays.stream(type.getEnumConstants()).filter(one -> one.code().equals(code)).findFirst();
    }
}
