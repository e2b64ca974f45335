package no.normverk.terminology.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AliasesTest {

    /** The first URI is the preferred one. */
    private static NamingSystem naming(String name, String... uris) {
        List<UniqueId> ids = new ArrayList<>();
        Arrays.stream(uris).forEach(uri -> ids.add(uri.startsWith("1.") ? new UniqueId("oid", uri, false) : new UniqueId("uri", uri, ids.isEmpty())));
        return new NamingSystem(name, ids);
    }

    @Test
    void everyUriOfANamingSystemStandsForTheSameCodeSystemAndAnOidIsAUri() {
        Aliases aliases = Aliases.of(List.of(naming("a", "http://a", "http://old-a", "1.2.3")));
        assertThat(aliases.others("urn:oid:1.2.3")).containsExactly("http://a", "http://old-a");
        assertThat(aliases.isSame("http://old-a", "urn:oid:1.2.3")).isTrue();
        assertThat(aliases.isSame("http://a", "http://b")).isFalse();
        assertThat(aliases.others("http://b")).isEmpty();
    }

    @Test
    void whoPrefersTheSameUriOrNamesNothingElseSpeaksOfTheSameSystem() {
        List<NamingSystem> systems = new ArrayList<>(List.of(
                naming("a", "http://a", "http://old-a", "1.2.3"), naming("b", "http://a", "1.9"), naming("c", "urn:oid:1.2.3", "http://old-a")));
        for (int i = 0; i < 6; i++) {
            Collections.rotate(systems, i);
            Aliases aliases = Aliases.of(systems);
            assertThat(aliases.conflicts()).isEmpty();
            assertThat(aliases.isSame("urn:oid:1.9", "http://old-a")).isTrue();
        }
    }

    @Test
    void aUriThatTwoSystemsClaimStandsForNeitherAndIsTold() {
        List<NamingSystem> systems = new ArrayList<>(List.of(naming("a", "http://a", "http://old-a", "1.2.3"), naming("thief", "http://b", "http://old-a")));
        for (int i = 0; i < 2; i++) {
            Collections.reverse(systems);
            Aliases aliases = Aliases.of(systems);
            assertThat(aliases.conflicts()).containsExactly(new Aliases.Conflict("http://old-a", List.of("a", "thief")));
            assertThat(aliases.others("http://old-a")).isEmpty();
            assertThat(aliases.others("http://b")).isEmpty();
            assertThat(aliases.others("http://a")).containsExactly("urn:oid:1.2.3");
        }
    }
}
