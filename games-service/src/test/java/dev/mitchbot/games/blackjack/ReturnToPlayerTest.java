package dev.mitchbot.games.blackjack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mitchbot.games.cards.Shoe;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReturnToPlayerTest {
    private static final ReturnToPlayer EXACT = new ReturnToPlayer();
    private static double computed;

    @BeforeAll
    static void compute() {
        computed = EXACT.compute();
    }

    @Test
    void bestPlayReturnsWhatTheRulesState() {
        assertThat(computed).isEqualTo(Blackjack.RETURN_TO_PLAYER, within(5e-11));
    }

    /** The engine itself, hand by hand, within four standard deviations. */
    @Test
    void theEngineReturnsTheSame() {
        int hands = 400_000;
        SplittableRandom random = new SplittableRandom(20_260_301);
        double sum = 0;
        double squares = 0;
        for (int hand = 0; hand < hands; hand++) {
            double factor = play(Shoe.shuffled(random::nextInt));
            sum += factor;
            squares += factor * factor;
        }
        double mean = sum / hands;
        double deviation = Math.sqrt((squares / hands - mean * mean) / hands);

        assertThat(mean).isEqualTo(computed, within(4 * deviation));
    }

    private static double play(Shoe shoe) {
        Blackjack.Turn turn = Blackjack.deal(shoe);
        while (turn.ending().isEmpty()) {
            turn = Blackjack.play(turn.round(), EXACT.move(turn.round()), shoe);
        }
        return turn.ending().get().factor();
    }
}
