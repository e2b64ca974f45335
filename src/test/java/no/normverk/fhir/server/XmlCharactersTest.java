package no.normverk.fhir.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class XmlCharactersTest {

    @Test
    void whatXmlCannotHoldIsReplaced() {
        assertThat(XmlCharacters.legal("{\"a\":\"x\\u0000\\u001Fy\"}")).isEqualTo("{\"a\":\"x\\ufffd\\ufffdy\"}");
        assertThat(XmlCharacters.legal("{\"a\":\"\uFFFF\\uffff\"}")).isEqualTo("{\"a\":\"\uFFFD\\ufffd\"}");
    }

    @Test
    void everythingElseStays() {
        String json = "{\"a\":\"\\\\u0000 \\n\\t\\u0009\\u00e6 æ \uD83D\uDE00 \\ud83d\\ude00\"}";

        assertThat(XmlCharacters.legal(json)).isSameAs(json);
    }

    @Test
    void anUnfinishedEscapeIsLeftToTheParser() {
        assertThat(XmlCharacters.legal("\"\\u00")).isEqualTo("\"\\u00");
        assertThat(XmlCharacters.legal("\\")).isEqualTo("\\");
    }
}
