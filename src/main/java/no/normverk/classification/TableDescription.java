package no.normverk.classification;

import java.util.List;
import no.normverk.classification.TableFile.Column;
import no.normverk.classification.TableFile.Row;
import org.jspecify.annotations.Nullable;

/** What every descriptor of a table says of how the table is written: which file it is, its separator and encoding, and the names of its columns where the table itself has no header. */
public final class TableDescription {

    /** What the publishers of Norwegian code lists write for yes. */
    static final List<String> YES = List.of("true", "ja", "yes", "1", "x");

    /** And for no. */
    static final List<String> NO = List.of("false", "nei", "no", "0");

    static final List<String> EQUIVALENCES =
            List.of("relatedto", "equivalent", "equal", "wider", "subsumes", "narrower", "specializes", "inexact");

    private TableDescription() {}

    /** The name of the table that a descriptor names; {@code null} when it names none, and then the table has the descriptor's own name. */
    public static @Nullable String fileOf(byte[] descriptor) throws ClassificationException {
        return DescriptorNode.parse(FileText.utf8(descriptor)).text("file");
    }

    /**
     * Reads the table that a descriptor describes.
     *
     * @throws ClassificationException when the descriptor is refused
     * @throws TableException when the table is
     */
    static TableFile table(DescriptorNode descriptor, byte[] bytes) throws ClassificationException, TableException {
        descriptor.text("file");
        String separator = descriptor.text("separator", ";");
        if (separator.equals("tab")) {
            separator = "\t";
        }
        if (separator.length() != 1) {
            throw descriptor.wrong("separator", "one character, or the word tab, was expected");
        }
        String encoding = descriptor.text("encoding", "utf-8");
        if (!encoding.equalsIgnoreCase("utf-8") && !encoding.equalsIgnoreCase("windows-1252")) {
            throw descriptor.wrong("encoding", "utf-8 or windows-1252 was expected");
        }
        List<String> header = descriptor.texts("header");
        try {
            String text = encoding.equalsIgnoreCase("utf-8") ? FileText.utf8(bytes) : FileText.utf8OrCp1252(bytes);
            return TableFile.read(text, new TableFile.Shape(separator.charAt(0), true, 0), header);
        } catch (ClassificationException e) {
            throw new TableException(e);
        }
    }

    /** A part of a descriptor that must be there. */
    static DescriptorNode needed(DescriptorNode descriptor, String name) throws ClassificationException {
        DescriptorNode node = descriptor.mapping(name);
        if (node == null) {
            throw descriptor.wrong("'" + name + "' is missing; the descriptor has " + descriptor.names());
        }
        return node;
    }

    /** A column that the descriptor names and the table must have. */
    static Column column(TableFile table, String header) throws TableException {
        try {
            return table.require(header);
        } catch (ClassificationException e) {
            throw new TableException(e);
        }
    }

    /** A column that the descriptor may name, and that the table must have if it does. */
    static @Nullable Column optional(TableFile table, DescriptorNode columns, String name) throws ClassificationException, TableException {
        String header = columns.text(name);
        return header == null ? null : column(table, header);
    }

    static TableException wrong(Row row, Column column, String reason) {
        return new TableException(row.wrong(column, reason));
    }
}
