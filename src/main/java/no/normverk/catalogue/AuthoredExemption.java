package no.normverk.catalogue;

/**
 * An exemption as it is kept, and whether others may see it. Exemptions of sole practitioners are not published.
 *
 * @param exemption the exemption
 * @param published whether it may be in any answer
 */
public record AuthoredExemption(Exemption exemption, boolean published) {}
