package no.normverk.snomed;

import java.util.ArrayList;
import java.util.List;

/** Where rows came from: a number for file and line, so that a warning about a row can name both. */
final class Origins {

    private static final int LINE_BITS = 40;

    private final List<String> files = new ArrayList<>();

    synchronized long add(String file) {
        files.add(file);
        return (long) (files.size() - 1) << LINE_BITS;
    }

    /** The file of a row. */
    synchronized String file(long origin) {
        return files.get((int) (origin >>> LINE_BITS));
    }

    /** The line of a row. */
    static long line(long origin) {
        return origin & (1L << LINE_BITS) - 1;
    }
}
