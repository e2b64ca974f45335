package no.normverk.loading;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * XML before anybody knows what it means; read by the JDK's parser whatever else is on the classpath, so that messages are the
 * same everywhere. Document type definitions and external entities are not followed.
 */
final class Xml {
    private Xml() {}

    static XMLStreamReader reader(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(in);
    }

    /** @throws LoadingException with line and column when it is not */
    static void checkWellFormed(byte[] xml, Place place) {
        try {
            XMLStreamReader reader = reader(new ByteArrayInputStream(xml));
            while (reader.hasNext()) {
                reader.next();
            }
        } catch (XMLStreamException e) {
            throw malformed(e, place);
        }
    }

    static LoadingException malformed(XMLStreamException problem, Place place) {
        int line = problem.getLocation() == null ? 0 : problem.getLocation().getLineNumber();
        int column = problem.getLocation() == null ? 0 : problem.getLocation().getColumnNumber();
        // The parsers repeat the place in their message, before it or behind it.
        String reason = String.valueOf(problem.getMessage())
                .replaceAll("(?s)ParseError at .*?Message: ", "")
                .replaceAll("(?s)\\s+at \\[row,col.*", "")
                .strip();
        return new LoadingException(place.at(line, column), "not well-formed XML: " + reason);
    }
}
