package no.normverk.classification;

/** A refusal of the table and not of the descriptor beside it. */
public final class TableException extends Exception {
    private final ClassificationException refusal;

    TableException(ClassificationException refusal) {
        super(refusal.getMessage());
        this.refusal = refusal;
    }

    public ClassificationException refusal() {
        return refusal;
    }
}
