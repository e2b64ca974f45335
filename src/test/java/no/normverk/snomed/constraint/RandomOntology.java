package no.normverk.snomed.constraint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import no.normverk.snomed.Rf2Writer;
import no.normverk.snomed.Sctid;
import no.normverk.snomed.SnomedEdition;

/** A random ontology: what it is made of, in plain lists, and as an edition. */
final class RandomOntology {

    record Relationship(long source, int group, long type, long target) {}

    /** @param value as a release file has it: {@code #3}, {@code "red tea"}, {@code true} */
    record Concrete(long source, int group, long type, String value) {}

    /** Where and when something was released. */
    record Origin(long module, String day) {}

    record Member(long refset, long component, boolean active, Origin origin) {}

    /** @param since a day, nothing, or something that is no day */
    record Association(long refset, long from, long to, String since, Origin origin) {}

    /** @param preferred for each dialect that has it, whether it prefers it or merely accepts it */
    record Description(
            long id, long concept, String language, long type, String term, boolean active, Map<Long, Boolean> preferred, Origin origin) {}

    static final String[] WORDS = {"red", "redder", "blue", "blunt", "soft", "so", "tea"};

    static final String[] DAYS = {"20200131", "20210731", "20240115"};
    static final List<Long> MODULES = List.of(Sctid.CORE_MODULE, 9_700_000L);
    static final List<Long> DIALECTS = List.of(Sctid.EN_US, Sctid.EN_GB, 46011000052107L);
    static final List<Long> TYPES = List.of(Sctid.SYNONYM, Sctid.FULLY_SPECIFIED_NAME, Sctid.DEFINITION);

    static final String SINCE = "since";
    static final long SAME_AS = 900000000000527005L;
    static final long REPLACED_BY = 900000000000526001L;

    final List<Long> concepts = new ArrayList<>();
    final List<Long> inactive = new ArrayList<>();
    private final Map<Long, Origin> origins = new LinkedHashMap<>();
    final Set<Long> defined = new LinkedHashSet<>();
    final Map<Long, Set<Long>> parents = new LinkedHashMap<>();
    final List<Long> attributes = new ArrayList<>();
    final List<Long> refsets = new ArrayList<>();
    final Set<Relationship> relationships = new LinkedHashSet<>();
    final Set<Concrete> concretes = new LinkedHashSet<>();
    final Set<Member> members = new LinkedHashSet<>();
    final Set<Association> associations = new LinkedHashSet<>();
    final List<Description> descriptions = new ArrayList<>();

    RandomOntology(Random random, int size) {
        add(Sctid.ROOT);
        for (int i = 1; i <= size; i++) {
            long concept = add(1_000_000L + 1_000L * i);
            // Mostly recent parents, so that the hierarchy becomes deep.
            parent(concept, concepts.get(Math.max(0, i - 1 - random.nextInt(1 + i / 3))));
            if (random.nextInt(4) == 0) {
                parent(concept, concepts.get(random.nextInt(i)));
            }
            if (random.nextInt(5) == 0) {
                defined.add(concept);
            }
        }
        List<Long> ordinary = List.copyOf(concepts);
        for (int i = 0; i < 6; i++) {
            long attribute = add(9_000_000L + 1_000L * i);
            parent(attribute, i < 2 ? Sctid.ROOT : attributes.get(random.nextInt(i)));
            attributes.add(attribute);
        }
        for (int i = 0; i < 3; i++) {
            long refset = add(9_500_000L + 1_000L * i);
            parent(refset, Sctid.ROOT);
            refsets.add(refset);
        }
        for (long association : List.of(SAME_AS, REPLACED_BY)) {
            add(association);
            parent(association, Sctid.ROOT);
        }
        for (long module : MODULES) {
            add(module);
            parent(module, Sctid.ROOT);
        }
        for (int i = 0; i < size / 10; i++) {
            inactive.add(8_000_000L + 1_000L * i);
        }
        concepts.forEach(concept -> origins.put(concept, origin(random)));
        inactive.forEach(concept -> origins.put(concept, origin(random)));
        for (long concept : ordinary) {
            describe(random, concept, ordinary);
            name(random, concept);
        }
        for (int i = 0; i < size / 2; i++) {
            long component = random.nextInt(6) == 0 ? pick(random, inactive) : pick(random, ordinary);
            members.add(new Member(pick(random, refsets), component, random.nextInt(5) > 0, origin(random)));
        }
        for (long old : inactive) {
            String since = random.nextInt(3) > 0 ? pick(random, DAYS) : pick(random, new String[] {"", "soon"});
            long refset = random.nextBoolean() ? SAME_AS : REPLACED_BY;
            associations.add(new Association(refset, old, pick(random, ordinary), since, origin(random)));
        }
    }

