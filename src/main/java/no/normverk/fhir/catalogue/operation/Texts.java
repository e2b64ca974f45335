package no.normverk.fhir.catalogue.operation;

import java.util.List;
import java.util.stream.Collectors;
import no.normverk.authoring.Coded;
import no.normverk.authoring.LocalText;
import no.normverk.catalogue.ActorType;
import no.normverk.catalogue.ActorTypes;
import no.normverk.catalogue.Source;
import no.normverk.fhir.catalogue.Canonical;
import no.normverk.fhir.message.Messages;
import no.normverk.terminology.Coding;
import no.normverk.terminology.Languages;
import no.normverk.terminology.Message;

/** Words in the caller's language: bokmål, in which the catalogue is written, when no language is asked for or the text has no other. */
final class Texts {

    private static final Languages BOKMAAL = Languages.parse("nb");

    private final Languages languages;
    private final String language;
    private final ActorTypes actors;

    Texts(Languages wanted, ActorTypes actors) {
        this.languages = wanted.isEmpty() ? BOKMAAL : wanted;
        this.language = Messages.language(languages);
        this.actors = actors;
    }

    String language() {
        return language;
    }

    String of(LocalText text) {
        return switch (language) {
            case "nn" -> text.nn().orElse(text.nb());
            case "en" -> text.en().orElse(text.nb());
            default -> text.nb();
        };
    }

    String of(Coded code) {
        return of(code.title());
    }

    String message(String key, String... arguments) {
        return Messages.text(Message.of(key, arguments), languages);
    }

    /** The evidence in one line, each piece with its address where it has one. */
    String sources(List<Source> sources) {
        return message(
                "catalogue-sources",
                sources.stream()
                        .map(source -> source.title() + source.url().map(url -> " <" + url + ">").orElse(""))
                        .collect(Collectors.joining(", ")));
    }

    Coding coding(String system, Coded code) {
        return new Coding(Canonical.codeSystem(system), null, code.code(), of(code.title()));
    }

    String actorName(String code) {
        return actors.find(code).map(ActorType::title).map(this::of).orElse(code);
    }

    Coding actor(String code) {
        return new Coding(Canonical.codeSystem("aktor"), null, code, actorName(code));
    }
}
