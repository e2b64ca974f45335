package no.normverk.terminology.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamingSystemsTest {

    private final NamingSystems systems = new NamingSystems(List.of(
            new NamingSystem("A", List.of(
                    new UniqueId("uri", "http://x.no/a", true),
                    new UniqueId("uri", "http://old.x.no/a", false),
                    new UniqueId("oid", "1.2.3", false),
                    new UniqueId("uuid", "7c6a2f2e-0000-4000-8000-000000000001", false))),
            new NamingSystem("B", List.of(
                    new UniqueId("uri", "http://x.no/b", false),
                    new UniqueId("uri", "http://x.no/shared", false),
                    new UniqueId("oid", "urn:oid:1.2.4", false))),
            new NamingSystem("C", List.of(new UniqueId("uri", "http://x.no/shared", false), new UniqueId("other", "CC", false)))));

    @Test
    void everyIdentifierLeadsToThePreferredOneOfATypeWhicheverWayItIsWritten() {
        for (String id : List.of("http://x.no/a", "http://old.x.no/a", "1.2.3", "urn:oid:1.2.3", "urn:uuid:7c6a2f2e-0000-4000-8000-000000000001")) {
            assertThat(systems.preferred(id, "uri")).isEqualTo("http://x.no/a");
            assertThat(systems.preferred(id, "oid")).isEqualTo("1.2.3");
        }
    }

    @Test
    void anOidIsToldWithoutItsPrefix() {
        assertThat(systems.preferred("http://x.no/b", "oid")).isEqualTo("1.2.4");
    }

    @Test
    void severalThatSpeakOfOneSystemAnswerAsOne() {
        NamingSystems several = new NamingSystems(List.of(
                new NamingSystem("Ours", List.of(new UniqueId("uri", "http://x.no/a", true), new UniqueId("uri", "urn:oid:1.2.3", false), new UniqueId("oid", "1.2.3", true))),
                new NamingSystem("Theirs", List.of(new UniqueId("uri", "http://x.no/a", true), new UniqueId("uri", "urn:oid:1.2.3", false))),
                new NamingSystem("Other", List.of(new UniqueId("uri", "http://x.no/b", true), new UniqueId("uri", "http://x.no/old", false))),
                new NamingSystem("Thief", List.of(new UniqueId("uri", "http://x.no/c", true), new UniqueId("uri", "http://x.no/old", false)))));
        assertThat(several.preferred("urn:oid:1.2.3", "uri")).isEqualTo("http://x.no/a");
        assertThat(several.preferred("http://x.no/a", "oid")).as("one of them tells it").isEqualTo("1.2.3");
        assertThatThrownBy(() -> several.preferred("http://x.no/old", "uri")).hasMessageContaining("preferred-id-ambiguous").hasMessageContaining("Other, Thief");
    }

    @Test
    void whatIsUnknownMissingOrAmbiguousIsToldAndNotGuessed() {
        assertThatThrownBy(() -> systems.preferred("9.9", "uri")).hasMessageContaining("preferred-id-unknown");
        assertThatThrownBy(() -> systems.preferred("1.2.3", "other")).hasMessageContaining("preferred-id-none");
        assertThatThrownBy(() -> systems.preferred("http://x.no/shared", "uri")).hasMessageContaining("preferred-id-ambiguous");
        assertThatThrownBy(() -> systems.preferred("1.2.4", "uri")).hasMessageContaining("preferred-id-several");
    }
}
