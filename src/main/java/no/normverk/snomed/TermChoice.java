package no.normverk.snomed;

import java.util.ArrayList;
import java.util.List;
import no.normverk.terminology.Languages;
import no.normverk.terminology.Term;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the term to show in a caller's languages: language by language the preferred synonym of its dialects, then a name in
 * that language; when none is found, nynorsk falls back to bokmål, and everything to the edition's own display.
 */
final class TermChoice {

    /** One language range, and the dialects it leads to. */
    private record Wanted(String range, int[] dialects) {}

    private record Resolved(Languages languages, List<Wanted> wanted, int[] fallback) {}

    private final Descriptions descriptions;
    private final Dialects dialects;
    /** The languages asked for last: a caller asks for many concepts in the same ones. */
    private volatile @Nullable Resolved last;

    TermChoice(Descriptions descriptions, Dialects dialects) {
        this.descriptions = descriptions;
        this.dialects = dialects;
    }

    /** @param display the description to show when nothing is asked for, or -1 */
    @Nullable Term choose(int concept, int display, Languages languages) {
        if (languages.isEmpty()) {
            return display < 0 ? null : term(display, descriptions.language(display), true);
        }
        Resolved resolved = resolve(languages);
        for (Wanted wanted : resolved.wanted) {
            Term term = inDialects(concept, wanted.dialects, true);
            if (term == null) {
                term = inLanguage(concept, wanted);
            }
            if (term != null) {
                return term;
            }
        }
        if (!languages.fallback()) {
            return null;
        }
        Term term = inDialects(concept, resolved.fallback, false);
        return term != null || display < 0 ? term : term(display, descriptions.language(display), false);
    }

    private Resolved resolve(Languages languages) {
        Resolved known = last;
        if (known != null && known.languages.equals(languages)) {
            return known;
        }
        List<Wanted> wanted = new ArrayList<>();
        boolean nynorsk = false;
        for (String range : languages.ranges()) {
            int[] found = dialects.of(range);
            wanted.add(new Wanted(range, found));
            nynorsk |= Languages.matches("nn", range) || (found.length > 0 && dialects.language(found[0]).equals("nn"));
        }
        Resolved resolved = new Resolved(languages, wanted, nynorsk ? dialects.of("nb") : new int[0]);
        last = resolved;
        return resolved;
    }

    private @Nullable Term inDialects(int concept, int[] wanted, boolean asked) {
        for (int dialect : wanted) {
            int description = descriptions.preferredSynonym(concept, dialect);
            if (description >= 0) {
                return term(description, language(description, dialect), asked);
            }
        }
        return null;
    }

    /** A text said only to be Norwegian is in the form whose reference set prefers it. */
    private String language(int description, int dialect) {
        String language = descriptions.language(description);
        boolean norwegian = language.equals("no") || language.equals("nb") || language.equals("nn");
        String ofDialect = dialects.language(dialect);
        return norwegian && !ofDialect.equals("en") ? ofDialect : language;
    }

    /** For a language without dialects here any name will do; for one with dialects the fully specified name. */
    private @Nullable Term inLanguage(int concept, Wanted wanted) {
        int synonym = -1;
        for (int i = descriptions.start(concept); i < descriptions.end(concept); i++) {
            if (!descriptions.isActive(i) || !Languages.matches(wanted.range, descriptions.language(i))) {
                continue;
            }
            if (descriptions.type(i) == Sctid.FULLY_SPECIFIED_NAME && wanted.dialects.length > 0) {
                return term(i, descriptions.language(i), true);
            }
            if (descriptions.type(i) == Sctid.SYNONYM && synonym < 0) {
                synonym = i;
            }
        }
        return synonym < 0 || wanted.dialects.length > 0 ? null : term(synonym, descriptions.language(synonym), true);
    }

    private Term term(int description, String language, boolean asked) {
        return new Term(descriptions.stored(description), language, asked);
    }
}
