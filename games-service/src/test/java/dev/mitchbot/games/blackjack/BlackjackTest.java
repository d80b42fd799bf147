package dev.mitchbot.games.blackjack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.games.cards.Card;
import dev.mitchbot.games.cards.Shoe;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlackjackTest {
    @ParameterizedTest
    @CsvSource({"10H JS, 20", "AS KH, 21", "AS AH, 12", "AS AH 9C, 21", "AS 6D, 17", "AS 6D 10C, 17", "9H 9D 9C, 27"})
    void countsAnAceAs11WhereThatIsNotTooMuch(String cards, int total) {
        assertThat(hand(cards).total()).isEqualTo(total);
    }

    @Test
    void dealsInTurnsThePlayerFirst() {
        Blackjack.Turn dealt = Blackjack.deal(shoe("2H 3H 4H 5H"));

        assertThat(dealt.round()).isEqualTo(new Round(hand("2H 4H"), hand("3H 5H")));
        assertThat(dealt.ending()).isEmpty();
    }

    @Test
    void endsWithANaturalAtOnce() {
        assertThat(Blackjack.deal(shoe("AH 3H KH 5H")).ending()).contains(Ending.NATURAL);
        assertThat(Blackjack.deal(shoe("AH AS KH QS")).ending()).contains(Ending.PUSH);
        assertThat(Blackjack.deal(shoe("2H AS KH QS")).ending()).isEmpty();
    }

    @Test
    void paysANaturalThreeToTwoWithoutHalfCoins() {
        assertThat(Ending.NATURAL.payout(100)).isEqualTo(250);
        assertThat(Ending.NATURAL.payout(5)).isEqualTo(12);
        assertThat(Ending.WON.payout(5)).isEqualTo(10);
        assertThat(Ending.PUSH.payout(5)).isEqualTo(5);
        assertThat(Ending.LOST.payout(5)).isZero();
    }

    @Test
    void losesWithMoreThan21() {
        Blackjack.Turn bust = play("10H 2S 6H 3S 6C", Move.HIT);

        assertThat(bust.ending()).contains(Ending.LOST);
        assertThat(bust.round().dealer().size()).isEqualTo(2);
    }

    @Test
    void goesOnAfterAHitUpTo21() {
        assertThat(play("10H 2S 6H 3S 5C", Move.HIT).ending()).isEmpty();
    }

    @Test
    void letsTheDealerDrawTo17AndNoFurther() {
        Blackjack.Turn turn = play("10H 2S KH 4S 5C 5D 5H", Move.STAND);

        assertThat(turn.round().dealer()).isEqualTo(hand("2S 4S 5C 5D 5H"));
        assertThat(turn.ending()).contains(Ending.LOST);
    }

    @Test
    void letsTheDealerStandOnSoft17() {
        Blackjack.Turn turn = play("10H AS 8H 6S 4C", Move.STAND);

        assertThat(turn.round().dealer()).isEqualTo(hand("AS 6S"));
        assertThat(turn.ending()).contains(Ending.WON);
    }

    @Test
    void winsWhenTheDealerBusts() {
        assertThat(play("10H 10S 2H 6S 10C", Move.STAND).ending()).contains(Ending.WON);
    }

    @Test
    void pushesADrawn21AgainstTheDealersNatural() {
        Shoe shoe = shoe("10H AS 5H KS 6C");
        Blackjack.Turn hit = Blackjack.play(Blackjack.deal(shoe).round(), Move.HIT, shoe);

        assertThat(Blackjack.play(hit.round(), Move.STAND, shoe).ending()).contains(Ending.PUSH);
    }

    private static Blackjack.Turn play(String cards, Move move) {
        Shoe shoe = shoe(cards);
        return Blackjack.play(Blackjack.deal(shoe).round(), move, shoe);
    }

    static Shoe shoe(String codes) {
        return Shoe.of(cards(codes));
    }

    private static Hand hand(String codes) {
        return new Hand(cards(codes));
    }

    private static List<Card> cards(String codes) {
        return Arrays.stream(codes.split(" ")).map(Card::of).toList();
    }
}
