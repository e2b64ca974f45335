package no.normverk.fhir.catalogue.operation;

import java.time.LocalDate;
import no.normverk.catalogue.requirement.ObligationIndex;
import no.normverk.fhir.operation.ParametersWriter;

/** Tells what an answer rests on: how far the catalogue's knowledge reaches on the day that is asked from. */
final class Knowledge {

    private Knowledge() {}

    static void write(ParametersWriter out, Texts texts, ObligationIndex index, LocalDate asOf) {
        out.date("asOf", asOf.toString());
        index.latestDecision(asOf).ifPresent(day -> out.date("latest-decision", day.toString()));
        out.string("knowledge", texts.message("catalogue-knowledge", asOf.toString()));
    }
}
