package dev.mitchbot.gateway.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.contracts.wire.Snowflakes;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LatenessTest {
    private static final long START = 1_800_000_000_000L;

    private long wrongBy;
    private long elapsed;
    private final Lateness lateness = new Lateness(() -> START + elapsed + wrongBy, 0);

    @Test
    void isTheTimeSinceDiscordMadeTheId() {
        assertThat(lateAfter(1_500)).hasMillis(1_500);
        assertThat(lateAfter(40)).hasMillis(40);
        assertThat(lateAfter(2_999)).hasMillis(2_999);
    }

    @Test
    void doesNotCountWhatEvenTheFastestNeeds() {
        quietFor(Duration.ofSeconds(61));
        lateAfter(80);
        quietFor(Duration.ofSeconds(61));
        assertThat(lateAfter(85)).hasMillis(5);
    }

    @Test
    void getsUsedToAClockThatIsAhead() {
        wrongBy = 2_000;
        assertThat(lateAfter(10)).hasMillis(2_010);
        quietFor(Duration.ofSeconds(61));
        assertThat(lateAfter(110)).hasMillis(100);
    }

    @Test
    void measuresAtOnceWithAClockThatIsBehind() {
        wrongBy = -90_000;
        assertThat(lateAfter(10)).isZero();
        assertThat(lateAfter(510)).hasMillis(500);
    }

    @Test
    void forgetsAClockThatWasSetWithinTwoMinutes() {
        wrongBy = -1_000;
        lateAfter(0);
        wrongBy = 0;
        assertThat(lateAfter(0)).hasMillis(1_000);
        quietFor(Duration.ofSeconds(61));
        lateAfter(0);
        quietFor(Duration.ofSeconds(61));
        assertThat(lateAfter(0)).isZero();
    }

    @Test
    void isNotFooledByAStandstillHoweverLong() {
        lateAfter(10);
        quietFor(Duration.ofMinutes(10));
        assertThat(lateAfter(2_010)).hasMillis(2_000);
        assertThat(lateAfter(1_010)).hasMillis(1_000);
    }

    @Test
    void knowsNothingOfWhatNobodyCouldHelp() {
        assertThat(lateAfter(3_000)).isZero();
        assertThat(lateAfter(86_400_000)).isZero();
    }

    private Duration lateAfter(long millis) {
        long madeAt = START + elapsed - millis;
        return lateness.of(
                (madeAt - Snowflakes.EPOCH_MILLIS) << 22,
                Duration.ofMillis(elapsed).toNanos());
    }

    private void quietFor(Duration time) {
        elapsed += time.toMillis();
    }
}
