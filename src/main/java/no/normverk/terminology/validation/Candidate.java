package no.normverk.terminology.validation;

import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.valueset.ConceptReference;
import org.jspecify.annotations.Nullable;

/**
 * A place where a coding could be in a value set: one include, in the code system version that the include, the rules and the coding lead to.
 *
 * @param system the version looked in; where the one wanted is not there, the one to tell of instead; {@code null} when the system is not there at all
 * @param ordinal the concept in it, or -1
 * @param member whether the value set holds it
 * @param reference what the value set says of it
 * @param stated the version that the include states
 * @param wanted the version after the caller's rules
 * @param resolved whether the version wanted is there
 * @param inactiveRefused whether it is no member only because it is inactive
 * @param inactiveAsked whether the value set's author asks for inactive concepts, so that being one is nothing to warn of
 */
record Candidate(
        @Nullable CodeSystemVersion system,
        int ordinal,
        boolean member,
        @Nullable ConceptReference reference,
        @Nullable String stated,
        @Nullable String wanted,
        boolean resolved,
        boolean inactiveRefused,
        boolean inactiveAsked) {

    Candidate asMember(boolean stillMember) {
        return stillMember == member
                ? this
                : new Candidate(system, ordinal, stillMember, reference, stated, wanted, resolved, inactiveRefused, inactiveAsked);
    }

    Candidate refusedAsInactive() {
        return new Candidate(system, ordinal, false, reference, stated, wanted, resolved, true, inactiveAsked);
    }
}
