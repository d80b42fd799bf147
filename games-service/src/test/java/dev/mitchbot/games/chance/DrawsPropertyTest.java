package dev.mitchbot.games.chance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class DrawsPropertyTest {
    @Property(tries = 200)
    void staysBelowTheBoundAndRepeatsItself(
            @ForAll long seed, @ForAll @LongRange(min = 0) long nonce, @ForAll @IntRange(min = 1) int bound) {
        Randomness first = draws(seed, nonce);
        Randomness second = draws(seed, nonce);

        for (int draw = 0; draw < 20; draw++) {
            int drawn = first.below(bound);
            assertThat(drawn).isBetween(0, bound - 1);
            assertThat(second.below(bound)).isEqualTo(drawn);
        }
    }

    /** With n results and the chi-square of n - 1 degrees of freedom below its 99.99 % quantile. */
    @Property(tries = 3)
    void drawsEveryResultAboutEquallyOften(@ForAll long seed) {
        assertThat(chiSquare(draws(seed, 0), 2)).isLessThan(15.2);
        assertThat(chiSquare(draws(seed, 1), 37)).isLessThan(79.0);
        assertThat(chiSquare(draws(seed, 2), 52)).isLessThan(100.0);
    }

    private static double chiSquare(Randomness chance, int bound) {
        int tries = 2_000 * bound;
        long[] times = new long[bound];
        for (int i = 0; i < tries; i++) {
            times[chance.below(bound)]++;
        }
        double sum = 0;
        for (long count : times) {
            sum += Math.pow(count - 2_000.0, 2) / 2_000;
        }
        return sum;
    }

    private static Draws draws(long seed, long nonce) {
        return new Draws(ServerSeed.from(new SplittableRandom(seed)), new Ticket(1, "client", nonce));
    }
}
