package no.normverk.terminology.valueset;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Message;
import no.normverk.terminology.TerminologyException;

/** The value sets that are being worked out, each imported by the one before it. Finds circles, and imports that go too deep to follow. */
public final class ImportPath {

    /** How many value sets may import one another in a row. */
    private static final int DEEPEST = 200;

    private final List<ValueSetDefinition> path = new ArrayList<>();

    /**
     * Goes one import deeper.
     *
     * @throws TerminologyException when the value set is on the path already, or the path is too long
     */
    public void enter(ValueSetDefinition valueSet) {
        if (isOpen(valueSet)) {
            String circle = path.stream().map(ValueSetDefinition::label).collect(Collectors.joining(" -> ")) + " -> " + valueSet.label();
            throw refused(Message.of("VALUESET_CIRCULAR_REFERENCE", valueSet.label(), circle));
        }
        if (path.size() == DEEPEST) {
            throw refused(Message.of("value-set-imports-too-deep", path.getFirst().label(), Integer.toString(DEEPEST)));
        }
        path.add(valueSet);
    }

    private boolean isOpen(ValueSetDefinition valueSet) {
        for (ValueSetDefinition open : path) {
            if (isSame(open, valueSet)) {
                return true;
            }
        }
        return false;
    }

    /** Goes back to the importing value set. */
    public void leave() {
        path.removeLast();
    }

    /** One that has no URL is only the same as itself. */
    private static boolean isSame(ValueSetDefinition first, ValueSetDefinition second) {
        return first == second || (!first.url().isEmpty() && first.canonical().equals(second.canonical()));
    }

    private static TerminologyException refused(Message message) {
        return new TerminologyException(Issue.error("processing", "vs-invalid", message, null));
    }
}
