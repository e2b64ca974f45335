package no.normverk.plans;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import no.normverk.plans.Finding.Kind;
import no.normverk.plans.Finding.Replacement;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Coding;
import no.normverk.terminology.ConceptFilter;
import no.normverk.terminology.ConceptSet;
import no.normverk.terminology.FilterOperator;
import no.normverk.terminology.Languages;
import no.normverk.terminology.Registry;
import no.normverk.terminology.TerminologyException;
import no.normverk.terminology.Versions;
import no.normverk.terminology.map.TranslationRequest;
import no.normverk.terminology.map.Translator;
import org.jspecify.annotations.Nullable;

/**
 * Whether plans still hold: their codes in the editions that are loaded, their parents, their dates. A code is compared with the
 * edition before, where one is loaded: a concept that was renamed or moved may no longer mean what the plan meant.
 */
public final class PlanCheck {

    /** ICNP's reference sets in the Norwegian edition, by the kind of element whose codes they hold. */
    private static final Map<ElementKind, String> ICNP = Map.of(
            ElementKind.PROBLEM, "138441000202109",
            ElementKind.GOAL, "138461000202105",
            ElementKind.INTERVENTION, "138451000202107");

    /** The reference sets that tell what became of an inactive concept, closest first, as implicit concept maps name them. */
    private static final Map<String, String> ASSOCIATIONS = associations();

    private static final String IMPLICIT_MAP = PlanCode.SNOMED_CT + "?fhir_cm=";

    private final Registry registry;
    private final GuidingPlans plans;
    private final LocalDate day;
    private final Languages languages;
    private final @Nullable String since;

    /**
     * @param plans all plans, among which parents are looked up
     * @param day the day to check for
     * @param languages for displays
     * @param since the version of the code system to compare with, or {@code null} for the one before the one that answers
     */
    public PlanCheck(Registry registry, GuidingPlans plans, LocalDate day, Languages languages, @Nullable String since) {
        this.registry = registry;
        this.plans = plans;
        this.day = day;
        this.languages = languages;
        this.since = since;
    }

    private static Map<String, String> associations() {
        Map<String, String> associations = new LinkedHashMap<>();
        associations.put("900000000000527005", "same-as");
        associations.put("900000000000526001", "replaced-by");
        associations.put("900000000000523009", "possibly-equivalent-to");
        associations.put("900000000000530003", "alternative");
        return associations;
    }

    /** Everything there is to look at in a plan, its elements in order, then the plan itself. */
    public List<Finding> findings(GuidingPlan plan) {
        List<Finding> findings = new ArrayList<>();
        plan.elements().forEach(element -> check(element, findings));
        plan.derivedFrom().flatMap(parent -> plan.status() == PlanStatus.RETIRED ? Optional.empty() : plans.revisionOf(parent, day))
                .ifPresent(revision -> findings.add(ofPlan(Kind.PARENT_REVISED, revision.canonical().toString())));
        plan.dates()
                .nextReview()
                .filter(review -> plan.status() == PlanStatus.ACTIVE && review.latest().isBefore(day))
                .ifPresent(review -> findings.add(ofPlan(Kind.REVIEW_OVERDUE, review.text())));
        return findings;
    }

    /** Whether every code of the plan is known, and active, in what is loaded. */
    public boolean resolves(GuidingPlan plan) {
        return plan.elements().stream().allMatch(element -> {
            CodeSystemVersion system = registry.codeSystem(element.code().system(), null);
            int concept = system == null ? -1 : system.locate(element.code().code());
            return system != null && concept >= 0 && !system.isInactive(concept);
        });
    }

    private static Finding ofPlan(Kind kind, String detail) {
        return new Finding(kind, Optional.empty(), Optional.empty(), detail, List.of());
    }

