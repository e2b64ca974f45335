package no.normverk.catalogue.requirement;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.normverk.catalogue.Catalogue;
import no.normverk.catalogue.NormativeProduct;

/**
 * The rows of every product that has any, and which of these products take the place of which, by number: what comes next is looked
 * for along these.
 */
final class ProductRows {

    private static final int[] NONE = {};

    private final int[] numbers;
    private final Map<String, Integer> byKey = new HashMap<>();
    private final int[][] rows;
    private final int[][] successors;

    /** @param products the product of every row */
    ProductRows(Catalogue catalogue, NormativeProduct[] products) {
        numbers = new int[products.length];
        List<IntList> collected = new ArrayList<>();
        for (int row = 0; row < products.length; row++) {
            int number = byKey.computeIfAbsent(products[row].key(), first -> byKey.size());
            if (number == collected.size()) {
                collected.add(new IntArrayList());
            }
            collected.get(number).add(row);
            numbers[row] = number;
        }
        rows = collected.stream().map(IntList::toIntArray).toArray(int[][]::new);
        successors = new int[rows.length][];
        byKey.forEach((key, number) -> successors[number] = catalogue.replacedBy(key).stream()
                .map(byKey::get)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .toArray());
    }

    /** The number of a row's product. */
    int number(int row) {
        return numbers[row];
    }

    /** The rows of a product; not to be changed. */
    int[] rows(int number) {
        return rows[number];
    }

    /** The products that take the place of one, of those that have rows; not to be changed. */
    int[] successors(int number) {
        return successors[number];
    }

    /** The rows of a product, none when there is no such product. */
    int[] rows(String key) {
        Integer number = byKey.get(key);
        return number == null ? NONE : rows[number].clone();
    }
}
