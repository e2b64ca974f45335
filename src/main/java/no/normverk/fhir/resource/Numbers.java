package no.normverk.fhir.resource;

import java.util.Locale;

/** Numbers that people spell in many ways, in one spelling. */
final class Numbers {

    private Numbers() {}

    /** Without space, dots and underscores, in capitals. */
    static String squeeze(String number) {
        StringBuilder squeezed = new StringBuilder(number.length());
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (!Character.isWhitespace(c) && c != '\u00a0' && c != '.' && c != '_') {
                squeezed.append(c);
            }
        }
        return squeezed.toString().toUpperCase(Locale.ROOT);
    }
}
