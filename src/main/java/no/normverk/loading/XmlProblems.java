package no.normverk.loading;

import java.util.Optional;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** What the XML parser complains of, in the words of a load. */
final class XmlProblems {
    private XmlProblems() {}

    /** The XML parser's complaint, if that is the reason behind another exception. */
    static Optional<XMLStreamException> behind(Throwable problem) {
        for (@Nullable Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof XMLStreamException xml) {
                return Optional.of(xml);
            }
        }
        return Optional.empty();
    }

    /** The reason without the place, which is told separately. */
    static String reason(XMLStreamException problem) {
        String message = String.valueOf(problem.getMessage());
        return message.replaceAll("(?s)\\s+at \\[row,col.*", "").replaceAll("(?s)ParseError at .*?Message: ", "").strip();
    }

    static Place place(XMLStreamException problem, Place place) {
        Location location = problem.getLocation();
        return location == null ? place : place.at(location.getLineNumber(), location.getColumnNumber());
    }
}
