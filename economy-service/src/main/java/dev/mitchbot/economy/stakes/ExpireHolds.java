package dev.mitchbot.economy.stakes;

import dev.mitchbot.contracts.economy.WalletResult;
import dev.mitchbot.contracts.economy.WalletResult.StakeReleased;
import dev.mitchbot.economy.guild.EconomyKeys.GuildKeys;
import dev.mitchbot.economy.guild.GuildEconomy;
import dev.mitchbot.economy.guild.Moment;
import dev.mitchbot.economy.ledger.Reason;
import java.util.Optional;

/** A game has gone silent: the ledger gives its stakes back by itself. */
public final class ExpireHolds implements WalletRule<HoldExpiry> {
    @Override
    public String type() {
        return HoldExpiry.TYPE;
    }

    @Override
    public Class<HoldExpiry> bodyType() {
        return HoldExpiry.class;
    }

    @Override
    public void needs(HoldExpiry expiry, GuildKeys keys) {
        keys.books().holdsOf(expiry.gameId());
    }

    @Override
    public Optional<WalletResult> decide(HoldExpiry expiry, GuildEconomy guild, Moment moment) {
        boolean released = GiveBack.allOf(expiry.gameId(), guild, moment.messageId(), Reason.STAKE_EXPIRED);
        return released ? Optional.of(new StakeReleased(guild.guildId(), expiry.gameId(), true)) : Optional.empty();
    }
}
