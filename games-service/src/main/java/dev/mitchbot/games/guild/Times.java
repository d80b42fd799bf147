package dev.mitchbot.games.guild;

import dev.mitchbot.contracts.command.Interaction;
import java.time.Duration;
import java.time.Instant;

/**
 * How long things may take.
 *
 * @param hand how long a player has for a hand, from the deal
 * @param hold how long the ledger keeps a stake for a hand that nobody ends
 * @param answerable how long after a command its player can be answered
 * @param again the pause before the ledger is asked again to give a stake back
 */
public record Times(Duration hand, Duration hold, Duration answerable, Duration again) {
    /** For clocks that differ, and for what the ledger has begun to decide. */
    private static final Duration SLACK = Duration.ofMinutes(5);

    /** From when on nobody can be told an outcome any more. */
    public Instant lastAnswer(Interaction interaction) {
        return interaction.createdAt().plus(answerable);
    }

    /** From when on a hand could not be played to its end. */
    public Instant lastDeal(Interaction interaction) {
        return lastAnswer(interaction).minus(hand);
    }

    /** From when on the ledger has taken an instant game's stake or never will: it is told to refuse after the last answer. */
    public Instant stakeDecided(Interaction interaction) {
        return lastAnswer(interaction).plus(SLACK);
    }
}
