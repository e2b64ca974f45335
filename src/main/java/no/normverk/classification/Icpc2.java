package no.normverk.classification;

import java.util.List;
import no.normverk.terminology.ConceptProperty;
import no.normverk.terminology.PropertyDefinition;
import no.normverk.terminology.Value;

/**
 * The two axes of ICPC-2: a letter for the chapter, and two digits that put a code into one of seven components, from symptoms to diagnoses. A Norwegian subdivision has its rubric's.
 */
final class Icpc2 {
    static final PropertyDefinition CHAPTER = ConceptProperties.of("chapter", "code", "Chapter: the letter that the code begins with; a dash for process codes of all chapters");
    static final PropertyDefinition COMPONENT = ConceptProperties.of(
            "component",
            "integer",
            "1 symptoms and complaints (01-29), 2 diagnostic and preventive procedures (30-49), 3 treatment (50-59), 4 test results (60-61), 5 administrative (62), "
                    + "6 referrals and other (63-69), 7 diagnoses (70-99)");

    private Icpc2() {}

    /** Chapter and component of a code; none of what is no rubric. */
    static List<ConceptProperty> properties(String code) {
        if (!code.matches("[A-Z-][0-9]{2}[0-9]?")) {
            return List.of();
        }
        return List.of(
                new ConceptProperty(CHAPTER.code(), new Value.Code(code.substring(0, 1))),
                new ConceptProperty(COMPONENT.code(), new Value.Whole(component(Integer.parseInt(code.substring(1, 3))))));
    }

    private static int component(int number) {
        int[] first = {1, 30, 50, 60, 62, 63, 70};
        int component = 1;
        while (component < first.length && number >= first[component]) {
            component++;
        }
        return component;
    }
}
