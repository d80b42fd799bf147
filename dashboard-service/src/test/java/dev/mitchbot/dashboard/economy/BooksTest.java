package dev.mitchbot.dashboard.economy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BooksTest {
    @Test
    void aDayBeginsAtMidnightInUtc() {
        assertThat(Books.dayBegin(" 2026-03-01 ", 0)).isEqualTo("2026-03-01T00:00:00Z");
        assertThat(Books.dayBegin("2026-02-28", 1)).isEqualTo("2026-03-01T00:00:00Z");
        assertThat(Books.dayBegin(" ", 1)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-02-30", "+999999999-12-31"})
    void leavesToTheServiceWhatIsNoDayThatItCouldName(String typed) {
        assertThat(Books.dayBegin(typed, 1)).isEqualTo(typed);
    }
}
