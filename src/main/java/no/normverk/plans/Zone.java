package no.normverk.plans;

import java.util.List;
import no.normverk.authoring.LocalText;

/**
 * One zone of a plan in zones: how the patient notices it, and what to do then. In a patient's plan each zone is a care plan of
 * its own, part of the main one, as HL7 Norway models it.
 *
 * @param id unique within the plan
 * @param when how it is noticed
 * @param interventions what to do
 */
public record Zone(String id, ZoneColour colour, LocalText when, List<Intervention> interventions) {

    public Zone {
        interventions = List.copyOf(interventions);
    }
}
