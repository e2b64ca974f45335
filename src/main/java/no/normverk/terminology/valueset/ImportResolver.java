package no.normverk.terminology.valueset;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Message;
import no.normverk.terminology.Registry;
import no.normverk.terminology.TerminologyException;
import org.jspecify.annotations.Nullable;

/** Finds the value sets that others import. */
public final class ImportResolver {

    private final Registry registry;
    private final EvaluationSettings settings;

    public ImportResolver(Registry registry, EvaluationSettings settings) {
        this.registry = registry;
        this.settings = settings;
    }

    /**
     * The value set that another imports: one contained in it, the version it names, the caller's default version, or the best.
     *
     * @throws TerminologyException when there is no such value set
     */
    public ValueSetDefinition resolve(ValueSetDefinition importing, Canonical canonical) {
        ValueSetDefinition found = find(importing, canonical);
        if (found != null) {
            return found;
        }
        String pinned = pinned(canonical);
        Message message = canonical.version() == null && pinned != null
                ? Message.of("VS_EXP_IMPORT_UNK_PINNED", canonical.url(), pinned)
                : Message.of("Unable_to_resolve_value_Set_", canonical.toString());
        throw new TerminologyException(Issue.error("not-found", "not-found", message, null));
    }

    private @Nullable ValueSetDefinition find(ValueSetDefinition importing, Canonical canonical) {
        if (canonical.url().startsWith("#")) {
            return importing.contained().get(canonical.url().substring(1));
        }
        return registry.valueSet(canonical.url(), pinned(canonical));
    }

    private @Nullable String pinned(Canonical canonical) {
        return canonical.version() != null ? canonical.version() : defaultVersion(canonical.url());
    }

    private @Nullable String defaultVersion(String url) {
        return settings.valueSetVersions().stream()
                .filter(canonical -> canonical.url().equals(url))
                .map(Canonical::version)
                .findFirst()
                .orElse(null);
    }

    /**
     * Follows all imports, of excludes too, to see that none leads back.
     *
     * @throws TerminologyException when one does; imports that are missing are somebody else's to tell
     */
    public void checkNotCircular(ValueSetDefinition valueSet) {
        if (importsSome(valueSet.includes()) || importsSome(valueSet.excludes())) {
            follow(valueSet, new ImportPath(), Collections.newSetFromMap(new IdentityHashMap<>()));
        }
    }

    private static boolean importsSome(List<Include> includes) {
        for (Include include : includes) {
            if (!include.valueSets().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private void follow(ValueSetDefinition valueSet, ImportPath path, Set<ValueSetDefinition> done) {
        if (done.contains(valueSet)) {
            return;
        }
        path.enter(valueSet);
        for (List<Include> includes : List.of(valueSet.includes(), valueSet.excludes())) {
            for (Include include : includes) {
                for (Canonical canonical : include.valueSets()) {
                    ValueSetDefinition imported = find(valueSet, canonical);
                    if (imported != null) {
                        follow(imported, path, done);
                    }
                }
            }
        }
        path.leave();
        done.add(valueSet);
    }

    /**
     * Whether an exclude removes codes from other code system versions than its own ({@code versionsMatch}). A value set can say so with an expansion parameter. Where it
     * says nothing, an exclude of a version from which nothing is included can only be meant to remove codes whatever their version, and does so.
     *
     * @param excludedVersionIncluded whether something is included from the version that the exclude names
     */
    public static boolean excludesAcross(ValueSetDefinition valueSet, boolean excludedVersionIncluded) {
        String asked = valueSet.expansionParameters().get("versionsMatch");
        return asked == null ? !excludedVersionIncluded : asked.equals("true");
    }

    /** Whether a value set's author asks that the same code in two versions counts as one. */
    static boolean mergesVersions(ValueSetDefinition valueSet) {
        return "true".equals(valueSet.expansionParameters().get("versionsMatch"));
    }
}
