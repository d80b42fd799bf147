package dev.mitchbot.economy.stakes;

import dev.mitchbot.contracts.economy.WalletRequest.ReleaseStake;
import dev.mitchbot.contracts.economy.WalletResult;
import dev.mitchbot.contracts.economy.WalletResult.Refusal;
import dev.mitchbot.contracts.economy.WalletResult.StakeRefused;
import dev.mitchbot.contracts.economy.WalletResult.StakeReleased;
import dev.mitchbot.economy.guild.EconomyKeys.GuildKeys;
import dev.mitchbot.economy.guild.GuildEconomy;
import dev.mitchbot.economy.guild.Moment;
import dev.mitchbot.economy.ledger.Reason;
import java.util.Optional;

/** A game is called off: its stakes go back. */
public final class ReleaseStakes implements WalletRule<ReleaseStake> {
    @Override
    public String type() {
        return "economy.release-stake.v1";
    }

    @Override
    public Class<ReleaseStake> bodyType() {
        return ReleaseStake.class;
    }

    @Override
    public void needs(ReleaseStake request, GuildKeys keys) {
        keys.books().holdsOf(request.gameId());
    }

    @Override
    public Optional<WalletResult> decide(ReleaseStake request, GuildEconomy guild, Moment moment) {
        boolean released = GiveBack.allOf(request.gameId(), guild, moment.messageId(), Reason.STAKE_RELEASED);
        return Optional.of(
                released
                        ? new StakeReleased(guild.guildId(), request.gameId(), false)
                        : new StakeRefused(
                                guild.guildId(),
                                request.gameId(),
                                Refusal.NOT_HELD,
                                0,
                                0,
                                Optional.empty(),
                                guild.currency()));
    }
}
