package no.normverk.catalogue.requirement;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import no.normverk.catalogue.Claim;
import no.normverk.catalogue.NormativeProduct;
import no.normverk.catalogue.requirement.Requirement.Alternative;
import no.normverk.catalogue.requirement.Requirement.NextChange;

/**
 * What a system supports, held against what is required. Nothing of it is stored: when an obligation moves, the next answer
 * moves with it.
 */
public final class GapAnalysis {

    private final ObligationIndex index;
    private final RequiredStandards required;

    /** @param index what to answer from */
    public GapAnalysis(ObligationIndex index) {
        this.index = index;
        this.required = new RequiredStandards(index);
    }

    /** How far the claims cover what is required. */
    public GapAnswer analyse(RequirementQuery query, List<Claim> claims) {
        RequirementAnswer answer = required.find(query);
        // Met entries look at the same later days again and again.
        Map<LocalDate, List<Requirement>> later = new HashMap<>();
        Set<Claim> asked = new HashSet<>();
        Set<String> missing = new HashSet<>();
        answer.requirements().stream()
                .filter(requirement -> covering(requirement, claims, query.date()).isEmpty())
                .forEach(requirement -> missing.add(requirement.id()));
        List<Coverage> coverages = answer.requirements().stream()
                .map(requirement -> {
                    claims.stream().filter(claim -> isAsked(claim, requirement)).forEach(asked::add);
                    return coverage(query, requirement, claims, missing, later);
                })
                .toList();
        return new GapAnswer(coverages, claims.stream().filter(claim -> !asked.contains(claim)).toList(), answer.leftOut());
    }

    private static boolean isAsked(Claim claim, Requirement requirement) {
        return claim.direction().map(requirement.direction()::equals).orElse(true)
                && requirement.alternatives().stream().anyMatch(alternative -> alternative.product().key().equals(claim.product()));
    }

    private Coverage coverage(
            RequirementQuery query,
            Requirement requirement,
            List<Claim> claims,
            Set<String> missing,
            Map<LocalDate, List<Requirement>> later) {
        List<NormativeProduct> by = covering(requirement, claims, query.date());
        if (by.isEmpty()) {
            return new Coverage(requirement, uncovered(requirement), by, Optional.empty());
        }
        Optional<LocalDate> until = coveredUntil(query, requirement, claims, missing, later);
        if (until.isPresent()) {
            return new Coverage(requirement, Coverage.Kind.MET_UNTIL, by, until);
        }
        boolean whole = by.size() == requirement.alternatives().size();
        return new Coverage(requirement, whole ? Coverage.Kind.MET : Coverage.Kind.MET_BY_ALTERNATIVE, by, until);
    }

    private static Coverage.Kind uncovered(Requirement requirement) {
        return switch (requirement.status()) {
            case BINDING -> Coverage.Kind.MISSING;
            case EXEMPT -> Coverage.Kind.EXEMPT;
            case PERMITTED, UNDATED -> Coverage.Kind.NOT_REQUIRED;
        };
    }

    private static List<NormativeProduct> covering(Requirement requirement, List<Claim> claims, LocalDate day) {
        return requirement.alternatives().stream()
                .map(Alternative::product)
                .filter(product -> claims.stream().anyMatch(claim -> claim.covers(product.key(), requirement.direction(), day)))
                .toList();
    }

    /** The day before the first on which something more of the same line is required, no less strongly, and not covered. */
    private Optional<LocalDate> coveredUntil(
            RequirementQuery query,
            Requirement requirement,
            List<Claim> claims,
            Set<String> missing,
            Map<LocalDate, List<Requirement>> later) {
        Set<String> line = line(requirement);
        TreeSet<LocalDate> days = new TreeSet<>();
        requirement.next().map(NextChange::date).ifPresent(days::add);
        claims.stream()
                .filter(claim -> line.contains(claim.product()))
                .flatMap(claim -> claim.until().stream())
                .map(end -> end.latest().plusDays(1))
                .filter(day -> day.isAfter(query.date()))
                .forEach(days::add);
        for (LocalDate day = days.pollFirst(); day != null; day = days.pollFirst()) {
            LocalDate then = day;
            List<Requirement> same = later.computeIfAbsent(then, at -> required.find(query.on(at)).requirements()).stream()
                    .filter(other -> other.direction() == requirement.direction())
                    .filter(other -> other.level().compareTo(requirement.level()) >= 0 && !missing.contains(other.id()))
                    .filter(other -> other.alternatives().stream().anyMatch(one -> line.contains(one.product().key())))
                    .toList();
            if (same.stream().anyMatch(other ->
                    other.status() == RequirementStatus.BINDING && covering(other, claims, then).isEmpty())) {
                return Optional.of(then.minusDays(1));
            }
            same.stream().flatMap(other -> other.next().stream()).map(NextChange::date).forEach(days::add);
        }
        return Optional.empty();
    }

    /** The products of the requirement and those that take their place. */
    private Set<String> line(Requirement requirement) {
        Set<String> line = new HashSet<>();
        for (Alternative alternative : requirement.alternatives()) {
            line.add(alternative.product().key());
            line.addAll(index.source().catalogue().replacedBy(alternative.product().key()));
        }
        return line;
    }
}
