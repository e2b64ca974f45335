package no.normverk.terminology;

import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import org.roaringbitmap.PeekableIntIterator;
import org.roaringbitmap.RoaringBitmap;

/**
 * An immutable set of concepts of one code system version, as a compressed bitmap of ordinals. Sets of different versions must not be mixed: an
 * ordinal means nothing outside its version.
 */
public final class ConceptSet {

    public static final ConceptSet EMPTY = new ConceptSet(new RoaringBitmap());

    private final RoaringBitmap ordinals;

    private ConceptSet(RoaringBitmap ordinals) {
        this.ordinals = ordinals;
    }

    /** Takes over the bitmap: the caller must not change it afterwards. */
    public static ConceptSet of(RoaringBitmap ordinals) {
        return ordinals.isEmpty() ? EMPTY : new ConceptSet(ordinals);
    }

    public static ConceptSet of(int... ordinals) {
        return of(RoaringBitmap.bitmapOf(ordinals));
    }

    /** All ordinals from {@code first} up to but not including {@code end}. */
    public static ConceptSet range(int first, int end) {
        if (first >= end) {
            return EMPTY;
        }
        RoaringBitmap bitmap = new RoaringBitmap();
        bitmap.add((long) first, (long) end);
        return new ConceptSet(bitmap);
    }

    /** The ordinals below {@code size} that satisfy the condition. */
    public static ConceptSet where(int size, IntPredicate condition) {
        RoaringBitmap bitmap = new RoaringBitmap();
        for (int ordinal = 0; ordinal < size; ordinal++) {
            if (condition.test(ordinal)) {
                bitmap.add(ordinal);
            }
        }
        bitmap.runOptimize();
        return of(bitmap);
    }

    public boolean contains(int ordinal) {
        return ordinals.contains(ordinal);
    }

    public int cardinality() {
        return ordinals.getCardinality();
    }

    public boolean isEmpty() {
        return ordinals.isEmpty();
    }

    public ConceptSet and(ConceptSet other) {
        return of(RoaringBitmap.and(ordinals, other.ordinals));
    }

    public ConceptSet or(ConceptSet other) {
        if (isEmpty()) {
            return other;
        }
        return other.isEmpty() ? this : of(RoaringBitmap.or(ordinals, other.ordinals));
    }

    public ConceptSet minus(ConceptSet other) {
        return other.isEmpty() ? this : of(RoaringBitmap.andNot(ordinals, other.ordinals));
    }

    /** The ordinals below {@code size} that are not in this set. */
    public ConceptSet complement(int size) {
        return of(RoaringBitmap.flip(ordinals, 0L, size));
    }

    public boolean intersects(ConceptSet other) {
        return RoaringBitmap.intersects(ordinals, other.ordinals);
    }

    public boolean containsAll(ConceptSet other) {
        return ordinals.contains(other.ordinals);
    }

    /** The member with {@code rank} smaller members before it; {@code 0 <= rank < cardinality()}. */
    public int select(int rank) {
        return ordinals.select(rank);
    }

    /** The smallest member that is not below {@code ordinal}, or -1. */
    public int next(int ordinal) {
        return (int) ordinals.nextValue(ordinal);
    }

    /** Visits the members in ascending order. */
    public void forEach(IntConsumer visitor) {
        ordinals.forEach((org.roaringbitmap.IntConsumer) visitor::accept);
    }

    /** Members in ascending order, {@code count} at the most, after leaving out the first {@code offset}. */
    public int[] page(int offset, int count) {
        int size = Math.clamp((long) cardinality() - offset, 0, count);
        int[] page = new int[size];
        if (size == 0) {
            return page;
        }
        PeekableIntIterator members = ordinals.getIntIterator();
        members.advanceIfNeeded(ordinals.select(offset));
        for (int i = 0; i < size; i++) {
            page[i] = members.next();
        }
        return page;
    }

    /** The members in ascending order. */
    public int[] toArray() {
        return ordinals.toArray();
    }

    /** A copy of the bitmap, for those who must compute on it. */
    public RoaringBitmap toBitmap() {
        return ordinals.clone();
    }

    /** The bitmap itself, for reading only: whoever changes it breaks every holder of this set. */
    public RoaringBitmap bitmap() {
        return ordinals;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConceptSet set && ordinals.equals(set.ordinals);
    }

    /** Not the bitmap's, which differs with how its containers are stored. */
    @Override
    public int hashCode() {
        return isEmpty() ? 0 : 31 * (31 * ordinals.getCardinality() + ordinals.first()) + ordinals.last();
    }

    @Override
    public String toString() {
        return ordinals.toString();
    }
}
