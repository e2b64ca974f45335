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
import no.normverk.terminology.RespelledCodeSystem;
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

    /**
     * The best version that matches, with its supplements and the expressions understood so far, under the URL asked for; a supplement itself is not a code system.
     *
     * @throws TerminologyException when the URL is one that different code systems claim
     */
    public @Nullable CodeSystemVersion find(String url, @Nullable String version) {
        CodeSystemVersion system = registry.codeSystem(url, version);
        if (system == null) {
            registry.refuseContested(url);
            return null;
        }
        if (system.header().supplements() != null) {
            return null;
        }
        CodeSystemVersion own = system.original();
        CodeSystemVersion known = extended.isEmpty() ? null : extended.get(own.header().canonical());
        return asCalled(known != null ? known : withSupplements(own), system);
    }

    /** A version under the URI under which another was asked for. */
    private static CodeSystemVersion asCalled(CodeSystemVersion version, CodeSystemVersion asked) {
        return asked.original() == version ? asked : RespelledCodeSystem.of(version, asked.header().url());
    }

    /**
     * The version with the concepts that codes stand for by its grammar. Concepts understood earlier for the same version keep their ordinals, so that sets of one request stay
     * comparable.
     */
    public CodeSystemVersion understanding(CodeSystemVersion system, Collection<String> codes) {
        if (!system.hasGrammar()) {
            return system;
        }
        Canonical canonical = system.original().header().canonical();
        CodeSystemVersion latest = extended.getOrDefault(canonical, system.original());
        CodeSystemVersion more = latest.withExpressions(codes);
        if (more != latest) {
            extended.put(canonical, more);
        }
        return asCalled(more, system);
    }

    /** Whether two are the same version of the same code system, under whatever URI it was asked for and whatever expressions each understands. */
    public static boolean isSame(@Nullable CodeSystemVersion first, @Nullable CodeSystemVersion second) {
        if (first == second) {
            return true;
        }
        if (first == null || second == null) {
            return false;
        }
        CodeSystemVersion one = first.original();
        CodeSystemVersion other = second.original();
        return one == other || (one.hasGrammar() && one.header().canonical().equals(other.header().canonical()));
    }

    /** Whether two are versions of the same code system. */
    public static boolean isSameSystem(CodeSystemVersion first, CodeSystemVersion second) {
        return first.original().header().url().equals(second.original().header().url());
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

    private boolean isFor(CodeSystemVersion supplement, CodeSystemVersion base) {
        Canonical target = supplement.header().supplements();
        return target != null
                && registry.isSameSystem(target.url(), base.header().url())
                && (target.version() == null || target.version().equals(base.header().version()));
    }
}
