package no.normverk.fhir.catalogue.operation;

import java.util.ArrayList;
import java.util.List;
import no.normverk.catalogue.requirement.Requirement;
import no.normverk.catalogue.requirement.Requirement.Alternative;
import no.normverk.catalogue.requirement.RequirementStatus;

/**
 * What a requirement rests on and how it stands: all that is told of it whoever asks, and on whichever day it stands so. Two are equal
 * when they rest on the very same decisions, for comparing what decisions say would cost more than writing it.
 */
final class Standing {

    private final RequirementStatus status;
    private final Object[] decisions;
    private final int hash;

    private Standing(RequirementStatus status, Object[] decisions) {
        this.status = status;
        this.decisions = decisions;
        int combined = status.ordinal();
        for (Object decision : decisions) {
            combined = 31 * combined + System.identityHashCode(decision);
        }
        this.hash = combined;
    }

    static Standing of(Requirement requirement) {
        List<Object> decisions = new ArrayList<>(4);
        decisions.add(requirement.obligation());
        for (Alternative alternative : requirement.alternatives()) {
            decisions.add(alternative.product());
            decisions.addAll(alternative.obligations());
        }
        return new Standing(requirement.status(), decisions.toArray());
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the very same decisions
    public boolean equals(Object object) {
        if (!(object instanceof Standing other) || other.status != status || other.decisions.length != decisions.length) {
            return false;
        }
        for (int i = 0; i < decisions.length; i++) {
            if (other.decisions[i] != decisions[i]) {
                return false;
            }
        }
        return true;
    }
}
