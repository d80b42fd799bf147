package dev.mitchbot.economy.stakes;

import dev.mitchbot.contracts.economy.WalletResult.Refusal;
import dev.mitchbot.contracts.economy.WalletResult.StakeRefused;
import dev.mitchbot.economy.claims.Claim;
import dev.mitchbot.economy.guild.GuildEconomy;
import dev.mitchbot.economy.guild.Moment;
import java.util.Optional;

/** What keeps a member from staking, whatever the game. */
record StakeLimits(GuildEconomy guild, String gameId, long playerId) {
    Optional<StakeRefused> refusal(long stake, Moment moment) {
        if (!guild.settings().enabled()) {
            return Optional.of(refused(Refusal.ECONOMY_DISABLED, stake));
        }
        if (stake < 1) {
            return Optional.of(refused(Refusal.INVALID_AMOUNT, 1));
        }
        if (stake > guild.settings().maxStake()) {
            return Optional.of(refused(Refusal.STAKE_TOO_HIGH, guild.settings().maxStake()));
        }
        if (guild.claims()
                .blockedUntil(playerId, Claim.STAKE, guild.settings().stakeInterval(), moment.now())
                .isPresent()) {
            return Optional.of(refused(Refusal.TOO_SOON, stake));
        }
        return guild.ledger().balance(playerId) < stake
                ? Optional.of(refused(Refusal.INSUFFICIENT_FUNDS, stake))
                : Optional.empty();
    }

    StakeRefused refused(Refusal refusal, long needed) {
        return new StakeRefused(
                guild.guildId(), gameId, refusal, needed, guild.ledger().balance(playerId));
    }
}