    private void check(PlanElement element, List<Finding> findings) {
        CodeSystemVersion system = registry.codeSystem(element.code().system(), null);
        if (system == null) {
            findings.add(of(Kind.SYSTEM_NOT_LOADED, element, element.code().system(), List.of()));
            return;
        }
        String version = String.valueOf(system.header().version());
        int concept = system.locate(element.code().code());
        if (concept < 0) {
            findings.add(of(Kind.UNKNOWN, element, version, List.of()));
            return;
        }
        if (system.isInactive(concept)) {
            findings.add(of(Kind.INACTIVE, element, version, replacements(element.code(), system)));
            return;
        }
        before(system).ifPresent(older -> changes(element, system, concept, older, findings));
        if (isOutsideRefset(element, system, concept)) {
            findings.add(of(Kind.OUTSIDE_REFSET, element, ICNP.get(element.kind()) + " in " + version, List.of()));
        }
    }

    private static Finding of(Kind kind, PlanElement element, String detail, List<Replacement> replacements) {
        return new Finding(kind, Optional.of(element.id()), Optional.of(element.code()), detail, replacements);
    }

    private Optional<CodeSystemVersion> before(CodeSystemVersion system) {
        if (since != null) {
            return Optional.ofNullable(registry.codeSystem(system.header().url(), since));
        }
        return registry.codeSystemVersions(system.header().url()).stream()
                .filter(other -> Versions.compare(other.header().version(), system.header().version()) < 0)
                .max((one, other) -> Versions.compare(one.header().version(), other.header().version()));
    }

    private static void changes(
            PlanElement element, CodeSystemVersion system, int concept, CodeSystemVersion older, List<Finding> findings) {
        int then = older.locate(element.code().code());
        if (then < 0) {
            return;
        }
        List<String> changed = new ArrayList<>();
        String before = String.valueOf(older.display(then));
        String now = String.valueOf(system.display(concept));
        if (!before.equals(now)) {
            changed.add("display '" + before + "' is now '" + now + "'");
        }
        TreeSet<String> parentsBefore = parents(older, then);
        TreeSet<String> parentsNow = parents(system, concept);
        if (!parentsBefore.equals(parentsNow)) {
            changed.add("parents " + parentsBefore + " are now " + parentsNow);
        }
        if (!changed.isEmpty()) {
            findings.add(of(Kind.CHANGED, element, String.join("; ", changed), List.of()));
        }
    }

    private static TreeSet<String> parents(CodeSystemVersion system, int concept) {
        TreeSet<String> parents = new TreeSet<>();
        system.forEachParent(concept, parent -> parents.add(system.code(parent)));
        return parents;
    }

    private List<Replacement> replacements(PlanCode code, CodeSystemVersion system) {
        List<Replacement> replacements = new ArrayList<>();
        ASSOCIATIONS.forEach((refset, association) -> {
            for (Coding target : targets(code, refset)) {
                int concept = target.code() == null ? -1 : system.locate(target.code());
                String display = concept < 0 ? null : display(system, concept);
                replacements.add(new Replacement(new Coding(code.system(), null, target.code(), display), association));
            }
        });
        return replacements;
    }

    private List<Coding> targets(PlanCode code, String refset) {
        try {
            TranslationRequest question = new TranslationRequest(
                    List.of(Coding.of(code.system(), code.code())),
                    new Canonical(IMPLICIT_MAP + refset, null),
                    null,
                    null,
                    null,
                    null,
                    false,
                    List.of(),
                    List.of());
            return new Translator(registry)
                    .translate(question).matches().stream()
                            .filter(match -> match.concept() != null && !match.mapping().isUnmatched())
                            .map(match -> match.concept())
                            .toList();
        } catch (TerminologyException noSuchMap) {
            // The edition has no associations of this kind.
            return List.of();
        }
    }

    private @Nullable String display(CodeSystemVersion system, int concept) {
        var term = system.term(concept, languages);
        return term == null ? system.display(concept) : term.value();
    }

    /** Where an edition does not have the reference set, nothing can be said. */
    private static boolean isOutsideRefset(PlanElement element, CodeSystemVersion system, int concept) {
        String refset = String.valueOf(ICNP.get(element.kind()));
        if (system.locate(refset) < 0) {
            return false;
        }
        try {
            ConceptSet members = system.filter(new ConceptFilter("concept", FilterOperator.IN, refset));
            return !members.isEmpty() && !members.contains(concept);
        } catch (TerminologyException noRefsets) {
            return false;
        }
    }
}
