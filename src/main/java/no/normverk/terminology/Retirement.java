package no.normverk.terminology;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a concept is no longer to be used, and what takes its place, as far as its code system says.
 *
 * @param reason why, as the code system words it, or {@code null} when it does not say
 * @param successors what takes its place; more than one when it depends
 */
public record Retirement(@Nullable Coding reason, List<Successor> successors) {

    /** Nothing is known. */
    public static final Retirement UNKNOWN = new Retirement(null, List.of());

    /**
     * What takes a concept's place.
     *
     * @param code its code, in the same code system
     * @param association how the two are associated, such as SNOMED CT's {@code SAME AS} or {@code POSSIBLY EQUIVALENT TO}
     */
    public record Successor(String code, Coding association) {}

    /** How a code system associates a concept with one that simply replaces it. */
    public static final Coding REPLACED_BY = Coding.of("http://normverk.no/fhir/CodeSystem/assosiasjon", "replaced-by", "replaced by");
}
