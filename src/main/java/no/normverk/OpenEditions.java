package no.normverk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.normverk.loading.LoincFormat;
import no.normverk.loinc.LoincRelease;
import no.normverk.snomed.constraint.SnomedEditions;
import no.normverk.store.DataDirectory;
import no.normverk.store.EditionEntry;
import no.normverk.terminology.CodeSystemVersion;

/**
 * The editions that are open, so that the next snapshot shares them with the one before. An edition that is replaced is not closed but let go: requests
 * that began before may still be answering from it.
 */
final class OpenEditions {
    private final DataDirectory directory;
    private Map<EditionEntry, CodeSystemVersion> open = Map.of();

    OpenEditions(DataDirectory directory) {
        this.directory = directory;
    }

    /**
     * The editions, opened where they are not open yet.
     *
     * @throws IllegalStateException when one is damaged, missing or of another format
     */
    synchronized List<CodeSystemVersion> of(List<EditionEntry> entries) {
        Map<EditionEntry, CodeSystemVersion> next = new HashMap<>();
        for (EditionEntry entry : entries) {
            CodeSystemVersion edition = open.get(entry);
            next.put(entry, edition == null ? open(entry) : edition);
        }
        open = next;
        return entries.stream().map(next::get).toList();
    }

    private CodeSystemVersion open(EditionEntry entry) {
        try {
            Path edition = directory.edition(entry);
            return entry.system().equals(LoincRelease.URL) ? LoincFormat.open(edition) : SnomedEditions.open(edition);
        } catch (IOException e) {
            throw new IllegalStateException("The edition " + entry.system() + "|" + entry.version() + " in "
                    + directory.edition(entry) + " cannot be opened: " + e.getMessage(), e);
        }
    }
}
