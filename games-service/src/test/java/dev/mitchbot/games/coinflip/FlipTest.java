package dev.mitchbot.games.coinflip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.games.session.Odds;
import org.junit.jupiter.api.Test;

class FlipTest {
    private static final long UNROUNDED = 2_500;

    @Test
    void returnsNinetyEightHundredthsOfAStake() {
        assertThat(returnToPlayer(Odds.CORRECTED)).isEqualTo(0.98);
        assertThat(returnToPlayer(Odds.CLASSIC)).isEqualTo(1.0);
    }

    @Test
    void dropsTheFractionOfACoin() {
        assertThat(won().payout(1, Odds.CORRECTED)).isEqualTo(1);
        assertThat(won().payout(10, Odds.CORRECTED)).isEqualTo(19);
        assertThat(won().payout(50, Odds.CORRECTED)).isEqualTo(98);
        assertThat(won().payout(1, Odds.CLASSIC)).isEqualTo(2);
    }

    /** Over all outcomes of the coin, each as likely as the other. */
    private static double returnToPlayer(Odds odds) {
        long returned = 0;
        for (int drawn = 0; drawn < 2; drawn++) {
            int side = drawn;
            returned += new Flip(Side.HEADS, Side.flip(bound -> side)).payout(UNROUNDED, odds);
        }
        return returned / 2.0 / UNROUNDED;
    }

    private static Flip won() {
        return new Flip(Side.TAILS, Side.TAILS);
    }
}
