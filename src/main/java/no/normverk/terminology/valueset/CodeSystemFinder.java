package no.normverk.terminology.valueset;

import java.util.ArrayList;
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

    /** The best version that matches, with its supplements; a supplement itself is not a code system. */
    public @Nullable CodeSystemVersion find(String url, @Nullable String version) {
        CodeSystemVersion system = registry.codeSystem(url, version);
        return system == null || system.header().supplements() != null ? null : withSupplements(system);
    }

    /** All versions, the default first, each with its supplements. */
    public List<CodeSystemVersion> versions(String url) {
        return registry.codeSystemVersions(url).stream()
                .filter(system -> system.header().supplements() == null)
                .map(this::withSupplements)
                .toList();
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
