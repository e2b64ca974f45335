package no.normverk.loading;

import java.util.List;
import java.util.Optional;
import no.normverk.store.LoadEntry;

/**
 * What a load did, or an inspection found that a load would do.
 *
 * @param files the files, and what is in them
 * @param added resources and editions that were not there
 * @param changed resources and editions that get a new version
 * @param unchanged resources and editions that are there exactly so
 * @param entry the line in the change log; empty when nothing was changed
 * @param before the earlier load of exactly this content, if there was one
 */
public record LoadReport(
        List<FileSummary> files, int added, int changed, int unchanged, Optional<LoadEntry> entry, Optional<LoadEntry> before) {
    public LoadReport {
        files = List.copyOf(files);
    }

    public boolean changesNothing() {
        return added == 0 && changed == 0;
    }
}
