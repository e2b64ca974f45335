package no.normverk.terminology;

import java.util.Optional;

/** The operators of {@code ValueSet.compose.include.filter.op}: those of R4 and the two that R5 added. */
public enum FilterOperator {
    EQUALS("="),
    IS_A("is-a"),
    DESCENDENT_OF("descendent-of"),
    IS_NOT_A("is-not-a"),
    REGEX("regex"),
    IN("in"),
    NOT_IN("not-in"),
    GENERALIZES("generalizes"),
    CHILD_OF("child-of"),
    DESCENDENT_LEAF("descendent-leaf"),
    EXISTS("exists");

    private final String code;

    FilterOperator(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<FilterOperator> of(String code) {
        for (FilterOperator operator : values()) {
            if (operator.code.equals(code)) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }
}
