package no.normverk.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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

    private static final Pattern SPAN = Pattern.compile("(\\d{1,3})\\s*-\\s*(\\d{1,3})");

    /** The provision as a Norwegian reader would cite it. */
    public String citation() {
        StringBuilder text = new StringBuilder(regulation);
        section.ifPresent(value -> text.append(" § ").append(value));
        letter.ifPresent(value -> text.append(" bokstav ").append(value));
        number.ifPresent(value -> text.append(" nr. ").append(value));
        return text.toString();
    }

    /**
     * Every way in which people cite the provision within its regulation, from the whole paragraph to the number and letter: {@code § 6}, {@code § 6 nr. 5} (of a span that holds 5 too),
     * {@code § 5 bokstav a}, {@code § 5 a}.
     */
    public List<String> citationsWithin() {
        List<String> citations = new ArrayList<>();
        String whole = section.orElse("");
        Set<String> sections = new LinkedHashSet<>(List.of(whole, whole.replaceFirst(",.*", "")));
        for (String one : whole.isEmpty() ? Set.<String>of() : sections) {
            citations.add("§ " + one);
            for (String lettered : withLetter("§ " + one)) {
                citations.add(lettered);
                numbers().forEach(nr -> citations.add(lettered + " nr. " + nr));
            }
            numbers().forEach(nr -> citations.add("§ " + one + " nr. " + nr));
            numbers().forEach(nr -> citations.addAll(withLetter("§ " + one + " nr. " + nr)));
        }
        return List.copyOf(citations);
    }

    private List<String> withLetter(String citation) {
        return letter.map(value -> List.of(citation + " bokstav " + value, citation + " " + value)).orElse(List.of());
    }

    private List<String> numbers() {
        List<String> numbers = new ArrayList<>();
        number.ifPresent(written -> {
            numbers.add(written);
            Matcher span = SPAN.matcher(written);
            if (span.matches()) {
                IntStream.rangeClosed(Integer.parseInt(span.group(1)), Integer.parseInt(span.group(2))).mapToObj(Integer::toString).forEach(numbers::add);
            }
        });
        return numbers;
    }
}
