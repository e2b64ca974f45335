package no.normverk.loading;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import no.normverk.classification.AdministrativeCodeListReader;
import no.normverk.classification.Icd11MapReader;
import no.normverk.classification.Icd11TabulationReader;
import no.normverk.classification.NlkReader;
import no.normverk.fhir.resource.ResourceDocument;

/** Tells by its content what a file is, and only of a table's descriptor by its name; when nothing fits, says what was seen. */
final class FormatDetection {
    private static final String FHIR_NAMESPACE = "http://hl7.org/fhir";

    private final List<EditionFormat> editionFormats;

    FormatDetection(List<EditionFormat> editionFormats) {
        this.editionFormats = List.copyOf(editionFormats);
    }

    Recognition recognise(Path path) {
        if (!Files.exists(path)) {
            throw new LoadingException(Place.of(path.toString()), "there is no such file");
        }
        try {
            if (Files.isDirectory(path)) {
                return directory(path);
            }
            if (DescribedTable.isDescriptor(path)) {
                return new Recognition.Known(DescribedTable.format(path));
            }
            byte[] head = head(path);
            if (startsWith(head, 'P', 'K')) {
                return zip(path);
            }
            if (startsWith(head, 0x1f, 0x8b)) {
                return PackageArchive.open(path).recognise();
            }
            return text(path, head);
        } catch (IOException e) {
            throw new LoadingException(Place.of(path.toString()), "cannot be read: " + e.getMessage());
        }
    }

    private Recognition directory(Path path) throws IOException {
        for (EditionFormat format : editionFormats) {
            if (format.recognises(path)) {
                return new Recognition.Release(format);
            }
        }
        return new Recognition.Folder();
    }

    private Recognition zip(Path path) throws IOException {
        if (path.getFileSystem() != FileSystems.getDefault()) {
            return new Recognition.Folder(); // A release is compiled from its own file, not from inside another archive.
        }
        for (EditionFormat format : editionFormats) {
            if (format.recognises(path)) {
                return new Recognition.Release(format);
            }
        }
        return new Recognition.Folder();
    }

    /** What is looked for in folders and archives as a whole, for people. */
    String releases() {
        return editionFormats.isEmpty()
                ? "this program reads no releases from folders or zip archives"
                : "looked for: " + String.join(", ", editionFormats.stream().map(EditionFormat::description).toList());
    }

    private static Recognition text(Path path, byte[] head) throws IOException {
        if (startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff)) {
            return new Recognition.Unknown("a text in UTF-16, as some spreadsheet programs save it; save it as UTF-8");
        }
        String start = new String(head, StandardCharsets.UTF_8).replace("\uFEFF", "").stripLeading();
        if (start.isEmpty()) {
            return new Recognition.Unknown(Files.size(path) == 0 ? "the file is empty" : "the file begins with blanks only");
        }
        return switch (start.charAt(0)) {
            case '{' -> object(path);
            case '[' -> array(path);
            case '<' -> xml(path);
            default -> isText(head) ? table(start) : new Recognition.Unknown("a binary file of an unknown kind");
        };
    }

    /** A table is told by its header. */
    private static Recognition table(String start) {
        String header = start.lines().findFirst().orElse("");
        if (Icd11MapReader.recognises(header)) {
            return new Recognition.Known(ContentFormat.ICD_11_MAP);
        }
        if (Icd11TabulationReader.recognises(header)) {
            return new Recognition.Known(ContentFormat.ICD_11_TABULATION);
        }
        if (NlkReader.recognises(header)) {
            return new Recognition.Known(ContentFormat.NLK);
        }
        return new Recognition.Unknown("a text that is neither JSON nor XML nor a known table; it begins with '" + firstLine(start)
                + "'. A code list as a table needs a descriptor beside it, " + DescribedTable.DESCRIPTORS);
    }

    private static Recognition object(Path path) throws IOException {
        Set<String> members = new TreeSet<>();
        boolean resource = false;
        try (JsonParser parser = ResourceDocument.MAPPER.createParser(Files.newInputStream(path))) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                members.add(parser.currentName());
                resource |= parser.currentName().equals("resourceType");
                parser.nextToken();
                parser.skipChildren();
            }
            if (resource && parser.nextToken() == JsonToken.START_OBJECT) {
                return new Recognition.Known(ContentFormat.FHIR_NDJSON);
            }
        } catch (JsonProcessingException e) {
            if (!resource) {
                throw JsonProblems.malformed(e, Place.of(path.toString()));
            }
            // A resource; reading it will say where it is malformed.
        }
        if (resource) {
            return new Recognition.Known(ContentFormat.FHIR_JSON);
        }
        if (AdministrativeCodeListReader.recognises(members)) {
            return new Recognition.Known(ContentFormat.ADMINISTRATIVE_CODE_LIST);
        }
        return new Recognition.Unknown("a JSON object without resourceType, so no FHIR resource; its members are " + members
                + ", and those of a code list of the Directorate are 'id', 'title', 'status', 'owner', 'concepts' and others");
    }

    private static Recognition array(Path path) throws IOException {
        Set<String> members = new HashSet<>();
        try (JsonParser parser = ResourceDocument.MAPPER.createParser(Files.newInputStream(path))) {
            parser.nextToken();
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return new Recognition.Unknown("a JSON array, but not one of objects");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                members.add(parser.currentName());
                parser.nextToken();
                parser.skipChildren();
            }
        } catch (JsonProcessingException e) {
            throw JsonProblems.malformed(e, Place.of(path.toString()));
        }
        if (members.equals(Set.of("code", "text"))) {
            return new Recognition.Known(ContentFormat.DIAGNOSEKODER_LIST);
        }
        if (members.containsAll(Set.of("Kode", "Tekst_uten_lengdebegrensning"))) {
            return new Recognition.Known(ContentFormat.FINNKODE);
        }
        return new Recognition.Unknown("a JSON array of objects with the members " + new TreeSet<>(members)
                + "; known are 'code' and 'text' (@navikt/diagnosekoder), and 'Kode' and 'Tekst_uten_lengdebegrensning' "
                        + "(FinnKode)");
    }

    private static Recognition xml(Path path) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            XMLStreamReader reader = Xml.reader(in);
            while (!reader.isStartElement()) {
                reader.next();
            }
            if (FHIR_NAMESPACE.equals(reader.getNamespaceURI())) {
                return new Recognition.Known(ContentFormat.FHIR_XML);
            }
            if (reader.getLocalName().equals("ClaML")) {
                return new Recognition.Known(ContentFormat.CLAML);
            }
            return new Recognition.Unknown("XML whose root element is " + reader.getLocalName() + " in "
                    + (reader.getNamespaceURI() == null ? "no namespace" : "the namespace " + reader.getNamespaceURI())
                    + "; FHIR resources (" + FHIR_NAMESPACE + ") and ClaML are read from XML");
        } catch (XMLStreamException e) {
            throw Xml.malformed(e, Place.of(path.toString()));
        }
    }

    private static byte[] head(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(4096);
        }
    }

    private static boolean startsWith(byte[] head, int first, int second) {
        return head.length > 1 && (head[0] & 0xff) == first && (head[1] & 0xff) == second;
    }

    private static boolean isText(byte[] head) {
        for (byte b : head) {
            if (b >= 0 && b < 9) {
                return false;
            }
        }
        return true;
    }

    private static String firstLine(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() > 60 ? line.substring(0, 60) + "..." : line;
    }
}
