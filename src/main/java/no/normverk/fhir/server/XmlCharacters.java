package no.normverk.fhir.server;

/** The characters that XML 1.0 can hold (section 2.2). JSON can hold more; in an answer they can only come from what a caller sent, and are shown as U+FFFD. */
final class XmlCharacters {

    private static final char REPLACEMENT = '\uFFFD';

    private XmlCharacters() {}

    /** JSON in which nothing is left, escaped or not, that XML cannot hold. */
    static String legal(String json) {
        StringBuilder legal = null;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '\\' && i + 1 < json.length()) {
                boolean code = json.charAt(i + 1) == 'u' && i + 5 < json.length();
                if (code && !isLegal((char) Integer.parseInt(json, i + 2, i + 6, 16))) {
                    legal = legal == null ? new StringBuilder(json) : legal;
                    legal.replace(i, i + 6, "\\ufffd");
                }
                i += code ? 5 : 1;
            } else if (!isLegal(c)) {
                legal = legal == null ? new StringBuilder(json) : legal;
                legal.setCharAt(i, REPLACEMENT);
            }
        }
        return legal == null ? json : legal.toString();
    }

    private static boolean isLegal(char c) {
        return c >= 0x20 ? c < 0xFFFE : c == '\t' || c == '\n' || c == '\r';
    }
}
