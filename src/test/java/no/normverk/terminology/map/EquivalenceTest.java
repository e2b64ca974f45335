package no.normverk.terminology.map;

import static no.normverk.terminology.map.Equivalence.DISJOINT;
import static no.normverk.terminology.map.Equivalence.EQUAL;
import static no.normverk.terminology.map.Equivalence.EQUIVALENT;
import static no.normverk.terminology.map.Equivalence.INEXACT;
import static no.normverk.terminology.map.Equivalence.NARROWER;
import static no.normverk.terminology.map.Equivalence.RELATED_TO;
import static no.normverk.terminology.map.Equivalence.SPECIALIZES;
import static no.normverk.terminology.map.Equivalence.SUBSUMES;
import static no.normverk.terminology.map.Equivalence.UNMATCHED;
import static no.normverk.terminology.map.Equivalence.WIDER;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EquivalenceTest {

    /** All meanings there can be over four facts, as sets of bits; that nothing is meant at all is left out. */
    private static final int MEANINGS = 16;

    /** Whether what an equivalence says of a target and a source is true of two meanings. */
    private static boolean holds(Equivalence equivalence, int source, int target) {
        boolean within = (source & target) == source;
        boolean around = (source & target) == target;
        boolean overlap = (source & target) != 0;
        return switch (equivalence) {
            case EQUAL, EQUIVALENT -> source == target;
            case SUBSUMES, WIDER -> within && source != target;
            case SPECIALIZES, NARROWER -> around && source != target;
            case INEXACT -> overlap && !within && !around;
            case DISJOINT -> !overlap;
            case RELATED_TO, UNMATCHED -> true;
        };
    }

    @Test
    void whatIsSaidOfAWholeWayIsTrueWheneverItsStepsAre() {
        int checked = 0;
        for (Equivalence first : Equivalence.values()) {
            for (Equivalence second : Equivalence.values()) {
                Equivalence whole = first.then(second);
                for (int source = 1; source < MEANINGS; source++) {
                    for (int middle = 1; middle < MEANINGS; middle++) {
                        for (int target = 1; target < MEANINGS; target++) {
                            if (holds(first, source, middle) && holds(second, middle, target)) {
                                assertThat(holds(whole, source, target)).as("%s then %s is %s: %s %s %s", first, second, whole, source, middle, target).isTrue();
                                checked++;
                            }
                        }
                    }
                }
            }
        }
        assertThat(checked).isGreaterThan(10_000);
    }

    @Test
    void noWayIsStrongerThanItsWeakestStep() {
        for (Equivalence first : Equivalence.values()) {
            for (Equivalence second : Equivalence.values()) {
                assertThat(first.then(second).strength()).as("%s then %s", first, second).isLessThanOrEqualTo(Math.min(first.strength(), second.strength()));
            }
        }
    }

    @Test
    void itDoesNotMatterInWhichOrderStepsAreJoined() {
        for (Equivalence a : Equivalence.values()) {
            for (Equivalence b : Equivalence.values()) {
                for (Equivalence c : Equivalence.values()) {
                    Equivalence left = a.then(b).then(c);
                    Equivalence right = a.then(b.then(c));
                    boolean leadsNowhere = left.isNone() || right.isNone();
                    assertThat(leadsNowhere || left == right).as("%s %s %s: %s or %s", a, b, c, left, right).isTrue();
                }
            }
        }
    }

    @Test
    void aWayBackIsTheInverseOfTheWayThere() {
        for (Equivalence a : Equivalence.values()) {
            assertThat(a.inverse().inverse()).isEqualTo(a);
            for (int source = 1; source < MEANINGS; source++) {
                for (int target = 1; target < MEANINGS; target++) {
                    assertThat(holds(a, source, target)).isEqualTo(holds(a.inverse(), target, source));
                }
            }
            for (Equivalence b : Equivalence.values()) {
                assertThat(a.then(b).inverse()).as("%s %s", a, b).isEqualTo(b.inverse().then(a.inverse()));
            }
        }
    }

    @Test
    void theSameChangesNothingAndWhatIsOnlyRelatedStaysSo() {
        for (Equivalence any : Equivalence.values()) {
            assertThat(EQUAL.then(any)).isEqualTo(any);
            assertThat(any.then(EQUAL)).isEqualTo(any);
        }
        assertThat(EQUAL.then(EQUIVALENT)).isEqualTo(EQUIVALENT);
        assertThat(WIDER.then(WIDER)).isEqualTo(WIDER);
        assertThat(SUBSUMES.then(SUBSUMES)).isEqualTo(SUBSUMES);
        assertThat(SUBSUMES.then(WIDER)).isEqualTo(WIDER);
        assertThat(NARROWER.then(SPECIALIZES)).isEqualTo(NARROWER);
        assertThat(WIDER.then(NARROWER)).isEqualTo(RELATED_TO);
        assertThat(NARROWER.then(WIDER)).isEqualTo(RELATED_TO);
        assertThat(INEXACT.then(INEXACT)).isEqualTo(RELATED_TO);
        assertThat(EQUIVALENT.then(INEXACT)).isEqualTo(INEXACT);
        assertThat(WIDER.then(DISJOINT)).isEqualTo(DISJOINT);
        assertThat(EQUAL.then(UNMATCHED)).isEqualTo(UNMATCHED);
    }

    @Test
    void r5ReadsFromTheSourceWhatR4ReadsFromTheTarget() {
        assertThat(WIDER.relationship()).isEqualTo("source-is-narrower-than-target");
        assertThat(SUBSUMES.relationship()).isEqualTo("source-is-narrower-than-target");
        assertThat(NARROWER.relationship()).isEqualTo("source-is-broader-than-target");
        assertThat(SPECIALIZES.relationship()).isEqualTo("source-is-broader-than-target");
        assertThat(EQUAL.relationship()).isEqualTo("equivalent");
        assertThat(INEXACT.relationship()).isEqualTo("related-to");
        assertThat(DISJOINT.relationship()).isEqualTo("not-related-to");
        assertThat(UNMATCHED.relationship()).isNull();
        assertThat(Equivalence.of("wider")).isEqualTo(WIDER);
        assertThat(Equivalence.of("no code of FHIR")).isEqualTo(RELATED_TO);
    }
}
