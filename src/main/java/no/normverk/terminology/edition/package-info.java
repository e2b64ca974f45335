/**
 * The stored form of a large code system version: an <em>edition</em>, compiled once, never changed, opened by mapping it into
 * memory.
 *
 * <p>An edition is a directory with two files. {@code manifest.json} ({@link no.normverk.terminology.edition.Manifest}) says what
 * it is: format version, kind, system URL, version, counts, and size and SHA-256 of the column file. {@code columns.nvc} holds
 * everything else as named columns of numbers and bytes ({@link no.normverk.terminology.edition.ColumnWriter}, {@link
 * no.normverk.terminology.edition.ColumnFile}). What the columns mean is the business of the kind that wrote them; the columns of
 * text search are written and read here ({@link no.normverk.terminology.edition.DesignationIndexWriter}, {@link
 * no.normverk.terminology.edition.DesignationIndex}).
 *
 * <h2>Column file, format version 1</h2>
 *
 * All numbers are little-endian. The file is, in this order:
 *
 * <pre>
 * header     8 bytes  magic "NVCOLUMN"
 *            int      format version
 *            int      zero
 * columns    each begins at a multiple of 8: count x 1, 4 or 8 bytes
 * directory  begins at a multiple of 8; for each column in the order of writing:
 *            int      length of the name; the name in UTF-8
 *            byte     width of an element: 1 (bytes), 4 (ints) or 8 (longs)
 *            long     count of elements
 *            long     position of the first in the file
 *            int      CRC-32C of the column's bytes
 * footer     long     position of the directory
 *            int      length of the directory in bytes
 *            int      CRC-32C of the directory
 *            8 bytes  magic "NVCOLUMN"
 * </pre>
 *
 * Opening checks the magic, the format version and every checksum, so that a damaged edition is refused and never answers. A
 * column holds at most 2<sup>31</sup> - 9 elements.
 *
 * <h2>Texts</h2>
 *
 * A list of texts {@code x} is two columns: {@code x.start}, ints, one more than texts, and {@code x.bytes}, UTF-8.
 *
 * <h2>Entries of lists</h2>
 *
 * What a list of concepts says of each is a list of texts, one for each ordinal ({@link no.normverk.terminology.edition.ListedColumn}): an element of FHIR's {@code ValueSet.expansion.contains} with
 * system, code and display, as JSON, and a comma after it; an empty text where there is more to tell of a concept, or nothing.
 *
 * <h2>Writing</h2>
 *
 * {@link no.normverk.terminology.edition.EditionDirectory} writes to a temporary sibling directory, has it opened and checked,
 * forces it to disk and renames it: an edition is there whole or not at all.
 *
 * <p>This package knows nothing of SNOMED CT, other code systems, or where release files come from.
 */
@NullMarked
package no.normverk.terminology.edition;

import org.jspecify.annotations.NullMarked;
