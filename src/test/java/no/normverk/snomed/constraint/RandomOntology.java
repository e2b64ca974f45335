package no.normverk.snomed.constraint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import no.normverk.snomed.Rf2Writer;
import no.normverk.snomed.Sctid;
import no.normverk.snomed.SnomedEdition;

/** A random ontology: what it is made of, in plain lists, and as an edition. */
final class RandomOntology {

    record Relationship(long source, int group, long type, long target) {}

    record Concrete(long source, int group, long type, int value) {}

    record Member(long refset, long component, boolean active) {}

    record Association(long refset, long from, long to) {}

    record Description(long concept, String language, String term, boolean active) {}

    static final String[] WORDS = {"red", "redder", "blue", "blunt", "soft", "so", "tea"};

    static final long SAME_AS = 900000000000527005L;
    static final long REPLACED_BY = 900000000000526001L;

    final List<Long> concepts = new ArrayList<>();
    final List<Long> inactive = new ArrayList<>();
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
        for (int i = 0; i < size / 10; i++) {
            inactive.add(8_000_000L + 1_000L * i);
        }
        for (long concept : ordinary) {
            describe(random, concept, ordinary);
            name(random, concept);
        }
        for (int i = 0; i < size / 2; i++) {
            long component = random.nextInt(6) == 0 ? pick(random, inactive) : pick(random, ordinary);
            members.add(new Member(pick(random, refsets), component, random.nextInt(5) > 0));
        }
        for (long old : inactive) {
            associations.add(new Association(random.nextBoolean() ? SAME_AS : REPLACED_BY, old, pick(random, ordinary)));
        }
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
            if (random.nextInt(6) == 0) {
                concretes.add(new Concrete(concept, group, pick(random, attributes), random.nextInt(4)));
            }
        }
    }

    private void name(Random random, long concept) {
        for (int names = random.nextInt(4); names > 0; names--) {
            String term = WORDS[random.nextInt(WORDS.length)] + " " + WORDS[random.nextInt(WORDS.length)];
            descriptions.add(new Description(concept, random.nextBoolean() ? "en" : "sv", term, random.nextInt(5) > 0));
        }
    }

    static long pick(Random random, List<Long> ids) {
        return ids.get(random.nextInt(ids.size()));
    }

    SnomedEdition edition(Path folder) throws IOException {
        Rf2Writer rf2 = Rf2Writer.snapshot();
        concepts.forEach(id -> rf2.bareConcept(id, defined.contains(id)));
        rf2.active(false);
        inactive.forEach(id -> rf2.bareConcept(id, false));
        rf2.active(true);
        parents.forEach((child, all) -> all.forEach(parent -> rf2.relationship(child, 0, Sctid.IS_A, parent)));
        relationships.forEach(each -> rf2.relationship(each.source, each.group, each.type, each.target));
        concretes.forEach(each -> rf2.concrete(each.source, each.group, each.type, "#" + each.value));
        descriptions.forEach(each ->
                rf2.active(each.active).description(each.concept, each.language, Sctid.SYNONYM, each.term));
        members.forEach(each -> rf2.active(each.active).simpleMember(each.refset, each.component));
        rf2.active(true);
        associations.forEach(
                each -> rf2.member("c", "Association", List.of("targetComponentId"), each.refset, each.from, each.to));
        return rf2.edition(folder);
    }
}
