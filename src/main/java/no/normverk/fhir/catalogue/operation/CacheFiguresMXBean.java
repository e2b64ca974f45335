package no.normverk.fhir.catalogue.operation;

/** What a cache has done since the server started, for whoever watches over it with a tool that speaks JMX. */
public interface CacheFiguresMXBean {

    /** How often what was asked for was there. */
    long getHits();

    /** How often it was not, and had to be made. */
    long getMisses();

    /** Hits of all that was asked for, from 0 to 1; 1 when nothing was. */
    double getHitRate();

    /** How much was given up to make room. */
    long getEvictions();
}
