package no.normverk.snomed;

import it.unimi.dsi.fastutil.ints.IntLinkedOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.normverk.terminology.Designation;
import no.normverk.terminology.Languages;
import no.normverk.terminology.Term;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the term to show in a caller's languages: language by language the preferred synonym of its dialects, then a name in
 * that language; when none is found, a dialect falls back to the other dialects of its language, nynorsk to bokmål and bokmål to
 * nynorsk, and everything to the edition's own display.
 */
final class TermChoice {

    /** One language range, and the dialects it leads to. */
    private record Wanted(String range, int[] dialects) {}

    private record Resolved(Languages languages, List<Wanted> wanted, int[] fallback) {}

    /** Who reads one form of Norwegian reads the other. */
    private static final Map<String, String> SIBLING = Map.of("nn", "nb", "nb", "nn");

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
        IntLinkedOpenHashSet fallback = new IntLinkedOpenHashSet();
        for (String range : languages.ranges()) {
            Wanted found = new Wanted(range, dialects.of(range));
            wanted.add(found);
            String language = language(found);
            fallback.addAll(IntList.of(dialects.of(language)));
            fallback.addAll(IntList.of(dialects.of(SIBLING.getOrDefault(language, language))));
        }
        Resolved resolved = new Resolved(languages, wanted, fallback.toIntArray());
        last = resolved;
        return resolved;
    }

    /** The language of a range: that of its dialect, for {@code no-x-91000202106} is nynorsk; or its first subtag. */
    private String language(Wanted wanted) {
        if (wanted.dialects.length > 0) {
            return dialects.language(wanted.dialects[0]);
        }
        int end = wanted.range.indexOf('-');
        return (end < 0 ? wanted.range : wanted.range.substring(0, end)).toLowerCase(Locale.ROOT);
    }

    /** Whether a text serves one of the languages: it is accepted in the dialect asked for, or in the language. */
    boolean serves(Designation designation, Languages languages) {
        for (Wanted wanted : resolve(languages).wanted) {
            if (dialects.isDialect(wanted.range) ? isAcceptedIn(designation, wanted.dialects)
                    : Languages.matches(wanted.range, designation.language())) {
                return true;
            }
        }
        return false;
    }

    private boolean isAcceptedIn(Designation designation, int[] wanted) {
        return designation.acceptability().stream().anyMatch(standing -> Arrays.stream(wanted)
                .anyMatch(dialect -> dialects.tag(dialect).equals(standing.dialect())));
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
