package no.normverk.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

class HierarchyTest {

    /** A graph as every concept's parents, walked the plain way. */
    private record Graph(List<Set<Integer>> parents) {

        Hierarchy hierarchy() {
            int[] start = new int[parents.size() + 1];
            List<Integer> edges = new ArrayList<>();
            for (int concept = 0; concept < parents.size(); concept++) {
                edges.addAll(parents.get(concept));
                start[concept + 1] = edges.size();
            }
            return Hierarchy.of(start, edges.stream().mapToInt(i -> i).toArray());
        }

        int edges() {
            return parents.stream().mapToInt(Set::size).sum();
        }

        Set<Integer> selfAndAncestors(int concept) {
            Set<Integer> reached = new TreeSet<>();
            Deque<Integer> open = new ArrayDeque<>(List.of(concept));
            while (!open.isEmpty()) {
                int next = open.pop();
                if (reached.add(next)) {
                    open.addAll(parents.get(next));
                }
            }
            return reached;
        }

        Set<Integer> children(int concept) {
            Set<Integer> children = new TreeSet<>();
            for (int other = 0; other < parents.size(); other++) {
                if (parents.get(other).contains(concept)) {
                    children.add(other);
                }
            }
            return children;
        }
    }

    private static Graph acyclic(Random random) {
        int size = 1 + random.nextInt(60);
        int[] numbers = new int[size];
        for (int i = 0; i < size; i++) {
            int other = random.nextInt(i + 1);
            numbers[i] = numbers[other];
            numbers[other] = i;
        }
        List<Set<Integer>> parents = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            parents.add(new LinkedHashSet<>());
        }
        for (int i = 1; i < size; i++) {
            for (int edge = random.nextInt(4); edge > 0; edge--) {
                parents.get(numbers[i]).add(numbers[random.nextInt(i)]);
            }
        }
        return new Graph(parents);
    }

    @Test
    void everyAnswerIsThatOfAPlainWalk() {
        RandomCases.check(400, random -> {
            Graph graph = acyclic(random);
            Hierarchy hierarchy = graph.hierarchy();
            int size = graph.parents().size();

            assertThat(hierarchy.size()).isEqualTo(size);
            assertThat(hierarchy.droppedEdges()).isZero();
            for (int concept = 0; concept < size; concept++) {
                Set<Integer> above = graph.selfAndAncestors(concept);
                assertMembers(hierarchy.selfAndAncestors(concept), above);
                assertMembers(hierarchy.parents(concept), graph.parents().get(concept));
                assertMembers(hierarchy.children(concept), graph.children(concept));
                assertThat(hierarchy.parentCount(concept)).isEqualTo(graph.parents().get(concept).size());
                assertThat(hierarchy.childCount(concept)).isEqualTo(graph.children(concept).size());
                Set<Integer> below = new TreeSet<>();
                for (int other = 0; other < size; other++) {
                    boolean isAbove = above.contains(other);
                    assertThat(hierarchy.isSelfOrAncestor(other, concept)).isEqualTo(isAbove);
                    if (graph.selfAndAncestors(other).contains(concept)) {
                        below.add(other);
                    }
                }
                assertMembers(hierarchy.selfAndDescendants(concept), below);
                assertThat(hierarchy.selfAndDescendantCount(concept)).isEqualTo(below.size());
                below.remove(concept);
                assertMembers(hierarchy.descendants(concept), below);
                assertThat(hierarchy.leaves().contains(concept)).isEqualTo(below.isEmpty());
                above.remove(concept);
                assertMembers(hierarchy.ancestors(concept), above);
            }
        });
    }

    @Test
    void columnsGiveTheSameHierarchyBack() {
        RandomCases.check(50, random -> {
            Hierarchy hierarchy = acyclic(random).hierarchy();
            int[][] columns = hierarchy.columns();
            Hierarchy again = new Hierarchy(columns[0], columns[1], columns[2], columns[3], columns[4], columns[5]);
            for (int concept = 0; concept < hierarchy.size(); concept++) {
                assertThat(again.selfAndDescendants(concept)).isEqualTo(hierarchy.selfAndDescendants(concept));
                assertThat(again.selfAndAncestors(concept)).isEqualTo(hierarchy.selfAndAncestors(concept));
            }
        });
    }

    @Test
    void aGraphWithCyclesIsAcceptedAndTheEdgesThatCloseThemAreCounted() {
        RandomCases.check(400, random -> {
            Graph graph = acyclic(random);
            int size = graph.parents().size();
            for (int extra = random.nextInt(5); extra > 0; extra--) {
                int child = random.nextInt(size);
                int parent = random.nextInt(size);
                if (child != parent) {
                    graph.parents().get(child).add(parent);
                }
            }
            Hierarchy hierarchy = graph.hierarchy();

            int kept = 0;
            for (int concept = 0; concept < size; concept++) {
                kept += hierarchy.parentCount(concept);
                assertThat(graph.selfAndAncestors(concept)).containsAll(members(hierarchy.selfAndAncestors(concept)));
                for (int other : hierarchy.ancestors(concept).toArray()) {
                    assertThat(hierarchy.isSelfOrAncestor(concept, other)).as("%s above and below %s", concept, other).isFalse();
                }
                assertThat(hierarchy.selfAndDescendants(concept).contains(concept)).isTrue();
            }
            assertThat(kept + hierarchy.droppedEdges()).isEqualTo(graph.edges());
        });
    }

    @Test
    void aConceptThatIsItsOwnParentLosesThatEdge() {
        Hierarchy hierarchy = Hierarchy.of(new int[] {0, 1, 2}, new int[] {0, 0});

        assertThat(hierarchy.droppedEdges()).isEqualTo(1);
        assertThat(hierarchy.descendants(0).toArray()).containsExactly(1);
    }

    @Test
    void aDepthFirstOrderNeedsOneRunPerConcept() {
        Hierarchy hierarchy = Hierarchy.of(new int[] {0, 0, 1, 2, 3, 4}, new int[] {0, 1, 1, 0});

        int[] runs = hierarchy.columns()[5];
        assertThat(runs).hasSize(2 * hierarchy.size());
        assertThat(hierarchy.selfAndDescendants(0).toArray()).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void aFlatHierarchyHasOnlySelves() {
        Hierarchy flat = Hierarchy.flat(3);

        assertThat(flat.leaves().toArray()).containsExactly(0, 1, 2);
        assertThat(flat.selfAndDescendants(1).toArray()).containsExactly(1);
        assertThat(flat.ancestors(1).isEmpty()).isTrue();
        assertThat(Hierarchy.flat(0).size()).isZero();
    }

    @Test
    void ancestorsOfSeveralConceptsAreCollectedInOneBitmap() {
        Hierarchy hierarchy = Hierarchy.of(new int[] {0, 0, 1, 2, 3}, new int[] {0, 0, 1});
        RoaringBitmap collected = new RoaringBitmap();
        hierarchy.addSelfAndAncestors(3, collected);
        hierarchy.addSelfAndAncestors(2, collected);

        assertThat(collected.toArray()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void aLongChainIsNoTrouble() {
        int size = 50_000;
        int[] start = new int[size + 1];
        int[] parents = new int[size - 1];
        for (int i = 1; i < size; i++) {
            parents[i - 1] = i - 1;
            start[i + 1] = i;
        }
        Hierarchy chain = Hierarchy.of(start, parents);

        assertThat(chain.selfAndDescendantCount(0)).isEqualTo(size);
        assertThat(chain.selfAndAncestors(size - 1).cardinality()).isEqualTo(size);
    }

    private static void assertMembers(ConceptSet set, Set<Integer> expected) {
        assertThat(members(set)).isEqualTo(new TreeSet<>(expected));
    }

    private static Set<Integer> members(ConceptSet set) {
        Set<Integer> members = new TreeSet<>();
        set.forEach(members::add);
        return members;
    }
}
