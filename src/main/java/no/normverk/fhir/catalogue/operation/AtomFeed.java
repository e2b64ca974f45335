package no.normverk.fhir.catalogue.operation;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import no.normverk.catalogue.Deadline;
import no.normverk.catalogue.LegalBasis;
import no.normverk.catalogue.Obligation;
import no.normverk.catalogue.requirement.CatalogueChange;
import no.normverk.catalogue.requirement.ChangeQuery;
import no.normverk.catalogue.requirement.UpcomingDeadline;
import no.normverk.fhir.operation.Answer;

/** Changes as an Atom feed (RFC 4287), the newest first. An entry has the same id whenever it is asked for. */
final class AtomFeed {

    static final String MEDIA_TYPE = "application/atom+xml";

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    private static final String TAG = "tag:normverk.no,2026:";

    private final Texts texts;
    private final String baseUrl;

    /** @param baseUrl the server's FHIR base as the caller sees it */
    AtomFeed(Texts texts, String baseUrl) {
        this.texts = texts;
        this.baseUrl = baseUrl;
    }

    /**
     * Writes the feed.
     *
     * @param toToday whether it goes up to the day it is asked for on
     */
    Answer write(ChangeQuery query, boolean toToday, List<CatalogueChange> changes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(8192);
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "lang", texts.language());
            element(xml, "id", TAG + "changes?" + question(query));
            element(xml, "title", texts.message("catalogue-feed"));
            element(xml, "subtitle", texts.message("catalogue-knowledge", query.until().toString()));
            element(xml, "updated", time(changes.isEmpty() ? query.until() : changes.getLast().knownOn()));
            link(xml, "self", self(query, toToday));
            author(xml);
            List<CatalogueChange> newestFirst = new ArrayList<>(changes).reversed();
            for (CatalogueChange change : newestFirst) {
                entry(xml, change);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("an Atom feed cannot be written to memory", e);
        }
        return Answer.ok(bytes.toByteArray()).as(MEDIA_TYPE);
    }

    /** Asked for again, the feed goes up to the day that it then is, unless it was asked for up to a day. */
    private String self(ChangeQuery query, boolean toToday) {
        String until = toToday ? "" : "&until=" + query.until();
        return baseUrl + "/Library/$changes-since?" + question(query) + until + "&displayLanguage=" + texts.language() + "&_format=atom";
    }

    /** What tells one feed from another, whatever day it is read on. */
    private static String question(ChangeQuery query) {
        StringBuilder question = new StringBuilder("since=").append(query.since());
        query.actors().forEach(actor -> question.append("&actor=").append(URLEncoder.encode(actor, StandardCharsets.UTF_8)));
        query.levelMin().ifPresent(level -> question.append("&level=").append(level.code()));
        return question.toString();
    }

    private static void author(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("author");
        element(xml, "name", "Normverk");
        xml.writeEndElement();
    }

    private void entry(XMLStreamWriter xml, CatalogueChange change) throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "id", id(change));
        element(xml, "title", texts.of(change.kind()) + ": " + texts.of(change.product().title()));
        element(xml, "updated", time(change.knownOn()));
        link(xml, "alternate", baseUrl + "/Library/" + change.product().key());
        xml.writeEmptyElement("category");
        xml.writeAttribute("term", change.kind().code());
        xml.writeAttribute("label", texts.of(change.kind()));
        element(xml, "summary", summary(change));
        xml.writeEndElement();
    }

    /** What was decided about what: never the day it was asked. */
    private static String id(CatalogueChange change) {
        StringBuilder id = new StringBuilder(TAG).append(change.product().key()).append('/').append(change.kind().code())
                .append('/').append(change.date());
        change.obligations().stream().findFirst().ifPresent(obligation -> id.append('/').append(plain(obligation.id())));
        change.moved().ifPresent(moved -> id.append('/').append(moved.field()));
        change.before().ifPresent(before -> id.append('/').append(plain(before.id())));
        change.revision().ifPresent(revision -> id.append('/').append(Integer.toHexString(revision.text().hashCode())));
        return id.toString();
    }

    private static String plain(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String summary(CatalogueChange change) {
        List<String> parts = new ArrayList<>();
        change.revision().ifPresent(revision -> parts.add(revision.text()));
        change.moved().ifPresent(moved ->
                parts.add(name(moved) + ": " + written(moved.before()) + " → " + written(moved.after())));
        change.before()
                .filter(before -> change.kind() == CatalogueChange.Kind.RAISED || change.kind() == CatalogueChange.Kind.LOWERED)
                .flatMap(before -> change.obligations().stream().findFirst().map(after -> texts.of(before.level()) + " → " + texts.of(after.level())))
                .ifPresent(parts::add);
        change.obligations().stream().findFirst().ifPresent(obligation -> describe(parts, obligation));
        List<String> actors = change.obligations().stream().map(Obligation::actor).distinct().map(texts::actorName).toList();
        if (!actors.isEmpty()) {
            parts.add(String.join(", ", actors));
        }
        parts.add(texts.sources(RequirementWriter.sources(change.product(), change.obligations())));
        return String.join("; ", parts);
    }

    private String name(CatalogueChange.Moved moved) {
        return texts.of(switch (moved.field()) {
            case "mayFrom" -> UpcomingDeadline.Kind.MAY_FROM;
            case "mustFrom" -> UpcomingDeadline.Kind.MUST_FROM;
            default -> UpcomingDeadline.Kind.UNTIL;
        });
    }

    private void describe(List<String> parts, Obligation obligation) {
        parts.add(texts.of(obligation.direction()) + ", " + texts.of(obligation.level()));
        obligation.mustFrom().ifPresent(from -> parts.add(texts.message("catalogue-from", written(Optional.of(from)))));
        obligation.legalBasis().map(LegalBasis::citation).ifPresent(parts::add);
        obligation.decidedBy().ifPresent(parts::add);
    }

    private static String written(Optional<Deadline> deadline) {
        return deadline.map(when -> switch (when) {
            case Deadline.On on -> on.date().text();
            case Deadline.Unknown unknown -> unknown.reason();
        }).orElse("–");
    }

    private static String time(LocalDate day) {
        return day.atStartOfDay(CatalogueOperations.ZONE).toOffsetDateTime().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private static void link(XMLStreamWriter xml, String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", address);
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
