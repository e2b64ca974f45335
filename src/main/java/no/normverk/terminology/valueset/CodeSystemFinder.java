package no.normverk.terminology.valueset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Message;
import no.normverk.terminology.Registry;
import no.normverk.terminology.TerminologyException;
import no.normverk.terminology.memory.SupplementedCodeSystem;
import org.jspecify.annotations.Nullable;

/** Finds code system versions for one request, seen together with the supplements that the request or its value set asks for. */
public final class CodeSystemFinder {

    private final Registry registry;
    private final List<CodeSystemVersion> supplements;
    private final Map<CodeSystemVersion, CodeSystemVersion> supplemented = new HashMap<>();
    private final Map<Canonical, CodeSystemVersion> extended = new HashMap<>();

    private CodeSystemFinder(Registry registry, List<CodeSystemVersion> supplements) {
        this.registry = registry;
        this.supplements = supplements;
    }

    /**
     * A finder that uses the supplements named.
     *
     * @throws TerminologyException when one of them is not there
     */
    public static CodeSystemFinder of(Registry registry, List<Canonical> supplements) {
        List<CodeSystemVersion> found = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Canonical canonical : supplements) {
            CodeSystemVersion supplement = registry.codeSystem(canonical.url(), canonical.version());
            if (supplement == null || supplement.header().supplements() == null) {
                missing.add(canonical.toString());
            } else if (!found.contains(supplement)) {
                found.add(supplement);
            }
        }
        if (!missing.isEmpty()) {
            throw new TerminologyException(Issue.error(
                    "not-found",
                    "not-found",
                    Message.of("VALUESET_SUPPLEMENT_MISSING", String.join(", ", missing)),
                    null));
        }
        return new CodeSystemFinder(registry, found);
    }

    public Registry registry() {
        return registry;
    }

    /** The best version that matches, with its supplements and the expressions understood so far; a supplement itself is not a code system. */
    public @Nullable CodeSystemVersion find(String url, @Nullable String version) {
        CodeSystemVersion system = registry.codeSystem(url, version);
        if (system == null || system.header().supplements() != null) {
            return null;
        }
        CodeSystemVersion known = extended.isEmpty() ? null : extended.get(system.header().canonical());
        return known != null ? known : withSupplements(system);
    }

    /**
     * The version with the concepts that codes stand for by its grammar. Concepts understood earlier for the same version keep their ordinals, so that sets of one request stay
     * comparable.
     */
    public CodeSystemVersion understanding(CodeSystemVersion system, Collection<String> codes) {
        if (!system.hasGrammar()) {
            return system;
        }
        CodeSystemVersion latest = extended.getOrDefault(system.header().canonical(), system);
        CodeSystemVersion more = latest.withExpressions(codes);
        if (more != latest) {
            extended.put(system.header().canonical(), more);
        }
        return more;
    }

    /** Whether two are the same version of the same code system, whatever expressions each understands. */
    public static boolean isSame(@Nullable CodeSystemVersion first, @Nullable CodeSystemVersion second) {
        return first == second
                || (first != null
                        && second != null
                        && first.hasGrammar()
                        && first.header().canonical().equals(second.header().canonical()));
    }

    private CodeSystemVersion withSupplements(CodeSystemVersion system) {
        if (supplements.isEmpty()) {
            return system;
        }
        return supplemented.computeIfAbsent(system, base -> {
            List<CodeSystemVersion> fitting = supplements.stream()
                    .filter(supplement -> isFor(supplement, base))
                    .toList();
            return fitting.isEmpty() ? base : new SupplementedCodeSystem(base, fitting);
        });
    }

    private static boolean isFor(CodeSystemVersion supplement, CodeSystemVersion base) {
        Canonical target = supplement.header().supplements();
        return target != null
                && target.url().equals(base.header().url())
                && (target.version() == null || target.version().equals(base.header().version()));
    }
}
