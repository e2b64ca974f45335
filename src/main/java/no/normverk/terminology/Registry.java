package no.normverk.terminology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.normverk.terminology.map.ConceptMapDefinition;
import no.normverk.terminology.naming.Aliases;
import no.normverk.terminology.validity.DatedCodeSystem;
import no.normverk.terminology.validity.Day;
import no.normverk.terminology.valueset.ValueSetDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Everything the engine can answer from at one moment: versions of code systems, value sets and concept maps. Immutable; a request that brings its own
 * resources answers from a registry laid over this one.
 *
 * <p>Which version answers when none is named: one that came with the request before what the server holds; an active one before others; then one of {@link
 * DefaultVersions}; then the newest by {@link Versions}; then the newest date.
 */
public final class Registry {

    /** Makes definitions for URLs that stand for more value sets or maps than anyone could list, such as SNOMED CT's {@code ?fhir_vs}. */
    public interface ImplicitDefinitions {

        /** The value set that a URL stands for, or {@code null} when the URL is not of this kind. */
        @Nullable ValueSetDefinition valueSet(Registry registry, String url, @Nullable String version);

        /** The concept map that a URL stands for, or {@code null}; none, unless a kind says otherwise. */
        default @Nullable ConceptMapDefinition conceptMap(Registry registry, String url, @Nullable String version) {
            return null;
        }

        /** The URLs of maps of this kind that could translate codes of a system; none, unless a kind says otherwise. */
        default List<String> conceptMapUrls(Registry registry, String sourceSystem) {
            return List.of();
        }

        /** The URLs of maps of this kind that lead to a system; none, unless a kind says otherwise. */
        default List<String> conceptMapUrlsTo(Registry registry, String targetSystem) {
            return List.of();
        }
    }

    private final Shelf<CodeSystemVersion> codeSystems;
    private final Shelf<ValueSetDefinition> valueSets;
    private final Shelf<ConceptMapDefinition> conceptMaps;
    private final List<ImplicitDefinitions> implicit;
    private final Aliases aliases;
    private final Lineage ownLineage;
    private final Lineage lineage;
    private final @Nullable Day day;
    private final Day.Systems dated;

    private Registry(
            Shelf<CodeSystemVersion> codeSystems,
            Shelf<ValueSetDefinition> valueSets,
            Shelf<ConceptMapDefinition> conceptMaps,
            List<ImplicitDefinitions> implicit,
            Lineage lineage,
            @Nullable Day day,
            Day.Systems dated,
            Aliases aliases) {
        this.codeSystems = codeSystems;
        this.valueSets = valueSets;
        this.conceptMaps = conceptMaps;
        this.implicit = implicit;
        this.ownLineage = lineage;
        this.lineage = new AliasedLineage(lineage, aliases);
        this.day = day;
        this.dated = dated;
        this.aliases = aliases;
    }

    public static Registry empty() {
        return new Registry(Shelf.empty(), Shelf.empty(), Shelf.empty(), List.of(), Lineage.NONE, null, new Day.Systems(), Aliases.NONE);
    }

    /** A registry with more in it; this one stays as it is. */
    public Builder with() {
        return new Builder(this);
    }

    /** Whether two URIs stand for the same code system. */
    public boolean isSameSystem(@Nullable String uri, @Nullable String other) {
        if (uri == null || other == null || uri.equals(other)) {
            return Objects.equals(uri, other);
        }
        return aliases.isSame(uri, other) || isSameRelease(meant(uri, null), meant(other, null));
    }

    /** Whether one names a release of what the other names, or the same release of it. */
    private boolean isSameRelease(Canonical one, Canonical other) {
        boolean named = one.version() != null || other.version() != null;
        boolean differ = one.version() != null && other.version() != null && !one.version().equals(other.version());
        return named && !differ && aliases.isSame(one.url(), other.url());
    }

    /** The code system and version that are meant by a URI that names both; and otherwise what was said. */
    public Canonical meant(String url, @Nullable String version) {
        Canonical release = lineage.release(url);
        return release == null || (version != null && !Versions.matches(version, release.version())) ? new Canonical(url, version) : release;
    }

