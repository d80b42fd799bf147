package dev.mitchbot.games.guild;

import dev.mitchbot.contracts.economy.WalletResult.StakeRefused;
import dev.mitchbot.contracts.reply.Reply;
import dev.mitchbot.games.chance.Randomness;
import dev.mitchbot.games.session.Session;
import java.util.Optional;

/** A kind of game, as the answers of the ledger reach it. */
public interface Game {
    /** Its name in the ledger and in the games' table. */
    String name();

    /** The stake is held: the game goes on. */
    Decision held(Session session, GuildGames guild, Moment moment);

    /**
     * The ledger has paid.
     *
     * @param balance what the player has now
     */
    Optional<Reply> settled(Session session, GuildGames guild, long balance);

    /** The ledger has not taken the stake. */
    Optional<Reply> refused(Session session, StakeRefused refusal);

    /** The stake went back. */
    Optional<Reply> returned(Session session);

    /** What came out, in a few words. */
    String outcome(Session session);

    /** Whether this chance leads to the outcome that was shown. */
    boolean matches(Session session, Randomness chance);
}
