package no.normverk.catalogue.requirement;

import java.util.List;

/**
 * What changed.
 *
 * @param changes in order of time
 * @param undated how many decisions would have been looked at if a source gave their date: they cannot be placed in time
 */
public record ChangeAnswer(List<CatalogueChange> changes, int undated) {

    public ChangeAnswer {
        changes = List.copyOf(changes);
    }
}