    /**
     * Refuses a URI that different code systems are said to have, and under which itself nothing is held.
     *
     * @throws TerminologyException naming who claims it
     */
    public void refuseContested(@Nullable String uri) {
        Aliases.Conflict conflict = uri == null || !codeSystems.versions(uri).isEmpty() ? null : aliases.conflict(uri);
        if (conflict != null) {
            throw new TerminologyException(Issue.error(
                    "multiple-matches", null, Message.of("alias-contested", conflict.uri(), String.join(", ", conflict.claimants())), null));
        }
    }

    /** The URIs under which code systems are known. */
    public Aliases aliases() {
        return aliases;
    }

    /** What is known of families of code systems. */
    public Lineage lineage() {
        return lineage;
    }

    /**
     * This registry as it answers for a day: of several versions those come into question that had come into force, and codes with windows of time are as they were. What has no date in it is always in force.
     */
    public Registry on(Day other) {
        return new Registry(codeSystems, valueSets, conceptMaps, implicit, ownLineage, other, dated, aliases);
    }

    /** The day that the caller wants an answer for; {@code null} when the caller named none. */
    public @Nullable Day dayAsked() {
        return day != null && day.asked() ? day : null;
    }

    /**
     * The best code system version that matches a version or pattern, or the best of all when it is {@code null}.
     *
     * @throws TerminologyException when there are versions, and none had come into force on the day the registry answers for
     */
    public @Nullable CodeSystemVersion codeSystem(String url, @Nullable String version) {
        Shelf.Entry<CodeSystemVersion> entry = inForce(codeSystems, url, version);
        if (entry != null) {
            return onTheDay(entry.get());
        }
        return codeSystemByAlias(url, version);
    }

    /** What is held under the URL itself answers first; then what is held under another URI of the same system, seen under the URI asked for; then what had not yet come into force, where it knows its past. */
    private @Nullable CodeSystemVersion codeSystemByAlias(String url, @Nullable String version) {
        for (String other : aliases.others(url)) {
            Shelf.Entry<CodeSystemVersion> entry = inForce(codeSystems, other, version);
            if (entry != null) {
                return RespelledCodeSystem.of(onTheDay(entry.get()), url);
            }
        }
        for (String spelling : spellings(url).toList()) {
            Shelf.Entry<CodeSystemVersion> oldest = codeSystems.oldest(spelling, version);
            if (oldest != null && DatedCodeSystem.knowsItsPast(oldest.get().header())) {
                return RespelledCodeSystem.of(onTheDay(oldest.get()), url);
            }
            if (oldest != null) {
                throw notInForce(url, oldest);
            }
        }
        Canonical meant = meant(url, version);
        CodeSystemVersion release = meant.url().equals(url) ? null : codeSystem(meant.url(), meant.version());
        return release == null ? null : RespelledCodeSystem.of(release, url);
    }

    private CodeSystemVersion onTheDay(CodeSystemVersion system) {
        return day == null ? system : dated.on(day, system);
    }

    /** The best version that matches and had come into force; a version that is named is meant whatever the day. */
    private <T> Shelf.@Nullable Entry<T> inForce(Shelf<T> shelf, String url, @Nullable String version) {
        Day asked = day;
        if (asked == null || !asked.asked()) {
            return shelf.find(url, version);
        }
        return shelf.find(url, version, entry -> Objects.equals(version, entry.version) || asked.isReachedBy(entry.version, entry.standing));
    }

    private TerminologyException notInForce(String url, Shelf.Entry<?> oldest) {
        String date = day == null ? "" : day.date().toString();
        return new TerminologyException(Issue.error(
                "not-found",
                "not-found",
                Message.of(
                        "not-in-force",
                        url,
                        date,
                        String.valueOf(oldest.version),
                        String.valueOf(Day.firstDay(oldest.version, oldest.standing))),
                null));
    }

