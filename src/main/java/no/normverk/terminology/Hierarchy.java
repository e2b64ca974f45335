package no.normverk.terminology;

import it.unimi.dsi.fastutil.ints.IntArrayFIFOQueue;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.function.IntConsumer;
import org.roaringbitmap.RoaringBitmap;

/**
 * The is-a graph of one code system version, immutable, in compressed-row form.
 *
 * <p>For every concept its descendants-or-self are kept as runs of consecutive ordinals. Where ordinals follow a depth-first walk, almost every
 * concept needs one run, so that <em>is x below y</em> is a binary search in a handful of numbers and <em>all below y</em> costs what its runs cost. Where
 * ordinals follow another order the answers are the same and only the runs are more.
 *
 * <p>A graph with cycles is accepted: the edges that close one are left out, and {@link #droppedEdges()} tells how many.
 */
public final class Hierarchy {

    private final int size;
    private final int[] parentStart;
    private final int[] parents;
    private final int[] childStart;
    private final int[] children;
    private final int[] runStart;
    private final int[] runs;
    private final int droppedEdges;
    private final boolean tree;

    /**
     * Takes over the columns of an earlier {@link #of}.
     *
     * @param parentStart size + 1 positions in {@code parents}
     * @param childStart size + 1 positions in {@code children}
     * @param runStart size + 1 positions in {@code runs}, each even
     * @param runs pairs of first ordinal and the ordinal after the last
     */
    public Hierarchy(int[] parentStart, int[] parents, int[] childStart, int[] children, int[] runStart, int[] runs) {
        this(parentStart, parents, childStart, children, runStart, runs, 0);
    }

    private Hierarchy(
            int[] parentStart, int[] parents, int[] childStart, int[] children, int[] runStart, int[] runs, int droppedEdges) {
        this.size = parentStart.length - 1;
        this.parentStart = parentStart;
        this.parents = parents;
        this.childStart = childStart;
        this.children = children;
        this.runStart = runStart;
        this.runs = runs;
        this.droppedEdges = droppedEdges;
        this.tree = isTree(parentStart);
    }

    private static boolean isTree(int[] parentStart) {
        for (int i = 0; i + 1 < parentStart.length; i++) {
            if (parentStart[i + 1] - parentStart[i] > 1) {
                return false;
            }
        }
        return true;
    }

    /** A hierarchy without any edge. */
    public static Hierarchy flat(int size) {
        return of(new int[size + 1], new int[0]);
    }

    /**
     * Builds the hierarchy from every concept's parents.
     *
     * @param parentStart size + 1 positions in {@code parents}
     * @param parents the parents' ordinals, concept after concept
     */
    public static Hierarchy of(int[] parentStart, int[] parents) {
        int size = parentStart.length - 1;
        int[] childStart = new int[size + 1];
        int[] children = invert(size, parentStart, parents, childStart);
        int[] order = topologicalOrder(size, parentStart, childStart, children);
        if (order.length < size) {
            return withoutCycles(parentStart, parents);
        }
        return build(parentStart, parents, childStart, children, order, 0);
    }

    private static Hierarchy build(
            int[] parentStart, int[] parents, int[] childStart, int[] children, int[] order, int droppedEdges) {
        int size = parentStart.length - 1;
        int[][] runsOf = new int[size][];
        int total = 0;
        for (int i = size - 1; i >= 0; i--) {
            int concept = order[i];
            int[] merged = mergeRuns(concept, runsOf, children, childStart[concept], childStart[concept + 1]);
            runsOf[concept] = merged;
            total += merged.length;
        }
        int[] runStart = new int[size + 1];
        int[] runs = new int[total];
        int position = 0;
        for (int concept = 0; concept < size; concept++) {
            runStart[concept] = position;
            System.arraycopy(runsOf[concept], 0, runs, position, runsOf[concept].length);
            position += runsOf[concept].length;
        }
        runStart[size] = position;
        return new Hierarchy(parentStart, parents, childStart, children, runStart, runs, droppedEdges);
    }

