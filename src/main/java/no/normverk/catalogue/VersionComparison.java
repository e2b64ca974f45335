package no.normverk.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.normverk.authoring.Coded;
import no.normverk.authoring.LocalText;

/**
 * What is different between two products, as a rule two versions of one. Obligations are compared as they stand: decisions that later decisions of the same product have taken the
 * place of are history and are left out. Two obligations are the same one when they bind the same actor in the same direction; of several such, those with the same legal basis are
 * paired first, then those of the same authority, then the rest in the order written.
 */
public final class VersionComparison {

    private static final List<BiPredicate<Obligation, Obligation>> ALIKE = List.of(
            (old, now) -> sameDuty(old, now) && provision(old).equals(provision(now)) && old.decidedBy().equals(now.decidedBy()),
            (old, now) -> sameDuty(old, now) && provision(old).equals(provision(now)),
            (old, now) -> sameDuty(old, now) && old.decidedBy().equals(now.decidedBy()),
            VersionComparison::sameDuty);

    private final NormativeProduct before;
    private final NormativeProduct after;
    private final List<VersionDifference> differences = new ArrayList<>();

    private VersionComparison(NormativeProduct before, NormativeProduct after) {
        this.before = before;
        this.after = after;
    }

    /** The differences: fields, then content, then obligations; nothing when they say the same. */
    public static List<VersionDifference> compare(NormativeProduct before, NormativeProduct after) {
        VersionComparison comparison = new VersionComparison(before, after);
        comparison.fields();
        comparison.content();
        comparison.obligations();
        return List.copyOf(comparison.differences);
    }

    private static boolean sameDuty(Obligation old, Obligation now) {
        return old.actor().equals(now.actor()) && old.direction() == now.direction();
    }

    private static String provision(Obligation obligation) {
        return obligation.legalBasis()
                .map(basis -> basis.section().orElse("") + "/" + basis.number().orElse("") + "/" + basis.letter().orElse(""))
                .orElse("");
    }

    private void fields() {
        field("title", product -> Optional.of(product.title().nb()));
        field("title.nn", product -> product.title().nn());
        field("title.en", product -> product.title().en());
        field("description", product -> product.description().map(LocalText::nb));
        field("version", NormativeProduct::version);
        field("level", product -> product.level().map(Coded::code));
        field("documentType", product -> product.documentType().map(Coded::code));
        field("lifecycle", product -> product.lifecycle().map(Coded::code));
        field("managementPhase", product -> product.phase().map(Coded::code));
        field("publisher", NormativeProduct::publisher);
        field("identifiers", product -> joined(product.identifiers().stream().map(Identifier::toString)));
        field("otherNames", product -> joined(product.otherNames().stream()));
        field("topic", product -> joined(product.topics().stream()));
        field("underlyingStandard", product -> joined(product.underlyingStandards().stream()));
        field("eifLayer", product -> joined(product.layers().stream().map(Coded::code)));
        field("published", product -> product.dates().published().map(Object::toString));
        field("updated", product -> product.dates().updated().map(Object::toString));
        field("withdrawn", product -> product.dates().withdrawn().map(Object::toString));
        field("revisions", product -> joined(product.revisions().stream().map(revision -> revision.date() + " " + revision.text())));
        field("profileOf", product -> joined(product.profileOf().stream()));
        field("address", NormativeProduct::address);
    }

    private static Optional<String> joined(Stream<String> texts) {
        return Optional.of(texts.collect(Collectors.joining("; "))).filter(text -> !text.isEmpty());
    }

    private void field(String name, Function<NormativeProduct, Optional<String>> value) {
        Optional<String> old = value.apply(before);
        Optional<String> now = value.apply(after);
        if (!old.equals(now)) {
            differences.add(VersionDifference.field(name, old, now));
        }
    }

    private void content() {
        for (BoundContent old : before.binds()) {
            Optional<BoundContent> now = find(after, old);
            if (now.isEmpty()) {
                differences.add(VersionDifference.content(VersionDifference.Kind.CONTENT_REMOVED, Optional.of(old), now));
            } else if (!now.get().version().equals(old.version())) {
                differences.add(VersionDifference.content(VersionDifference.Kind.CONTENT_CHANGED, Optional.of(old), now));
            }
        }
        after.binds().stream()
                .filter(now -> find(before, now).isEmpty())
                .forEach(now -> differences.add(
                        VersionDifference.content(VersionDifference.Kind.CONTENT_ADDED, Optional.empty(), Optional.of(now))));
    }

    private static Optional<BoundContent> find(NormativeProduct product, BoundContent wanted) {
        return product.binds().stream()
                .filter(bound -> bound.kind() == wanted.kind() && bound.canonical().equals(wanted.canonical()))
                .findFirst();
    }

    private void obligations() {
        List<Obligation> old = new ArrayList<>(standing(before));
        List<Obligation> now = new ArrayList<>(standing(after));
        for (BiPredicate<Obligation, Obligation> alike : ALIKE) {
            for (Obligation one : List.copyOf(old)) {
                now.stream().filter(other -> alike.test(one, other)).findFirst().ifPresent(other -> {
                    old.remove(one);
                    now.remove(other);
                    compare(one, other);
                });
            }
        }
        old.forEach(one -> differences.add(VersionDifference.obligation(
                VersionDifference.Kind.OBLIGATION_REMOVED, "obligations", Optional.of(one), Optional.empty(), Optional.empty(), Optional.empty())));
        now.forEach(one -> differences.add(VersionDifference.obligation(
                VersionDifference.Kind.OBLIGATION_ADDED, "obligations", Optional.empty(), Optional.of(one), Optional.empty(), Optional.empty())));
    }

    private static List<Obligation> standing(NormativeProduct product) {
        Set<String> superseded = new HashSet<>();
        product.obligations().forEach(obligation -> superseded.addAll(obligation.supersedes()));
        return product.obligations().stream()
                .filter(obligation -> !superseded.contains(obligation.id()))
                .toList();
    }

    private void compare(Obligation old, Obligation now) {
        int raised = now.level().compareTo(old.level());
        if (raised != 0) {
            VersionDifference.Kind kind =
                    raised > 0 ? VersionDifference.Kind.OBLIGATION_RAISED : VersionDifference.Kind.OBLIGATION_LOWERED;
            add(kind, "level", old, now, Optional.of(old.level().code()), Optional.of(now.level().code()));
        }
        moved("mayFrom", old, now, Obligation::mayFrom);
        moved("mustFrom", old, now, Obligation::mustFrom);
        moved("until", old, now, Obligation::until);
    }

    private void moved(String field, Obligation old, Obligation now, Function<Obligation, Optional<Deadline>> deadline) {
        if (!deadline.apply(old).equals(deadline.apply(now))) {
            add(VersionDifference.Kind.OBLIGATION_MOVED, field, old, now, deadline.apply(old).map(VersionComparison::text), deadline.apply(now).map(VersionComparison::text));
        }
    }

    private static String text(Deadline deadline) {
        return switch (deadline) {
            case Deadline.On on -> on.date().text();
            case Deadline.Unknown unknown -> unknown.reason();
        };
    }

    private void add(VersionDifference.Kind kind, String field, Obligation old, Obligation now, Optional<String> from, Optional<String> to) {
        differences.add(VersionDifference.obligation(kind, field, Optional.of(old), Optional.of(now), from, to));
    }
}
