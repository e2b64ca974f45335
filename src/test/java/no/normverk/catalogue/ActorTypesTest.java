package no.normverk.catalogue;

import java.util.List;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.normverk.authoring.LocalText;
import org.junit.jupiter.api.Test;

class ActorTypesTest {

    private static ActorType type(String code, boolean collection, String... includes) {
        return new ActorType(code, LocalText.nb(code), List.of(includes), collection, false);
    }

    private final ActorTypes types = ActorTypes.of(List.of(
            type("spesialisthelsetjenesten", true, "sykehus", "avtalespesialister"),
            type("sykehus", true, "helseforetak", "private-sykehus"),
            type("helseforetak", false),
            type("private-sykehus", false),
            type("avtalespesialister", false),
            type("apotek", false, "multidose"),
            type("multidose", false),
            type("privat", false, "private-sykehus", "avtalespesialister")));

    @Test
    void membershipIsClosedOverSeveralSteps() {
        assertThat(types.contains("spesialisthelsetjenesten", "helseforetak")).isTrue();
        assertThat(types.contains("spesialisthelsetjenesten", "sykehus")).isTrue();
        assertThat(types.contains("helseforetak", "spesialisthelsetjenesten")).isFalse();
    }

    @Test
    void aTypeWithMembersOfItsOwnIsNotHeldByTheTypesItIncludes() {
        assertThat(types.contains("apotek", "multidose")).isTrue();
        assertThat(types.contains("multidose", "apotek")).isFalse();
        assertThat(types.overlap("multidose", "apotek")).isTrue();
    }

    @Test
    void typesMayOverlapWithoutOneHoldingTheOther() {
        assertThat(types.overlap("privat", "spesialisthelsetjenesten")).isTrue();
        assertThat(types.contains("privat", "spesialisthelsetjenesten")).isFalse();
        assertThat(types.contains("spesialisthelsetjenesten", "privat")).isFalse();
        assertThat(types.overlap("privat", "apotek")).isFalse();
    }

    @Test
    void anUnknownTypeHoldsNobody() {
        assertThat(types.atoms("skole").isEmpty()).isTrue();
        assertThat(types.contains("apotek", "skole")).isFalse();
    }

    @Test
    void aListThatDoesNotHoldTogetherIsRefused() {
        assertThatThrownBy(() -> ActorTypes.of(List.of(type("a", false, "b")))).hasMessageContaining("'b'");
        assertThatThrownBy(() -> ActorTypes.of(List.of(type("a", false), type("a", false)))).hasMessageContaining("two");
        assertThatThrownBy(() -> ActorTypes.of(List.of(type("a", true, "b"), type("b", true, "a"))))
                .hasMessageContaining("nothing but itself");
    }
}
