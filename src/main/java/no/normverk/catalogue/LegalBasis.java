package no.normverk.catalogue;

import java.util.Optional;
import no.normverk.authoring.PartialDate;

/**
 * The provision an obligation rests on (hjemmel).
 *
 * @param regulation the regulation's name
 * @param reference its number in Norsk Lovtidend, such as {@code FOR-2015-07-01-853}, where known
 * @param section the paragraph (§), without the sign
 * @param number the number (nr.) within the paragraph, or a span of them such as {@code 4-8}
 * @param letter the letter (bokstav) within the paragraph
 * @param inForceFrom when the provision took effect
 */
public record LegalBasis(
        String regulation,
        Optional<String> reference,
        Optional<String> section,
        Optional<String> number,
        Optional<String> letter,
        Optional<PartialDate> inForceFrom) {

    /** The provision as a Norwegian reader would cite it. */
    public String citation() {
        StringBuilder text = new StringBuilder(regulation);
        section.ifPresent(value -> text.append(" § ").append(value));
        letter.ifPresent(value -> text.append(" bokstav ").append(value));
        number.ifPresent(value -> text.append(" nr. ").append(value));
        return text.toString();
    }
}
