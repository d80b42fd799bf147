package dev.mitchbot.economy.stakes;

import dev.mitchbot.contracts.economy.WalletRequest.PlayStake;
import dev.mitchbot.contracts.economy.WalletResult;
import dev.mitchbot.contracts.economy.WalletResult.Balance;
import dev.mitchbot.contracts.economy.WalletResult.Refusal;
import dev.mitchbot.contracts.economy.WalletResult.StakeSettled;
import dev.mitchbot.economy.claims.Claim;
import dev.mitchbot.economy.guild.EconomyKeys.GuildKeys;
import dev.mitchbot.economy.guild.GuildEconomy;
import dev.mitchbot.economy.guild.Moment;
import dev.mitchbot.economy.ledger.Accounts;
import dev.mitchbot.economy.ledger.Cause;
import dev.mitchbot.economy.ledger.Movement;
import dev.mitchbot.economy.ledger.Movement.Posted;
import dev.mitchbot.economy.ledger.Reason;
import java.util.List;
import java.util.Optional;

/** An instant game, decided already: what the player wins or loses moves at once between wallet and house. */
public final class PlayStakes implements WalletRule<PlayStake> {
    @Override
    public String type() {
        return "economy.play-stake.v1";
    }

    @Override
    public Class<PlayStake> bodyType() {
        return PlayStake.class;
    }

    @Override
    public void needs(PlayStake request, GuildKeys keys) {
        keys.books().wallet(request.playerId()).claim(request.playerId(), Claim.STAKE);
    }

    @Override
    public Optional<WalletResult> decide(PlayStake request, GuildEconomy guild, Moment moment) {
        return Optional.of(result(request, guild, moment));
    }

    private static WalletResult result(PlayStake request, GuildEconomy guild, Moment moment) {
        long player = request.playerId();
        StakeLimits limits = new StakeLimits(guild, request.gameId(), player);
        var refusal = limits.refusal(request.stake(), request.validUntil(), moment);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (request.payout() < 0
                || request.payout() > Accounts.CEILING
                || !(play(request, guild, moment) instanceof Posted)) {
            return limits.refused(Refusal.INVALID_AMOUNT, request.stake());
        }
        guild.claims().stamp(player, Claim.STAKE, moment.now());
        return new StakeSettled(
                guild.guildId(),
                request.gameId(),
                List.of(new Balance(player, guild.ledger().balance(player))),
                guild.currency());
    }

    private static Movement play(PlayStake request, GuildEconomy guild, Moment moment) {
        Cause cause = Cause.of(moment.messageId(), Reason.STAKE_PLAYED).noting(request.game());
        long won = request.payout() - request.stake();
        return won == 0
                ? guild.ledger().open(cause, request.playerId())
                : guild.ledger().move(cause, Accounts.HOUSE, request.playerId(), won);
    }
}