    /** All versions of a code system that had come into force, the one that answers by default first. */
    public List<CodeSystemVersion> codeSystemVersions(String url) {
        Day asked = day;
        Canonical meant = meant(url, null);
        return entries(url).stream()
                .filter(entry -> meant.version() == null || meant.version().equals(entry.version))
                .filter(entry -> asked == null || !asked.asked() || asked.isReachedBy(entry.version, entry.standing))
                .map(Shelf.Entry::get)
                .map(this::onTheDay)
                .map(system -> RespelledCodeSystem.of(system, url))
                .toList();
    }

    private List<Shelf.Entry<CodeSystemVersion>> entries(String url) {
        List<Shelf.Entry<CodeSystemVersion>> own = codeSystems.versions(url);
        if (!own.isEmpty()) {
            return own;
        }
        for (String other : aliases.others(url)) {
            List<Shelf.Entry<CodeSystemVersion>> found = codeSystems.versions(other);
            if (!found.isEmpty()) {
                return found;
            }
        }
        String meant = meant(url, null).url();
        return meant.equals(url) ? own : entries(meant);
    }

    /** The version names of a code system, oldest first; one without a version is left out. */
    public List<String> versionNames(String url) {
        List<String> names = new ArrayList<>();
        for (Shelf.Entry<CodeSystemVersion> entry : entries(url)) {
            if (entry.version != null) {
                names.add(entry.version);
            }
        }
        names.sort(Versions.ASCENDING);
        return names;
    }

    public Set<String> codeSystemUrls() {
        return codeSystems.urls();
    }

    public @Nullable ValueSetDefinition valueSet(String url, @Nullable String version) {
        Shelf.Entry<ValueSetDefinition> entry = inForce(valueSets, url, version);
        if (entry != null) {
            return entry.get();
        }
        Shelf.Entry<ValueSetDefinition> oldest = valueSets.oldest(url, version);
        if (oldest != null) {
            throw notInForce(url, oldest);
        }
        for (ImplicitDefinitions definitions : implicit) {
            ValueSetDefinition definition = definitions.valueSet(this, url, version);
            if (definition != null) {
                return definition;
            }
        }
        return null;
    }

    public boolean hasValueSet(String url) {
        return !valueSets.versions(url).isEmpty();
    }

    public @Nullable ConceptMapDefinition conceptMap(String url, @Nullable String version) {
        Shelf.Entry<ConceptMapDefinition> entry = inForce(conceptMaps, url, version);
        if (entry != null) {
            return entry.get();
        }
        Shelf.Entry<ConceptMapDefinition> oldest = conceptMaps.oldest(url, version);
        if (oldest != null) {
            throw notInForce(url, oldest);
        }
        for (ImplicitDefinitions definitions : implicit) {
            ConceptMapDefinition definition = definitions.conceptMap(this, url, version);
            if (definition != null) {
                return definition;
            }
        }
        return null;
    }

    /** Maps in their default version that lead to the system, and the implicit ones that do; in a stable order. */
    public List<ConceptMapDefinition> conceptMapsTo(String targetSystem) {
        List<ConceptMapDefinition> maps = listedMaps(map -> map.groups().stream().anyMatch(group -> group.target() != null && isSameSystem(group.target(), targetSystem)));
        implicit.forEach(definitions -> addImplicit(
                maps, definitions, spellings(targetSystem).flatMap(system -> definitions.conceptMapUrlsTo(this, system).stream())));
        return maps;
    }

    /** Every URI of a code system, its own and the one it was asked for by included. */
    public Set<String> spellings(CodeSystemVersion system) {
        String own = system.original().header().url();
        return Stream.concat(Stream.of(system.header().url()), spellings(own)).collect(Collectors.toUnmodifiableSet());
    }

    private Stream<String> spellings(String system) {
        return Stream.concat(Stream.of(system), aliases.others(system).stream());
    }

    private List<ConceptMapDefinition> listedMaps(Predicate<ConceptMapDefinition> condition) {
        List<ConceptMapDefinition> maps = new ArrayList<>();
        for (String url : conceptMaps.urls().stream().sorted().toList()) {
            Shelf.Entry<ConceptMapDefinition> entry = inForce(conceptMaps, url, null);
            if (entry != null && condition.test(entry.get())) {
                maps.add(entry.get());
            }
        }
        return maps;
    }

