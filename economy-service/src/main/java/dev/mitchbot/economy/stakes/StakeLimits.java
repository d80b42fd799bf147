package dev.mitchbot.economy.stakes;

import dev.mitchbot.contracts.economy.WalletResult.Refusal;
import dev.mitchbot.contracts.economy.WalletResult.StakeRefused;
import dev.mitchbot.economy.claims.Claim;
import dev.mitchbot.economy.guild.GuildEconomy;
import dev.mitchbot.economy.guild.Moment;
import java.time.Instant;
import java.util.Optional;

/** What keeps a member from staking, whatever the game. */
record StakeLimits(GuildEconomy guild, String gameId, long playerId) {
    /** @param latest from when on nobody waits for the game any more */
    Optional<StakeRefused> refusal(long stake, Optional<Instant> latest, Moment moment) {
        if (!guild.settings().enabled()) {
            return Optional.of(refused(Refusal.ECONOMY_DISABLED, stake));
        }
        if (latest.filter(time -> !moment.now().isBefore(time)).isPresent()) {
            return Optional.of(refused(Refusal.TOO_LATE, stake));
        }
        if (stake < 1) {
            return Optional.of(refused(Refusal.INVALID_AMOUNT, 1));
        }
        if (stake > guild.settings().maxStake()) {
            return Optional.of(refused(Refusal.STAKE_TOO_HIGH, guild.settings().maxStake()));
        }
        Optional<Instant> blockedUntil = guild.claims()
                .blockedUntil(playerId, Claim.STAKE, guild.settings().stakeInterval(), moment.now());
        if (blockedUntil.isPresent()) {
            return Optional.of(refused(Refusal.TOO_SOON, stake, blockedUntil));
        }
        return guild.ledger().balance(playerId) < stake
                ? Optional.of(refused(Refusal.INSUFFICIENT_FUNDS, stake))
                : Optional.empty();
    }

    StakeRefused refused(Refusal refusal, long needed) {
        return refused(refusal, needed, Optional.empty());
    }

    private StakeRefused refused(Refusal refusal, long needed, Optional<Instant> retryAt) {
        return new StakeRefused(
                guild.guildId(), gameId, refusal, needed, guild.ledger().balance(playerId), retryAt, guild.currency());
    }
}