    private static Origin origin(Random random) {
        return new Origin(pick(random, MODULES), pick(random, DAYS));
    }

    private long add(long id) {
        concepts.add(id);
        parents.put(id, new LinkedHashSet<>());
        return id;
    }

    private void parent(long child, long parent) {
        parents.computeIfAbsent(child, id -> new LinkedHashSet<>()).add(parent);
    }

    private void describe(Random random, long concept, List<Long> ordinary) {
        for (int group = 0; group < 4; group++) {
            int count = random.nextInt(3);
            for (int i = 0; i < count; i++) {
                relationships.add(new Relationship(concept, group, pick(random, attributes), pick(random, ordinary)));
            }
            if (random.nextInt(4) == 0) {
                concretes.add(new Concrete(concept, group, pick(random, attributes), value(random)));
            }
        }
    }

    private static String value(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> "\"" + pick(random, WORDS) + "\"";
            case 1 -> "\"" + pick(random, WORDS) + " " + pick(random, WORDS) + "\"";
            case 2 -> Boolean.toString(random.nextBoolean());
            default -> "#" + random.nextInt(4);
        };
    }

    private void name(Random random, long concept) {
        for (int names = random.nextInt(4); names > 0; names--) {
            String term = pick(random, WORDS) + " " + pick(random, WORDS);
            Map<Long, Boolean> preferred = new LinkedHashMap<>();
            DIALECTS.stream().filter(_ -> random.nextInt(3) == 0).forEach(dialect -> preferred.put(dialect, random.nextBoolean()));
            descriptions.add(new Description(
                    7_000_011L + 1_000L * descriptions.size(),
                    concept,
                    random.nextBoolean() ? "en" : "sv",
                    pick(random, TYPES),
                    term,
                    random.nextInt(5) > 0,
                    preferred,
                    origin(random)));
        }
    }

    static String pick(Random random, String[] texts) {
        return texts[random.nextInt(texts.length)];
    }

    static long pick(Random random, List<Long> ids) {
        return ids.get(random.nextInt(ids.size()));
    }

    SnomedEdition edition(Path folder) throws IOException {
        Rf2Writer rf2 = Rf2Writer.snapshot();
        concepts.forEach(id -> of(rf2, origin(id), true).bareConcept(id, defined.contains(id)));
        inactive.forEach(id -> of(rf2, origin(id), false).bareConcept(id, false));
        rf2.active(true);
        parents.forEach((child, all) -> all.forEach(parent -> rf2.relationship(child, 0, Sctid.IS_A, parent)));
        relationships.forEach(each -> rf2.relationship(each.source, each.group, each.type, each.target));
        concretes.forEach(each -> rf2.concrete(each.source, each.group, each.type, each.value));
        for (Description each : descriptions) {
            of(rf2, each.origin, each.active).description(each.id, each.concept, each.language, each.type, each.term).active(true);
            each.preferred.forEach((dialect, preferred) -> rf2.accept(dialect, each.id, preferred));
        }
        members.forEach(each -> of(rf2, each.origin, each.active).simpleMember(each.refset, each.component));
        associations.forEach(each -> of(rf2, each.origin, true)
                .member("cs", "Association", List.of("targetComponentId", SINCE), each.refset, each.from, each.to, each.since));
        return rf2.edition(folder);
    }

    /** Where and when a concept was released. */
    Origin origin(long concept) {
        return Objects.requireNonNull(origins.get(concept));
    }

    private static Rf2Writer of(Rf2Writer rf2, Origin origin, boolean active) {
        return rf2.active(active).module(origin.module).day(origin.day);
    }
}
