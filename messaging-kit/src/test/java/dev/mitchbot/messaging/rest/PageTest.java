package dev.mitchbot.messaging.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
    @Test
    void pointsBehindItsLastItemAsLongAsMoreFollow() {
        Page<Long> page = Page.of(List.of(9L, 8L, 7L), 2, Cursor::new);

        assertThat(page.items()).containsExactly(9L, 8L);
        assertThat(page.next().map(next -> Cursor.decode(next, 1))).contains(new Cursor(8));
        assertThat(Page.of(List.of(9L, 8L), 2, Cursor::new).next()).isEmpty();
    }

    @Test
    void keepsNegativeAndLargeKeysInACursor() {
        var cursor = new Cursor(-5, Long.MAX_VALUE);

        assertThat(Cursor.decode(cursor.encoded(), 2)).isEqualTo(cursor);
        assertThatThrownBy(() -> Cursor.decode(cursor.encoded(), 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Cursor.decode("?", 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "many"})
    void isNoLargerThanAHundred(String limit) {
        assertThatThrownBy(() -> Page.limit(limit)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Page.limit("100")).isEqualTo(100);
    }

    @Test
    void tellsAMissingVersionFromAWrongOne() {
        assertThat(Versions.expected(Versions.etag(7))).contains(7L);
        assertThat(Versions.expected("7")).isEmpty();
        assertThat(Versions.expected("*")).isEmpty();
        assertThat(catchThrowableOfType(ProblemException.class, () -> Versions.expected(null))
                        .problem()
                        .status())
                .isEqualTo(428);
    }
}
