package no.normverk.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ConceptSetTest {

    private static final int SIZE = 200_000;

    @Test
    void theAlgebraIsThatOfSets() {
        RandomCases.check(200, random -> {
            NavigableSet<Integer> a = members(random);
            NavigableSet<Integer> b = members(random);
            ConceptSet left = set(a);
            ConceptSet right = set(b);

            NavigableSet<Integer> both = new TreeSet<>(a);
            both.retainAll(b);
            NavigableSet<Integer> either = new TreeSet<>(a);
            either.addAll(b);
            NavigableSet<Integer> rest = new TreeSet<>(a);
            rest.removeAll(b);

            assertSame(left.and(right), both);
            assertSame(left.or(right), either);
            assertSame(left.minus(right), rest);
            assertThat(left.intersects(right)).isEqualTo(!both.isEmpty());
            assertThat(left.containsAll(right)).isEqualTo(a.containsAll(b));
            assertThat(left.complement(SIZE).cardinality()).isEqualTo(SIZE - a.size());
            assertThat(left.complement(SIZE).intersects(left)).isFalse();
            assertThat(left.complement(SIZE).complement(SIZE)).isEqualTo(left);
            assertThat(left.minus(right)).isEqualTo(left.and(right.complement(SIZE)));
            assertSame(left, a);
            assertSame(right, b);
        });
    }

    @Test
    void rankAndNextFindMembersInOrder() {
        RandomCases.check(100, random -> {
            NavigableSet<Integer> expected = members(random);
            ConceptSet set = set(expected);
            List<Integer> inOrder = new ArrayList<>(expected);
            for (int rank = 0; rank < inOrder.size(); rank += 1 + random.nextInt(50)) {
                assertThat(set.select(rank)).isEqualTo(inOrder.get(rank));
            }
            for (int i = 0; i < 50; i++) {
                int from = random.nextInt(SIZE + 10);
                Integer next = expected.ceiling(from);
                assertThat(set.next(from)).isEqualTo(next == null ? -1 : next);
                assertThat(set.contains(from)).isEqualTo(expected.contains(from));
            }
            List<Integer> visited = new ArrayList<>();
            set.forEach(visited::add);
            assertThat(visited).isEqualTo(inOrder);
        });
    }

    @Test
    void pagesPutTogetherAreTheWhole() {
        RandomCases.check(100, random -> {
            ConceptSet set = set(members(random));
            int count = 1 + random.nextInt(500);
            List<Integer> together = new ArrayList<>();
            for (int offset = 0; offset <= set.cardinality(); offset += count) {
                int[] page = set.page(offset, count);
                assertThat(page.length).isEqualTo(Math.max(0, Math.min(count, set.cardinality() - offset)));
                for (int member : page) {
                    together.add(member);
                }
            }
            assertThat(together.stream().mapToInt(i -> i).toArray()).isEqualTo(set.toArray());
        });
    }

    @Test
    void aPageBehindTheEndIsEmptyAndAnEndlessOneIsTheRest() {
        ConceptSet set = ConceptSet.of(3, 5, 9);

        assertThat(set.page(3, 10)).isEmpty();
        assertThat(set.page(Integer.MAX_VALUE, Integer.MAX_VALUE)).isEmpty();
        assertThat(set.page(1, Integer.MAX_VALUE)).containsExactly(5, 9);
        assertThat(set.page(0, 0)).isEmpty();
        assertThat(ConceptSet.EMPTY.page(0, 10)).isEmpty();
    }

    @Test
    void aRangeHasItsFirstButNotItsEnd() {
        assertThat(ConceptSet.range(2, 5).toArray()).containsExactly(2, 3, 4);
        assertThat(ConceptSet.range(5, 5)).isEqualTo(ConceptSet.EMPTY);
        assertThat(ConceptSet.range(6, 5).isEmpty()).isTrue();
        assertThat(ConceptSet.where(10, ordinal -> ordinal % 3 == 0).toArray()).containsExactly(0, 3, 6, 9);
    }

    @Test
    void aCopiedBitmapDoesNotChangeTheSet() {
        ConceptSet set = ConceptSet.of(1, 2);
        set.toBitmap().add(3);

        assertThat(set.toArray()).containsExactly(1, 2);
    }

    @Test
    void equalSetsAreEqualHoweverTheyWereMade() {
        assertThat(ConceptSet.of(0, 1, 2)).isEqualTo(ConceptSet.range(0, 3)).hasSameHashCodeAs(ConceptSet.range(0, 3))
                .hasToString("{0,1,2}");
        assertThat(ConceptSet.of()).isEqualTo(ConceptSet.EMPTY);
    }

    private static void assertSame(ConceptSet set, NavigableSet<Integer> expected) {
        assertThat(set.cardinality()).isEqualTo(expected.size());
        assertThat(set.isEmpty()).isEqualTo(expected.isEmpty());
        assertThat(set.toArray()).isEqualTo(expected.stream().mapToInt(i -> i).toArray());
    }

    private static ConceptSet set(NavigableSet<Integer> members) {
        return ConceptSet.of(members.stream().mapToInt(i -> i).toArray());
    }

    /** Nothing, a few far apart, or runs. */
    private static NavigableSet<Integer> members(Random random) {
        NavigableSet<Integer> members = new TreeSet<>();
        for (int i = random.nextInt(30); i > 0; i--) {
            int first = random.nextInt(SIZE);
            int run = random.nextBoolean() ? 1 : 1 + random.nextInt(200);
            for (int member = first; member < Math.min(SIZE, first + run); member++) {
                members.add(member);
            }
        }
        return members;
    }
}
