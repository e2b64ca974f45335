package no.normverk.fhir.catalogue.operation;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import no.normverk.catalogue.LegalBasis;
import no.normverk.catalogue.NormativeProduct;
import no.normverk.catalogue.Obligation;
import no.normverk.catalogue.Source;
import no.normverk.catalogue.requirement.UpcomingDeadline;
import no.normverk.catalogue.requirement.UpcomingDeadlines;
import no.normverk.fhir.operation.Answer;

/**
 * Deadlines as iCalendar (RFC 5545): a day in the calendar for each, a to-do without a day for those whose date is unknown. The
 * same decision has the same UID whenever it is asked for, so that a calendar that subscribes does not double it.
 */
final class Calendar {

    static final String MEDIA_TYPE = "text/calendar";

    private static final int LONGEST_LINE = 75;
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final Texts texts;
    private final String baseUrl;
    private final StringBuilder out = new StringBuilder(4096);

    /** @param baseUrl where this server answers, for products whose own web page is not known */
    Calendar(Texts texts, String baseUrl) {
        this.texts = texts;
        this.baseUrl = baseUrl;
    }

    /** @param asOf the day whose knowledge the deadlines rest on; it stamps them */
    Answer write(LocalDate asOf, List<UpcomingDeadline> deadlines) {
        line("BEGIN", "VCALENDAR");
        line("VERSION", "2.0");
        line("PRODID", "-//Normverk//Normerende produkter//" + texts.language().toUpperCase(Locale.ROOT));
        line("CALSCALE", "GREGORIAN");
        line("METHOD", "PUBLISH");
        text("X-WR-CALNAME", texts.message("catalogue-calendar"));
        text("X-WR-CALDESC", texts.message("catalogue-knowledge", asOf.toString()));
        deadlines.forEach(deadline -> write(asOf, deadline));
        line("END", "VCALENDAR");
        byte[] bytes = out.toString().getBytes(StandardCharsets.UTF_8);
        return Answer.ok(bytes).as(MEDIA_TYPE);
    }

    private void write(LocalDate asOf, UpcomingDeadline deadline) {
        Optional<LocalDate> day = UpcomingDeadlines.day(deadline);
        String component = day.isPresent() ? "VEVENT" : "VTODO";
        line("BEGIN", component);
        line("UID", uid(deadline));
        line("DTSTAMP", asOf.format(DAY) + "T000000Z");
        day.ifPresent(on -> {
            line("DTSTART;VALUE=DATE", on.format(DAY));
            line("DTEND;VALUE=DATE", on.plusDays(1).format(DAY));
            line("TRANSP", "TRANSPARENT");
        });
        text("SUMMARY", summary(deadline));
        text("DESCRIPTION", description(deadline));
        deadline.products().stream().findFirst().ifPresent(product ->
                line("URL", product.address().orElseGet(() -> baseUrl + "/Library/" + product.key())));
        deadline.obligations().stream().findFirst().ifPresent(obligation -> text("CATEGORIES", texts.of(obligation.level())));
        line("END", component);
    }

    /** Of the decision and not of the day: a decision taken anew is a new entry, and the old one is gone from the calendar. */
    private static String uid(UpcomingDeadline deadline) {
        String name = deadline.requirement() + "-" + deadline.kind().code();
        return name.replaceAll("[^A-Za-z0-9.-]", "-") + "@normverk.no";
    }

    private String summary(UpcomingDeadline deadline) {
        String titles = String.join(" / ", deadline.products().stream().map(NormativeProduct::title).map(texts::of).toList());
        String what = deadline.obligations().stream()
                .findFirst()
                .map(obligation -> titles + " (" + texts.of(obligation.direction()).toLowerCase(Locale.ROOT) + ")")
                .or(() -> deadline.exemption().map(exemption ->
                        exemption.provision().citation() + exemption.organisation().map(who -> ", " + who.name()).orElse("")))
                .orElse(titles);
        return texts.of(deadline.kind()) + ": " + what;
    }

    private String description(UpcomingDeadline deadline) {
        StringBuilder text = new StringBuilder();
        deadline.unknown().ifPresent(reason -> text.append(reason).append('\n'));
        deadline.obligations().stream().findFirst().ifPresent(obligation -> describe(text, obligation));
        List<String> actors = deadline.obligations().stream().map(Obligation::actor).distinct().map(texts::actorName).toList();
        text.append(String.join(", ", actors)).append('\n').append(texts.sources(sources(deadline)));
        return text.toString().strip();
    }

    private static List<Source> sources(UpcomingDeadline deadline) {
        Stream<Source> ofProducts = deadline.products().stream()
                .flatMap(product -> RequirementWriter.sources(product, deadline.obligations()).stream());
        Stream<Source> ofExemption = deadline.exemption().stream().flatMap(exemption -> exemption.sources().stream());
        return Stream.concat(ofProducts, ofExemption).distinct().toList();
    }

    private void describe(StringBuilder text, Obligation obligation) {
        text.append(texts.of(obligation.level())).append(" (").append(texts.of(obligation.level().verb())).append(")\n");
        obligation.legalBasis().map(LegalBasis::citation).ifPresent(citation -> text.append(citation).append('\n'));
        obligation.decidedBy().ifPresent(authority -> text.append(authority)
                .append(obligation.decisionDate().map(date -> ", " + date).orElse(""))
                .append('\n'));
        obligation.condition().ifPresent(condition -> text.append(condition).append('\n'));
    }

    private void text(String name, String value) {
        line(name, value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n"));
    }

    /** Lines are folded at 75 bytes, never inside a character (RFC 5545, 3.1). */
    private void line(String name, String value) {
        String whole = name + ":" + value;
        int length = 0;
        for (int i = 0; i < whole.length(); ) {
            int codePoint = whole.codePointAt(i);
            int size = codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
            if (length + size > LONGEST_LINE) {
                out.append("\r\n ");
                length = 1;
            }
            out.appendCodePoint(codePoint);
            length += size;
            i += Character.charCount(codePoint);
        }
        out.append("\r\n");
    }
}
