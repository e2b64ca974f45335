package no.normverk.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PartialDateTest {

    @Test
    void aYearCoversItsFirstAndLastDay() {
        assertThat(new PartialDate("2022").earliest()).isEqualTo(LocalDate.of(2022, 1, 1));
        assertThat(new PartialDate("2022").latest()).isEqualTo(LocalDate.of(2022, 12, 31));
    }

    @Test
    void aMonthEndsOnItsOwnLastDay() {
        assertThat(new PartialDate("2024-02").earliest()).isEqualTo(LocalDate.of(2024, 2, 1));
        assertThat(new PartialDate("2024-02").latest()).isEqualTo(LocalDate.of(2024, 2, 29));
    }

    @Test
    void aDayIsItself() {
        assertThat(new PartialDate("2021-07-01").earliest()).isEqualTo(new PartialDate("2021-07-01").latest());
    }

    @Test
    void daysThatDoNotExistAndOtherShapesAreNoDates() {
        assertThat(Stream.of("2021-02-30", "2021-13", "1.7.2021", "2021-7-1", "21", "", "2021-07-01T00:00")
                        .flatMap(text -> PartialDate.parse(text).stream()))
                .isEmpty();
        assertThatThrownBy(() -> new PartialDate("2021-02-30")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("2021-02-30");
    }

    @Test
    void datesSortByTheirFirstDayWithTheWiderFirst() {
        assertThat(Stream.of("2022-01-01", "2021-12", "2022", "2022-01").map(PartialDate::new).sorted().map(PartialDate::text))
                .containsExactly("2021-12", "2022", "2022-01", "2022-01-01");
    }
}
