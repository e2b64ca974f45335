package no.normverk.plans;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.normverk.authoring.AuthoringException;
import no.normverk.authoring.AuthoringProblem;
import no.normverk.authoring.PartialDate;
import no.normverk.authoring.YamlFolder;
import no.normverk.authoring.YamlMapping;
import no.normverk.terminology.Canonical;

/**
 * Reads the folder of YAML files that guiding plans are authored in: one version of one plan per file. A derived plan writes down
 * only what it has otherwise than its parent; what is read is the whole plan. The whole folder is read before anything is
 * refused, so that an editor sees every problem at once.
 */
public final class PlanReader {

    /** The fields of a plan's file, as in {@code plan.schema.json}. */
    static final String[] FIELDS = {
        "key", "plan", "version", "title", "description", "status", "synthetic", "tier", "careLevels", "publisher", "endorsers",
        "changed", "approved", "reviewed", "effectiveFrom", "effectiveTo", "nextReview", "evidence", "derivedFrom", "predecessor",
        "problems", "zones", "adaptations"
    };

    private final Map<String, YamlMapping> files;
    private final Map<String, GuidingPlan> read = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    private PlanReader(Map<String, YamlMapping> files) {
        this.files = files;
    }

    /**
     * Reads every {@code .yaml} file in the folder and the folders below it.
     *
     * @throws AuthoringException with all problems found, when there are any
     * @throws IOException when the folder or a file in it cannot be read
     */
    public static GuidingPlans read(Path folder) throws IOException {
        List<AuthoringProblem> problems = new ArrayList<>();
        PlanReader reader = new PlanReader(YamlFolder.read(folder, problems));
        reader.files.keySet().forEach(reader::plan);
        if (!problems.isEmpty()) {
            throw new AuthoringException(problems);
        }
        return new GuidingPlans(List.copyOf(reader.read.values()));
    }

    /** The plan of a key, which is a file's; empty when it is being read already, for then plans are derived in a circle. */
    private Optional<GuidingPlan> plan(String key) {
        GuidingPlan done = read.get(key);
        if (done != null) {
            return Optional.of(done);
        }
        YamlMapping fields = files.get(key);
        if (fields == null || !open.add(key)) {
            return Optional.empty();
        }
        GuidingPlan plan = plan(key, fields);
        open.remove(key);
        read.put(key, plan);
        return Optional.of(plan);
    }

    private GuidingPlan plan(String key, YamlMapping fields) {
        fields.allowOnly(FIELDS);
        String name = fields.required("plan");
        String version = fields.required("version");
        fields.key(key);
        if (!key.equals(name + "-" + version)) {
            fields.problem("key", YamlMapping.quoted(key), "the plan and its version, '" + name + "-" + version + "'");
        }
        ElementReader elements = new ElementReader(name, version);
        Optional<GuidingPlan> parent = reference(fields, "derivedFrom", key);
        Content content = parent.map(from -> derived(fields, from, elements)).orElseGet(() -> own(fields, elements));
        GuidingPlan plan = new GuidingPlan(
                key,
                PlanAddress.plan(name, version),
                fields.requiredLocalText("title"),
                fields.localText("description"),
                ElementReader.required(fields, "status", fields.code("status", PlanStatus.class), PlanStatus.DRAFT),
                ElementReader.required(fields, "synthetic", fields.value("synthetic", "true or false", PlanReader::truth), true),
                scope(fields),
                dates(fields),
                fields.mappings("evidence").stream().map(PlanReader::evidence).toList(),
                parent.map(GuidingPlan::canonical),
                predecessor(fields, key, name),
                content.problems(),
                content.zones(),
                content.adaptations());
        checkParent(fields, plan, parent);
        return plan;
    }

    /** What a plan consists of. */
    private record Content(List<Problem> problems, List<Zone> zones, List<Adaptation> adaptations) {}

    private static Content own(YamlMapping fields, ElementReader elements) {
        if (fields.names().contains("adaptations")) {
            fields.problem("adaptations", "a list", "no such field in a plan that is derived from nothing");
        }
        List<Problem> problems = fields.mappings("problems").stream().map(elements::problem).toList();
        if (problems.isEmpty()) {
            fields.problem("problems", "nothing", "at least one problem");
        }
        return new Content(problems, fields.mappings("zones").stream().map(elements::zone).toList(), List.of());
    }

    private static Content derived(YamlMapping fields, GuidingPlan parent, ElementReader elements) {
        for (String whole : List.of("problems", "zones")) {
            if (fields.names().contains(whole)) {
                fields.problem(whole, "a list", "no such field in a derived plan: it has its parent's, and what it has otherwise is under adaptations");
            }
        }
        Derivation derivation = new Derivation(parent, elements);
        fields.mappings("adaptations").forEach(derivation::adapt);
        if (derivation.adaptations().isEmpty()) {
            fields.problem("adaptations", "nothing", "at least one adaptation, or no plan of its own");
        }
        return new Content(derivation.problems(), derivation.zones(), derivation.adaptations());
    }

    private Optional<GuidingPlan> reference(YamlMapping fields, String name, String self) {
        return fields.value(name, "the key of another plan, none that is derived from this one", key -> plan(key).filter(other -> !key.equals(self)));
    }

    private Optional<Canonical> predecessor(YamlMapping fields, String self, String plan) {
        return fields.value("predecessor", "the key of an earlier version of the same plan", key -> Optional.ofNullable(files.get(key))
                .filter(other -> !key.equals(self))
                .filter(other -> other.text("plan").equals(Optional.of(plan)))
                .map(other -> PlanAddress.plan(plan, other.text("version").orElse(""))));
    }

    private static void checkParent(YamlMapping fields, GuidingPlan plan, Optional<GuidingPlan> parent) {
        boolean national = plan.scope().tier() == Tier.NASJONAL;
        if (parent.isEmpty()) {
            return;
        }
        if (national || parent.get().scope().tier() == Tier.LOKAL) {
            fields.problem(
                    "derivedFrom",
                    "a plan of tier " + parent.get().scope().tier().code() + " for one of tier " + plan.scope().tier().code(),
                    "a regional plan from a national one, or a local one from a regional or national one");
        }
    }

    private static GuidingPlan.Scope scope(YamlMapping fields) {
        return new GuidingPlan.Scope(
                ElementReader.required(fields, "tier", fields.code("tier", Tier.class), Tier.LOKAL),
                fields.codes("careLevels", CareLevel.class),
                fields.text("publisher"),
                fields.texts("endorsers"));
    }

    private static GuidingPlan.Dates dates(YamlMapping fields) {
        Optional<PartialDate> from = fields.date("effectiveFrom");
        Optional<PartialDate> to = fields.date("effectiveTo");
        if (from.isPresent() && to.isPresent() && to.get().latest().isBefore(from.get().earliest())) {
            fields.problem("effectiveTo", YamlMapping.quoted(to.get().text()), "a day after effectiveFrom");
        }
        return new GuidingPlan.Dates(
                fields.date("changed"), fields.date("approved"), fields.date("reviewed"), from, to, fields.date("nextReview"));
    }

    private static Evidence evidence(YamlMapping fields) {
        fields.allowOnly("kind", "title", "url");
        return new Evidence(
                ElementReader.required(fields, "kind", fields.code("kind", EvidenceKind.class), EvidenceKind.ERFARING),
                fields.required("title"),
                fields.webAddress("url"));
    }

    private static Optional<Boolean> truth(String written) {
        return switch (written) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
