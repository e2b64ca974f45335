package no.normverk.snomed.constraint;

import java.util.List;

/** A constraint names a column that none of its reference sets has. */
final class UnknownFieldException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String field;

    UnknownFieldException(String field, List<String> known) {
        super("Unknown field " + field + "; the reference set has referencedComponentId"
                + (known.isEmpty() ? "" : ", " + String.join(", ", known)));
        this.field = field;
    }

    String field() {
        return field;
    }
}
