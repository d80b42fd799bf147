package dev.mitchbot.economy.stakes;

import dev.mitchbot.contracts.economy.WalletRequest.HoldStake;
import dev.mitchbot.contracts.economy.WalletResult;
import dev.mitchbot.contracts.economy.WalletResult.Refusal;
import dev.mitchbot.contracts.economy.WalletResult.StakeHeld;
import dev.mitchbot.economy.claims.Claim;
import dev.mitchbot.economy.escrow.Hold;
import dev.mitchbot.economy.guild.EconomyKeys.GuildKeys;
import dev.mitchbot.economy.guild.GuildEconomy;
import dev.mitchbot.economy.guild.Moment;
import dev.mitchbot.economy.ledger.Accounts;
import dev.mitchbot.economy.ledger.Cause;
import dev.mitchbot.economy.ledger.Movement;
import dev.mitchbot.economy.ledger.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A stake goes from the player's wallet into escrow, where nothing else can touch it. */
public final class HoldStakes implements WalletRule<HoldStake> {
    /** No game may keep a stake for longer, whatever it asks. */
    static final Duration HOLD_MAX = Duration.ofHours(24);

    @Override
    public String type() {
        return "economy.hold-stake.v1";
    }

    @Override
    public Class<HoldStake> bodyType() {
        return HoldStake.class;
    }

    @Override
    public void needs(HoldStake request, GuildKeys keys) {
        keys.books()
                .wallet(request.playerId())
                .claim(request.playerId(), Claim.STAKE)
                .holdsOf(request.gameId());
    }

    @Override
    public Optional<WalletResult> decide(HoldStake request, GuildEconomy guild, Moment moment) {
        return Optional.of(result(request, guild, moment));
    }

    private static WalletResult result(HoldStake request, GuildEconomy guild, Moment moment) {
        long player = request.playerId();
        StakeLimits limits = new StakeLimits(guild, request.gameId(), player);
        if (guild.holds().holds(request.gameId(), player)) {
            return limits.refused(Refusal.ALREADY_HELD, request.amount());
        }
        var refusal = limits.refusal(request.amount(), latest(request), moment);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Cause cause = Cause.of(moment.messageId(), Reason.STAKE_HELD).noting(request.game());
        Movement held = guild.ledger().move(cause, player, Accounts.ESCROW, request.amount());
        if (!(held instanceof Movement.Posted)) {
            return limits.refused(Refusal.INVALID_AMOUNT, request.amount());
        }
        guild.claims().stamp(player, Claim.STAKE, moment.now());
        guild.holds()
                .add(new Hold(
                        request.gameId(),
                        player,
                        request.game(),
                        request.amount(),
                        guild.ledger().lastEntry(),
                        expiry(request, moment)));
        return new StakeHeld(
                guild.guildId(),
                request.gameId(),
                player,
                request.amount(),
                guild.ledger().balance(player),
                guild.currency());
    }

    /** A hold that would expire at once is no use to any game. */
    private static Optional<Instant> latest(HoldStake request) {
        return request.validUntil().filter(request.expiresAt()::isAfter).or(() -> Optional.of(request.expiresAt()));
    }

    private static Instant expiry(HoldStake request, Moment moment) {
        Instant latest = moment.now().plus(HOLD_MAX);
        return request.expiresAt().isBefore(latest) ? request.expiresAt() : latest;
    }
}
