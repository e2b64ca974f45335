package no.normverk.terminology.naming;

import java.util.List;

/**
 * A system of codes or identifiers by its names (FHIR R4, 4.11).
 *
 * @param name what it is called among computers
 * @param ids its identifiers
 */
public record NamingSystem(String name, List<UniqueId> ids) {

    public NamingSystem {
        ids = List.copyOf(ids);
    }
}
