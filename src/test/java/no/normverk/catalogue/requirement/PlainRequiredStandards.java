package no.normverk.catalogue.requirement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import no.normverk.authoring.PartialDate;
import no.normverk.catalogue.Direction;
import no.normverk.catalogue.Exemption;
import no.normverk.catalogue.NormativeProduct;
import no.normverk.catalogue.Obligation;
import no.normverk.catalogue.requirement.Requirement.Alternative;
import no.normverk.catalogue.requirement.Requirement.Change;
import no.normverk.catalogue.requirement.Requirement.ChangeKind;
import no.normverk.catalogue.requirement.Requirement.NextChange;
import no.normverk.catalogue.requirement.Requirement.Reason;

/** What is required, found by looking at every decision and every member one by one: slow, and plain enough to be seen to be right. */
final class PlainRequiredStandards {

    private record Match(List<Integer> rows, BitSet members) {}

    private final ObligationIndex index;
    private final Exemptions exemptions;

    PlainRequiredStandards(ObligationIndex index) {
        this.index = index;
        this.exemptions = new Exemptions(index.source());
    }

    RequirementAnswer find(RequirementQuery query, int offset, int count) {
        BitSet asked = index.atoms(query.actors());
        Map<String, NormativeProduct> leftOut = new LinkedHashMap<>();
        Map<Integer, List<Integer>> byRequirement = new LinkedHashMap<>();
        IntStream.range(0, index.size()).filter(row -> isAsked(query, asked, row) && status(query, row) >= 0).forEach(row -> {
            if (index.timelines().isGone(row)) {
                leftOut.putIfAbsent(index.product(row).key(), index.product(row));
            } else {
                byRequirement.computeIfAbsent(index.requirement(row), none -> new ArrayList<>()).add(row);
            }
        });
        List<Requirement> all = new ArrayList<>();
        byRequirement.values().forEach(rows -> split(query, rows, asked).forEach(match -> all.add(requirement(query, match))));
        List<Requirement> page = all.stream().skip(offset).limit(count).toList();
        return new RequirementAnswer(all.size(), page, List.copyOf(leftOut.values()));
    }

    private boolean isAsked(RequirementQuery query, BitSet asked, int row) {
        Obligation obligation = index.obligation(row);
        return index.bound(row).intersects(asked)
                && (query.directions().isEmpty() || query.directions().contains(obligation.direction()))
                && (query.topics().isEmpty() || index.product(row).topics().stream().anyMatch(query.topics()::contains))
                && query.levelMin().map(level -> obligation.level().compareTo(level) >= 0).orElse(true);
    }

    private int status(RequirementQuery query, int row) {
        return index.timelines().status(row, Timelines.day(query.date()), Timelines.day(query.asOf()));
    }

    private static List<Object> said(Obligation decision) {
        return List.of(
                decision.level(), decision.mayFrom(), decision.mustFrom(), decision.until(), decision.condition(), decision.legalBasis(),
                decision.decidedBy(), decision.decidedOn());
    }

    /** In a group, members to whom the strongest decision on each product says the same are told together; any other requirement is told once. */
    private List<Match> split(RequirementQuery query, List<Integer> rows, BitSet asked) {
        if (index.obligation(rows.getFirst()).alternativeGroup().isEmpty()) {
            BitSet members = new BitSet();
            rows.forEach(row -> members.or(index.bound(row)));
            members.and(asked);
            return List.of(new Match(rows, members));
        }
        Map<Map<String, Object>, Match> byAlternatives = new LinkedHashMap<>();
        asked.stream().forEach(member -> {
            List<Integer> binding = rows.stream().filter(row -> index.bound(row).get(member)).toList();
            if (!binding.isEmpty()) {
                Map<String, Object> told = new TreeMap<>();
                alternatives(query, binding).forEach(one -> told.put(one.product().key(), List.of(one.status(), said(one.obligation()))));
                Match same = byAlternatives.computeIfAbsent(told, none -> new Match(new ArrayList<>(), new BitSet()));
                same.members().set(member);
                binding.stream().filter(row -> !same.rows().contains(row)).forEach(same.rows()::add);
            }
        });
        byAlternatives.values().forEach(same -> same.rows().sort(Integer::compare));
        return List.copyOf(byAlternatives.values());
    }

    private Requirement requirement(RequirementQuery query, Match match) {
        int first = match.rows().getFirst();
        List<Alternative> alternatives = alternatives(query, match.rows());
        RequirementStatus status = alternatives.stream().map(Alternative::status).max(RequirementStatus::compareTo).orElseThrow();
        List<Exemption> holding = index.source().exemptions().stream()
                .filter(exemption -> Exemptions.holds(exemption, query.date(), query.asOf()))
                .toList();
        List<Exemption> applying =
                exemptions.applying(holding, query, alternatives, index.obligation(first).direction(), match.members());
        if (status == RequirementStatus.BINDING && exemptions.freeWholly(applying, match.members())) {
            status = RequirementStatus.EXEMPT;
        }
        return new Requirement(
                index.id(index.requirement(first)), status, alternatives, reasons(query, match), applying, next(query, match, applying));
    }