    /** Maps in their default version that lead from the system, and the implicit ones that could; in a stable order. */
    public List<ConceptMapDefinition> conceptMapsFrom(String sourceSystem) {
        List<ConceptMapDefinition> maps = listedMaps(map -> map.groups().stream().anyMatch(group -> group.source() != null && isSameSystem(group.source(), sourceSystem)));
        implicit.forEach(definitions -> addImplicit(
                maps, definitions, spellings(sourceSystem).flatMap(system -> definitions.conceptMapUrls(this, system).stream())));
        return maps;
    }

    private void addImplicit(List<ConceptMapDefinition> maps, ImplicitDefinitions definitions, Stream<String> urls) {
        for (String url : urls.distinct().toList()) {
            ConceptMapDefinition map = definitions.conceptMap(this, url, null);
            if (map != null) {
                maps.add(map);
            }
        }
    }

    /** Collects what a registry shall have. What is put later replaces what has the same URL and version. */
    public static final class Builder {
        private final Shelf.Builder<CodeSystemVersion> codeSystems;
        private final Shelf.Builder<ValueSetDefinition> valueSets;
        private final Shelf.Builder<ConceptMapDefinition> conceptMaps;
        private final List<ImplicitDefinitions> implicit;
        private Aliases aliases;
        private Lineage lineage;
        private DefaultVersions defaults = DefaultVersions.NONE;
        private final @Nullable Day day;
        private final Day.Systems dated;

        private Builder(Registry base) {
            this.codeSystems = new Shelf.Builder<>(base.codeSystems);
            this.valueSets = new Shelf.Builder<>(base.valueSets);
            this.conceptMaps = new Shelf.Builder<>(base.conceptMaps);
            this.implicit = new ArrayList<>(base.implicit);
            this.aliases = base.aliases;
            this.lineage = base.ownLineage;
            this.day = base.day;
            this.dated = base.dated;
        }

        public Builder codeSystem(CodeSystemVersion system) {
            return codeSystem(
                    system.header().url(), system.header().version(), system.header().standing(), () -> system);
        }

        /** A code system that is made when first asked for. */
        public Builder codeSystem(String url, @Nullable String version, Standing standing, Supplier<CodeSystemVersion> maker) {
            codeSystems.put(url, version, standing, maker);
            return this;
        }

        public Builder valueSet(ValueSetDefinition definition) {
            return valueSet(definition.url(), definition.version(), definition.standing(), () -> definition);
        }

        /** A value set that is read when first asked for. */
        public Builder valueSet(String url, @Nullable String version, Standing standing, Supplier<ValueSetDefinition> maker) {
            valueSets.put(url, version, standing, maker);
            return this;
        }

        public Builder conceptMap(ConceptMapDefinition definition) {
            return conceptMap(definition.url(), definition.version(), definition.standing(), () -> definition);
        }

        /** A concept map that is read when first asked for. */
        public Builder conceptMap(
                String url, @Nullable String version, Standing standing, Supplier<ConceptMapDefinition> maker) {
            conceptMaps.put(url, version, standing, maker);
            return this;
        }

        public Builder implicit(Collection<? extends ImplicitDefinitions> definitions) {
            implicit.addAll(definitions);
            return this;
        }

        /** The URIs under which code systems are known, in place of what was known before. */
        public Builder aliases(Aliases known) {
            this.aliases = known;
            return this;
        }

        /** The versions that an operator wants to answer by default, of what is put here. */
        public Builder defaults(DefaultVersions wanted) {
            defaults = wanted;
            return this;
        }

        public Builder lineage(Lineage known) {
            lineage = known;
            return this;
        }

        public Registry build() {
            return new Registry(
                    codeSystems.build(defaults), valueSets.build(defaults), conceptMaps.build(defaults), List.copyOf(implicit), lineage, day, dated, aliases);
        }
    }
}
