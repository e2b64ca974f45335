package no.normverk.terminology.valueset;

/** Whether a value set holds codes that no expansion can list, because a grammar puts them together. */
public enum Unclosed {
    /** It does not. */
    NO,
    /** Those that pass its filters. */
    FILTERED,
    /** All that the code system's grammar allows. */
    WHOLE_SYSTEM
}
