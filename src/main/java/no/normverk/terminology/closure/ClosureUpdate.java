package no.normverk.terminology.closure;

import java.util.List;

/**
 * What a caller shall add to its table.
 *
 * @param version the table's version with this in it; 0 for a new table
 * @param entries the rows to add
 */
public record ClosureUpdate(int version, List<ClosureEntry> entries) {}
