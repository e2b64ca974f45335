package no.normverk.catalogue;

import java.util.List;
import java.util.stream.Collectors;

/** The catalogue's files do not make a catalogue: every problem in all of them, in reading order. */
public final class CatalogueException extends RuntimeException {

    private final transient List<CatalogueProblem> problems;

    CatalogueException(List<CatalogueProblem> problems) {
        super(problems.stream().map(CatalogueProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** The problems, at least one. */
    public List<CatalogueProblem> problems() {
        return problems;
    }
}
