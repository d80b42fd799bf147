package dev.mitchbot.contracts.games;

import dev.mitchbot.contracts.wire.Snowflake;
import java.time.Instant;

/** What happened at a guild's tables. */
public sealed interface GamesEvent {
    /** The guild; also the record's key. */
    long guildId();

    /** The message type under which it travels. */
    default String type() {
        return switch (this) {
            case GamePlayed event -> "games.game-played.v1";
        };
    }

    /**
     * A game was played to its end, and the ledger has paid it out.
     *
     * @param gameId unique in the guild
     * @param game the kind of game, for example {@code blackjack}
     * @param stake coins
     * @param payout coins that came back, 0 for a loss
     */
    record GamePlayed(
            @Snowflake long guildId,
            String gameId,
            String game,
            @Snowflake long playerId,
            long stake,
            long payout,
            Instant at)
            implements GamesEvent {}
}
