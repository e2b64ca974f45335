package no.normverk.fhir.server;

import java.io.IOException;

/** Answers one kind of request. */
@FunctionalInterface
interface Interaction {

    /**
     * Answers.
     *
     * @throws Problem when the request cannot be answered
     * @throws IOException when the caller is gone
     */
    void answer(Call call) throws IOException;
}
