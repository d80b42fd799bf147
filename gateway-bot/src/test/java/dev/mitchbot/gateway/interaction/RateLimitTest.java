package dev.mitchbot.gateway.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.gateway.GatewaySettings;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private static final long SECOND = 1_000_000_000L;

    private final RateLimit limit = new RateLimit(new Settings());

    @Test
    void allowsABurstAndThenTwoASecond() {
        assertThat(IntStream.range(0, 5).filter(i -> limit.allows(1, 0)).count())
                .isEqualTo(3);
        assertThat(limit.allows(1, SECOND / 2)).isTrue();
        assertThat(limit.allows(1, SECOND / 2)).isFalse();
    }

    @Test
    void countsEachMemberByItself() {
        IntStream.range(0, 5).forEach(i -> limit.allows(1, 0));
        assertThat(limit.allows(2, 0)).isTrue();
    }

    @Test
    void neverSavesUpMoreThanABurst() {
        limit.allows(1, 0);
        assertThat(IntStream.range(0, 5)
                        .filter(i -> limit.allows(1, 1000 * SECOND))
                        .count())
                .isEqualTo(3);
    }

    private record Settings() implements GatewaySettings.RateLimit {
        @Override
        public int burst() {
            return 3;
        }

        @Override
        public double perSecond() {
            return 2;
        }

        @Override
        public int members() {
            return 10;
        }
    }
}
