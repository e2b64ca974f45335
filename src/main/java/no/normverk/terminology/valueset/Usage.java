package no.normverk.terminology.valueset;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Standing;
import no.normverk.terminology.memory.SupplementedCodeSystem;
import org.jspecify.annotations.Nullable;

/** What one evaluation has drawn on, so that the answer can say so. Lives as long as one request; not thread-safe. */
public final class Usage {

    private final Map<String, CodeSystemVersion> codeSystems = new LinkedHashMap<>();
    private final Set<String> valueSets = new LinkedHashSet<>();
    private final Set<String> supplements = new LinkedHashSet<>();
    private final Map<String, Standing> valueSetStandings = new LinkedHashMap<>();
    private final Map<String, Standing> standIns = new LinkedHashMap<>();
    private final Map<String, Set<String>> statedVersions = new HashMap<>();
    private final Set<String> defaultedSystems = new HashSet<>();
    private boolean versionsMatched;
    private Unclosed openGrammar = Unclosed.NO;
    private String grammarSystem = "";
    private @Nullable Canonical commonCodes;

    void codeSystem(CodeSystemVersion system) {
        codeSystems.put(system.header().canonical().toString(), system);
        if (system.original() instanceof SupplementedCodeSystem supplemented) {
            supplemented.supplements().forEach(supplement ->
                    supplements.add(supplement.header().canonical().toString()));
        }
    }

    void valueSet(ValueSetDefinition valueSet, boolean imported) {
        if (imported) {
            valueSets.add(valueSet.canonical().toString());
        }
        valueSetStandings.put(valueSet.canonical().toString(), valueSet.standing());
    }

    /** A value set whose codes are listed for a whole code system. */
    void standIn(ValueSetDefinition valueSet) {
        standIns.put(valueSet.canonical().toString(), valueSet.standing());
    }

    void statedVersion(String system, @Nullable String version) {
        statedVersions.computeIfAbsent(system, s -> new HashSet<>()).add(version == null ? "" : version);
        if (version == null) {
            defaultedSystems.add(system);
        }
    }

    void matchVersions() {
        versionsMatched = true;
    }

    void openGrammar(CodeSystemVersion system, boolean whole) {
        grammarSystem = system.header().url();
        commonCodes = system.commonCodes();
        if (openGrammar != Unclosed.WHOLE_SYSTEM) {
            openGrammar = whole ? Unclosed.WHOLE_SYSTEM : Unclosed.FILTERED;
        }
    }

    /** Whether codes put together by a grammar belong to the value set too, though no expansion can list them. */
    public Unclosed openGrammar() {
        return openGrammar;
    }

    /** The code system with that grammar. */
    public String grammarSystem() {
        return grammarSystem;
    }

    /** The value set that says which of its codes are listed, or {@code null} when they are the system's own concepts. */
    public @Nullable Canonical commonCodes() {
        return commonCodes;
    }

    /** Whether the same code in two versions of a code system was taken for one. */
    public boolean versionsMatched() {
        return versionsMatched;
    }

    /** The code system versions drawn on, by {@code url|version}, in order of first use. */
    public Map<String, CodeSystemVersion> codeSystems() {
        return codeSystems;
    }

    /** The value sets imported, as {@code url|version}. */
    public Set<String> valueSets() {
        return valueSets;
    }

    /** The supplements used, as {@code url|version}. */
    public Set<String> supplements() {
        return supplements;
    }

    /** How far the value sets drawn on can be relied on, by {@code url|version}. */
    public Map<String, Standing> valueSetStandings() {
        return valueSetStandings;
    }

    /** How far the value sets that stand for whole code systems can be relied on, by {@code url|version}. */
    public Map<String, Standing> standIns() {
        return standIns;
    }

    /** Whether the definitions name a system with more than one version, so that a code alone does not tell which is meant. */
    public boolean isVersionAmbiguous(String system) {
        return statedVersions.getOrDefault(system, Set.of()).size() > 1;
    }

    /** Whether some include leaves the version of a system open, so that a default could take effect. */
    public boolean leavesVersionOpen(String system) {
        return defaultedSystems.contains(system);
    }
}
