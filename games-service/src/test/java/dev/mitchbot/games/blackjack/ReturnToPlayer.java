package dev.mitchbot.games.blackjack;

import dev.mitchbot.games.cards.Card;
import java.util.HashMap;
import java.util.Map;

/**
 * What a hand returns to who plays it as well as can be, knowing every card that they have seen: exactly, by going
 * through all that can happen. It knows cards as points only, an ace as 1, and takes every rule from {@link Blackjack}.
 */
final class ReturnToPlayer {
    private static final int RANKS = 10;
    private static final int OUTCOMES = 32;

    private final int[] left = new int[RANKS + 1];
    private final Map<Long, Double> best = new HashMap<>();
    private final Map<Long, Boolean> hits = new HashMap<>();
    private int cards;

    ReturnToPlayer() {
        Card.deck().forEach(card -> left[card.rank().points()]++);
        cards = Card.deck().size();
    }

    double compute() {
        double sum = 0;
        for (int up = 1; up <= RANKS; up++) {
            double ofUp = take(up);
            for (int first = 1; first <= RANKS; first++) {
                double ofFirst = take(first);
                for (int second = 1; second <= RANKS; second++) {
                    double ofSecond = take(second);
                    if (ofUp * ofFirst * ofSecond > 0) {
                        sum += ofUp * ofFirst * ofSecond * afterDeal(up, first, second);
                    }
                    put(second);
                }
                put(first);
            }
            put(up);
        }
        return sum;
    }

    /** The best move; to be asked after {@link #compute}. */
    Move move(Round round) {
        int up = round.dealer().cards().get(1).rank().points();
        long key = up;
        int[] seen = new int[RANKS + 1];
        round.player().cards().forEach(card -> seen[card.rank().points()]++);
        for (int points = 1; points <= RANKS; points++) {
            key = key * 32 + seen[points];
        }
        return hits.get(key) ? Move.HIT : Move.STAND;
    }

    private double afterDeal(int up, int first, int second) {
        int points = first + second;
        boolean ace = first == 1 || second == 1;
        if (Hand.total(points, ace) != Hand.BEST) {
            int[] hand = new int[RANKS + 1];
            hand[first]++;
            hand[second]++;
            return play(up, hand, points);
        }
        double sum = 0;
        for (int hole = 1; hole <= RANKS; hole++) {
            double chance = left[hole] / (double) cards;
            boolean natural = Hand.total(up + hole, up == 1 || hole == 1) == Hand.BEST;
            sum += chance * Blackjack.afterDeal(true, natural).orElseThrow().factor();
        }
        return sum;
    }

    private double play(int up, int[] hand, int points) {
        long key = up;
        for (int rank = 1; rank <= RANKS; rank++) {
            key = key * 32 + hand[rank];
        }
        Double known = best.get(key);
        if (known != null) {
            return known;
        }
        double stand = stand(up, Hand.total(points, hand[1] > 0));
        double hit = hit(up, hand, points);
        best.put(key, Math.max(stand, hit));
        hits.put(key, hit > stand);
        return Math.max(stand, hit);
    }

    private double hit(int up, int[] hand, int points) {
        double sum = 0;
        for (int rank = 1; rank <= RANKS; rank++) {
            double chance = take(rank);
            if (chance > 0 && points + rank <= Hand.BEST) {
                hand[rank]++;
                sum += chance * play(up, hand, points + rank);
                hand[rank]--;
            }
            put(rank);
        }
        return sum;
    }

    private double stand(int up, int total) {
        double[] dealer = new double[OUTCOMES];
        dealer(up, up == 1, 1, 1, dealer);
        double sum = 0;
        for (int outcome = 0; outcome < OUTCOMES; outcome++) {
            sum += dealer[outcome] * Blackjack.compare(total, outcome).factor();
        }
        return sum;
    }

    /** The dealer has at least two cards, and then draws as the rules say. */
    private void dealer(int points, boolean ace, int size, double chance, double[] outcomes) {
        int total = Hand.total(points, ace);
        if (size > 1 && !Blackjack.dealerDraws(total)) {
            outcomes[total] += chance;
            return;
        }
        for (int rank = 1; rank <= RANKS; rank++) {
            double of = take(rank);
            if (of > 0) {
                dealer(points + rank, ace || rank == 1, size + 1, chance * of, outcomes);
            }
            put(rank);
        }
    }

    /** Takes a card out of the deck and tells how likely it was; none where the chance is 0. */
    private double take(int rank) {
        double chance = left[rank] / (double) cards;
        left[rank]--;
        cards--;
        return Math.max(chance, 0);
    }

    private void put(int rank) {
        left[rank]++;
        cards++;
    }
}
