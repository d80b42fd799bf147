package dev.mitchbot.games.blackjack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.games.cards.Card;
import dev.mitchbot.games.cards.Shoe;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class BlackjackPropertyTest {
    @Property
    void everyHandEndsAndNoCardIsDealtTwice(@ForAll long seed, @ForAll List<Boolean> hits) {
        Shoe shoe = Shoe.shuffled(new SplittableRandom(seed)::nextInt);
        Blackjack.Turn turn = Blackjack.deal(shoe);
        for (int move = 0; turn.ending().isEmpty(); move++) {
            boolean hit = move < hits.size() && hits.get(move);
            turn = Blackjack.play(turn.round(), hit ? Move.HIT : Move.STAND, shoe);
        }

        Round round = turn.round();
        List<Card> dealt = new ArrayList<>(round.player().cards());
        dealt.addAll(round.dealer().cards());
        assertThat(new HashSet<>(dealt)).hasSize(round.dealt());
        assertThat(turn.ending().get().payout(100)).isIn(0L, 100L, 200L, 250L);
        if (round.player().isBust()) {
            assertThat(turn.ending()).contains(Ending.LOST);
        } else if (!round.player().isNatural()) {
            assertThat(round.dealer().total()).isBetween(17, 26);
        }
    }

    @Property
    void aShoeHoldsEveryCardOnce(@ForAll long seed) {
        Shoe shoe = Shoe.shuffled(new SplittableRandom(seed)::nextInt);
        List<Card> cards = new ArrayList<>();
        for (int card = 0; card < 52; card++) {
            cards.add(shoe.card(card));
        }

        assertThat(cards).containsExactlyInAnyOrderElementsOf(Card.deck());
    }

    @Property
    void whatIsLeftInTheShoeChangesNothingThatWasDealt(@ForAll long seed) {
        Shoe shoe = Shoe.shuffled(new SplittableRandom(seed)::nextInt);
        Round round = Blackjack.deal(shoe).round();

        assertThat(Blackjack.play(round, Move.HIT, shoe).round().player().cards())
                .startsWith(round.player().cards().toArray(Card[]::new));
    }
}
