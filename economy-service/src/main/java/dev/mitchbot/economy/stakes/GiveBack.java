package dev.mitchbot.economy.stakes;

import dev.mitchbot.economy.escrow.Hold;
import dev.mitchbot.economy.guild.GuildEconomy;
import dev.mitchbot.economy.ledger.Accounts;
import dev.mitchbot.economy.ledger.Cause;
import dev.mitchbot.economy.ledger.Movement;
import dev.mitchbot.economy.ledger.Reason;
import java.util.List;

/** Every stake of a game goes back to its player. */
final class GiveBack {
    private GiveBack() {}

    /** Whether there was anything to give back. */
    static boolean allOf(String gameId, GuildEconomy guild, String messageId, Reason reason) {
        List<Hold> holds = guild.holds().ofGame(gameId);
        for (Hold hold : holds) {
            Cause cause = Cause.of(messageId, reason).noting(hold.game());
            Movement back = guild.ledger().move(cause, Accounts.ESCROW, hold.playerId(), hold.amount());
            if (!(back instanceof Movement.Posted)) {
                throw new IllegalStateException("A stake that cannot go back: " + hold + ", " + back);
            }
        }
        guild.holds().removeGame(gameId);
        return !holds.isEmpty();
    }
}