    private List<Alternative> alternatives(RequirementQuery query, List<Integer> rows) {
        Map<String, List<Integer>> byProduct = new LinkedHashMap<>();
        // The order is that of the first decision on each product that holds for anybody.
        IntStream.range(0, index.size())
                .filter(row -> index.requirement(row) == index.requirement(rows.getFirst()) && status(query, row) >= 0)
                .forEach(row -> byProduct.put(index.product(row).key(), new ArrayList<>()));
        rows.forEach(row -> byProduct.computeIfAbsent(index.product(row).key(), none -> new ArrayList<>()).add(row));
        return byProduct.values().stream()
                .filter(own -> !own.isEmpty())
                .map(own -> alternative(query, own))
                .toList();
    }

    private Alternative alternative(RequirementQuery query, List<Integer> own) {
        int speaking = own.stream()
                .max(Comparator.<Integer>comparingInt(row -> status(query, row))
                        .thenComparing(row -> index.obligation(row).level())
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
        List<Obligation> obligations = new ArrayList<>(List.of(index.obligation(speaking)));
        own.stream().filter(row -> row != speaking).map(index::obligation).forEach(obligations::add);
        return new Alternative(index.product(speaking), obligations, RequirementStatus.values()[status(query, speaking)]);
    }

    private List<Reason> reasons(RequirementQuery query, Match match) {
        List<Reason> reasons = new ArrayList<>();
        for (String actor : query.actors()) {
            BitSet own = index.actors().atoms(actor);
            Set<String> told = new LinkedHashSet<>();
            for (int row : match.rows()) {
                BitSet members = (BitSet) own.clone();
                members.and(index.bound(row));
                members.and(match.members());
                if (!members.isEmpty() && told.add(index.obligation(row).actor())) {
                    List<String> codes = members.stream().mapToObj(atom -> index.actors().ofAtom(atom).code()).toList();
                    reasons.add(new Reason(actor, index.obligation(row).actor(), members.equals(own) ? List.of() : codes));
                }
            }
        }
        return reasons;
    }

    /** Every boundary after the day of everything related, of which the earliest counts. */
    private Optional<NextChange> next(RequirementQuery query, Match match, List<Exemption> applying) {
        TreeMap<Integer, List<Change>> byDay = new TreeMap<>();
        int first = match.rows().getFirst();
        for (int row : related(query, first)) {
            boolean concerned = index.obligation(row).direction() == direction(match) && index.bound(row).intersects(match.members());
            if (concerned && index.timelines().stands(row, Timelines.day(query.asOf()))) {
                addBoundaries(byDay, row, Timelines.day(query.asOf()));
            }
        }
        applying.forEach(exemption -> exemption.until()
                .map(PartialDate::latest)
                .ifPresent(last -> add(byDay, Timelines.day(last) + 1, ChangeKind.EXEMPTION_ENDS, first)));
        byDay.remove(Timelines.NEVER);
        return Optional.ofNullable(byDay.higherEntry(Timelines.day(query.date())))
                .map(earliest -> new NextChange(LocalDate.ofEpochDay(earliest.getKey()), earliest.getValue()));
    }

    private Direction direction(Match match) {
        return index.obligation(match.rows().getFirst()).direction();
    }

    private Set<Integer> related(RequirementQuery query, int first) {
        Set<String> products = new LinkedHashSet<>();
        IntStream.range(0, index.size())
                .filter(row -> index.requirement(row) == index.requirement(first))
                .filter(row -> index.timelines().known(row) <= Timelines.day(query.asOf()))
                .forEach(row -> products.add(index.product(row).key()));
        List.copyOf(products).forEach(product -> products.addAll(index.source().catalogue().replacedBy(product)));
        Set<Integer> related = new LinkedHashSet<>();
        products.forEach(product -> IntStream.range(0, index.size())
                .filter(row -> index.product(row).key().equals(product))
                .forEach(related::add));
        return related;
    }

    private void addBoundaries(Map<Integer, List<Change>> byDay, int row, int asOf) {
        Timelines timelines = index.timelines();
        int end = timelines.end(row);
        int withdrawn = timelines.withdrawn(row, asOf);
        int last = Math.min(end, withdrawn == Timelines.NEVER ? Timelines.NEVER : withdrawn - 1);
        if (!timelines.isUndated(row) && timelines.may(row) <= last && timelines.may(row) < timelines.begin(row)) {
            add(byDay, timelines.may(row), ChangeKind.BECOMES_PERMITTED, row);
        }
        if (!timelines.isUndated(row) && timelines.announcedBegin(row) <= last) {
            add(byDay, timelines.announcedBegin(row), ChangeKind.BEGINS, row);
        }
        if (end != Timelines.NEVER && end + 1 <= withdrawn) {
            add(byDay, end + 1, ChangeKind.ENDS, row);
        }
        if (withdrawn != Timelines.NEVER && withdrawn <= end) {
            add(byDay, withdrawn, ChangeKind.WITHDRAWN, row);
        }
    }

    private void add(Map<Integer, List<Change>> byDay, int day, ChangeKind kind, int row) {
        byDay.computeIfAbsent(day, none -> new ArrayList<>()).add(new Change(kind, index.product(row), index.obligation(row)));
    }
}