    private static int[] invert(int size, int[] start, int[] targets, int[] inverseStart) {
        for (int target : targets) {
            inverseStart[target + 1]++;
        }
        for (int i = 0; i < size; i++) {
            inverseStart[i + 1] += inverseStart[i];
        }
        int[] next = inverseStart.clone();
        int[] inverse = new int[targets.length];
        for (int source = 0; source < size; source++) {
            for (int i = start[source]; i < start[source + 1]; i++) {
                inverse[next[targets[i]]++] = source;
            }
        }
        return inverse;
    }

    /** Parents before children; shorter than {@code size} when there is a cycle. */
    private static int[] topologicalOrder(int size, int[] parentStart, int[] childStart, int[] children) {
        int[] waitingFor = new int[size];
        IntArrayFIFOQueue ready = new IntArrayFIFOQueue();
        for (int concept = 0; concept < size; concept++) {
            waitingFor[concept] = parentStart[concept + 1] - parentStart[concept];
            if (waitingFor[concept] == 0) {
                ready.enqueue(concept);
            }
        }
        IntArrayList order = new IntArrayList(size);
        while (!ready.isEmpty()) {
            int concept = ready.dequeueInt();
            order.add(concept);
            for (int i = childStart[concept]; i < childStart[concept + 1]; i++) {
                if (--waitingFor[children[i]] == 0) {
                    ready.enqueue(children[i]);
                }
            }
        }
        return order.toIntArray();
    }

    /** Leaves out the edges that close a cycle in a depth-first walk upwards. */
    private static Hierarchy withoutCycles(int[] parentStart, int[] parents) {
        int size = parentStart.length - 1;
        byte[] state = new byte[size];
        int[] next = parentStart.clone();
        boolean[] closes = new boolean[parents.length];
        int dropped = 0;
        IntArrayList path = new IntArrayList();
        for (int root = 0; root < size; root++) {
            if (state[root] != 0) {
                continue;
            }
            path.push(root);
            state[root] = 1;
            while (!path.isEmpty()) {
                int concept = path.topInt();
                if (next[concept] == parentStart[concept + 1]) {
                    state[concept] = 2;
                    path.popInt();
                    continue;
                }
                int edge = next[concept]++;
                int parent = parents[edge];
                if (state[parent] == 1) {
                    closes[edge] = true;
                    dropped++;
                } else if (state[parent] == 0) {
                    state[parent] = 1;
                    path.push(parent);
                }
            }
        }
        int[] keptStart = new int[size + 1];
        IntArrayList kept = new IntArrayList();
        for (int concept = 0; concept < size; concept++) {
            for (int edge = parentStart[concept]; edge < parentStart[concept + 1]; edge++) {
                if (!closes[edge]) {
                    kept.add(parents[edge]);
                }
            }
            keptStart[concept + 1] = kept.size();
        }
        int[] keptParents = kept.toIntArray();
        int[] childStart = new int[size + 1];
        int[] children = invert(size, keptStart, keptParents, childStart);
        int[] order = topologicalOrder(size, keptStart, childStart, children);
        return build(keptStart, keptParents, childStart, children, order, dropped);
    }

    private static int[] mergeRuns(int self, int[][] runsOf, int[] children, int from, int to) {
        if (from == to) {
            return new int[] {self, self + 1};
        }
        int count = 1;
        for (int i = from; i < to; i++) {
            count += runsOf[children[i]].length / 2;
        }
        long[] sorted = new long[count];
        sorted[0] = (long) self << 32 | (self + 1);
        int filled = 1;
        for (int i = from; i < to; i++) {
            int[] below = runsOf[children[i]];
            for (int r = 0; r < below.length; r += 2) {
                sorted[filled++] = (long) below[r] << 32 | below[r + 1];
            }
        }
        java.util.Arrays.sort(sorted);
        int[] merged = new int[2 * count];
        int length = 0;
        for (long run : sorted) {
            int first = (int) (run >>> 32);
            int end = (int) run;
            if (length > 0 && first <= merged[length - 1]) {
                merged[length - 1] = Math.max(merged[length - 1], end);
            } else {
                merged[length++] = first;
                merged[length++] = end;
            }
        }
        return IntArrays.copy(merged, 0, length);
    }

