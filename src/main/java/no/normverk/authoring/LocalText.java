package no.normverk.authoring;

import java.util.Optional;

/**
 * A text in the languages of authored content. Bokmål is always there; nynorsk and English where someone has written them.
 *
 * @param nb bokmål
 * @param nn nynorsk
 * @param en English
 */
public record LocalText(String nb, Optional<String> nn, Optional<String> en) {

    /** A text known only in bokmål. */
    public static LocalText nb(String nb) {
        return new LocalText(nb, Optional.empty(), Optional.empty());
    }

    /** A text in all three languages. */
    public static LocalText of(String nb, String nn, String en) {
        return new LocalText(nb, Optional.of(nn), Optional.of(en));
    }
}
