package no.normverk.fhir.operation;

import java.util.List;
import no.normverk.fhir.json.JsonOut;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.ListedConcepts;
import no.normverk.terminology.valueset.Expansion;
import no.normverk.terminology.valueset.Expansion.Entry;

/**
 * Copies the entries of concepts that follow each other in their code system, where these stand ready ({@link ListedConcepts}): what a page holds is mostly a few such runs, and a copy costs a tenth
 * of writing them one by one. For callers who want nothing but code and display, in no language in particular.
 */
final class ListedRuns {

    private final Expansion expansion;

    ListedRuns(Expansion expansion) {
        this.expansion = expansion;
    }

    /**
     * Writes the run that begins at a place of the page.
     *
     * @return how many entries it had; 0 when the entry there must be written in another way
     */
    int write(JsonOut out, int place) {
        List<Entry> entries = expansion.contains();
        Entry first = entries.get(place);
        CodeSystemVersion system = first.system();
        ListedConcepts listed = system.listed();
        if (listed == null || !isPlain(first) || !listed.has(first.ordinal()) || expansion.usage().isVersionAmbiguous(system.header().url())) {
            return 0;
        }
        int next = first.ordinal() + 1;
        for (int i = place + 1; i < entries.size(); i++, next++) {
            Entry entry = entries.get(i);
            if (entry.ordinal() != next || entry.system() != system || !isPlain(entry) || !listed.has(next)) {
                break;
            }
        }
        out.listed(listed, first.ordinal(), next);
        return next - first.ordinal();
    }

    private static boolean isPlain(Entry entry) {
        return (entry.reference() == null || entry.reference().isCodeOnly()) && entry.children().isEmpty();
    }
}