    public int size() {
        return size;
    }

    /** Whether no concept has more than one parent. */
    public boolean isTree() {
        return tree;
    }

    /** How many edges were left out because they close a cycle. */
    public int droppedEdges() {
        return droppedEdges;
    }

    public int parentCount(int concept) {
        return parentStart[concept + 1] - parentStart[concept];
    }

    public int parent(int concept, int index) {
        return parents[parentStart[concept] + index];
    }

    public int childCount(int concept) {
        return childStart[concept + 1] - childStart[concept];
    }

    public int child(int concept, int index) {
        return children[childStart[concept] + index];
    }

    public void forEachParent(int concept, IntConsumer visitor) {
        for (int i = parentStart[concept]; i < parentStart[concept + 1]; i++) {
            visitor.accept(parents[i]);
        }
    }

    public void forEachChild(int concept, IntConsumer visitor) {
        for (int i = childStart[concept]; i < childStart[concept + 1]; i++) {
            visitor.accept(children[i]);
        }
    }

    /** Whether {@code ancestor} is {@code concept} itself or above it. */
    public boolean isSelfOrAncestor(int ancestor, int concept) {
        int low = runStart[ancestor] >> 1;
        int high = (runStart[ancestor + 1] >> 1) - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (concept < runs[2 * middle]) {
                high = middle - 1;
            } else if (concept >= runs[2 * middle + 1]) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }

    /** How many concepts are {@code concept} itself or below it. */
    public int selfAndDescendantCount(int concept) {
        int count = 0;
        for (int r = runStart[concept]; r < runStart[concept + 1]; r += 2) {
            count += runs[r + 1] - runs[r];
        }
        return count;
    }

    public ConceptSet selfAndDescendants(int concept) {
        return ConceptSet.of(RunBitmap.of(runs, runStart[concept], runStart[concept + 1]));
    }

    /** Adds the concept and all below it to a bitmap. */
    public void addSelfAndDescendants(int concept, RoaringBitmap target) {
        for (int r = runStart[concept]; r < runStart[concept + 1]; r += 2) {
            target.add((long) runs[r], (long) runs[r + 1]);
        }
    }

    public ConceptSet descendants(int concept) {
        RoaringBitmap bitmap = RunBitmap.of(runs, runStart[concept], runStart[concept + 1]);
        bitmap.remove(concept);
        return ConceptSet.of(bitmap);
    }

    public ConceptSet selfAndAncestors(int concept) {
        RoaringBitmap bitmap = new RoaringBitmap();
        addSelfAndAncestors(concept, bitmap);
        return ConceptSet.of(bitmap);
    }

    /** Adds the concept and all above it to a bitmap that is closed upwards: what is in it already is not walked again. */
    public void addSelfAndAncestors(int concept, RoaringBitmap target) {
        IntArrayList open = new IntArrayList();
        open.push(concept);
        while (!open.isEmpty()) {
            int next = open.popInt();
            if (target.checkedAdd(next)) {
                for (int i = parentStart[next]; i < parentStart[next + 1]; i++) {
                    open.push(parents[i]);
                }
            }
        }
    }

    public ConceptSet ancestors(int concept) {
        RoaringBitmap bitmap = new RoaringBitmap();
        addSelfAndAncestors(concept, bitmap);
        bitmap.remove(concept);
        return ConceptSet.of(bitmap);
    }

    public ConceptSet children(int concept) {
        RoaringBitmap bitmap = new RoaringBitmap();
        forEachChild(concept, bitmap::add);
        return ConceptSet.of(bitmap);
    }

    public ConceptSet parents(int concept) {
        RoaringBitmap bitmap = new RoaringBitmap();
        forEachParent(concept, bitmap::add);
        return ConceptSet.of(bitmap);
    }

    /** The concepts without any child. */
    public ConceptSet leaves() {
        return ConceptSet.where(size, concept -> childStart[concept] == childStart[concept + 1]);
    }

    /** The columns, for writing them to an edition: what the public constructor takes, in its order. */
    public int[][] columns() {
        return new int[][] {parentStart, parents, childStart, children, runStart, runs};
    }
}
