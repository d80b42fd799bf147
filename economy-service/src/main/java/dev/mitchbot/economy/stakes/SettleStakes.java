package dev.mitchbot.economy.stakes;

import dev.mitchbot.contracts.economy.WalletRequest.Payout;
import dev.mitchbot.contracts.economy.WalletRequest.SettleStake;
import dev.mitchbot.contracts.economy.WalletResult;
import dev.mitchbot.contracts.economy.WalletResult.Balance;
import dev.mitchbot.contracts.economy.WalletResult.Refusal;
import dev.mitchbot.contracts.economy.WalletResult.StakeRefused;
import dev.mitchbot.contracts.economy.WalletResult.StakeSettled;
import dev.mitchbot.economy.escrow.Hold;
import dev.mitchbot.economy.guild.EconomyKeys.GuildKeys;
import dev.mitchbot.economy.guild.GuildEconomy;
import dev.mitchbot.economy.guild.Moment;
import dev.mitchbot.economy.ledger.Accounts;
import dev.mitchbot.economy.ledger.Cause;
import dev.mitchbot.economy.ledger.Leg;
import dev.mitchbot.economy.ledger.Movement;
import dev.mitchbot.economy.ledger.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A game ends: escrow pays the players, the house takes or bears the difference. */
public final class SettleStakes implements WalletRule<SettleStake> {
    /** The most payouts of one game. */
    static final int PAYOUTS_MAX = 100;

    @Override
    public String type() {
        return "economy.settle-stake.v1";
    }

    @Override
    public Class<SettleStake> bodyType() {
        return SettleStake.class;
    }

    @Override
    public void needs(SettleStake request, GuildKeys keys) {
        keys.books().holdsOf(request.gameId());
    }

    @Override
    public Optional<WalletResult> decide(SettleStake request, GuildEconomy guild, Moment moment) {
        List<Hold> holds = guild.holds().ofGame(request.gameId());
        if (holds.isEmpty()) {
            return Optional.of(refused(guild, request, Refusal.NOT_HELD));
        }
        Optional<Map<Long, Long>> payouts = payouts(request, holds);
        if (payouts.isEmpty()) {
            return Optional.of(refused(guild, request, Refusal.INVALID_AMOUNT));
        }
        Cause cause = Cause.of(moment.messageId(), Reason.STAKE_SETTLED)
                .noting(holds.getFirst().game());
        Movement settled = guild.ledger().post(cause, legs(holds, payouts.get()));
        if (!(settled instanceof Movement.Posted)) {
            return Optional.of(refused(guild, request, Refusal.INVALID_AMOUNT));
        }
        guild.holds().removeGame(request.gameId());
        return Optional.of(
                new StakeSettled(guild.guildId(), request.gameId(), balances(guild, holds), guild.currency()));
    }

    /** What each player of the game gets; empty where somebody else would be paid, or an impossible amount. */
    private static Optional<Map<Long, Long>> payouts(SettleStake request, List<Hold> holds) {
        Map<Long, Long> payouts = new TreeMap<>();
        holds.forEach(hold -> payouts.put(hold.playerId(), 0L));
        if (request.payouts().size() > PAYOUTS_MAX) {
            return Optional.empty();
        }
        for (Payout payout : request.payouts()) {
            boolean possible = payout.amount() >= 0 && payout.amount() <= Accounts.CEILING;
            if (!possible || !payouts.containsKey(payout.playerId())) {
                return Optional.empty();
            }
            payouts.merge(payout.playerId(), payout.amount(), Long::sum);
        }
        return Optional.of(payouts);
    }

    private static List<Leg> legs(List<Hold> holds, Map<Long, Long> payouts) {
        long held = holds.stream().mapToLong(Hold::amount).sum();
        long paid = payouts.values().stream().mapToLong(Long::longValue).sum();
        List<Leg> legs = new ArrayList<>();
        legs.add(new Leg(Accounts.ESCROW, -held));
        if (held != paid) {
            legs.add(new Leg(Accounts.HOUSE, held - paid));
        }
        payouts.forEach((player, amount) -> {
            if (amount > 0) {
                legs.add(new Leg(player, amount));
            }
        });
        return legs;
    }

    private static List<Balance> balances(GuildEconomy guild, List<Hold> holds) {
        return holds.stream()
                .map(hold -> new Balance(hold.playerId(), guild.ledger().balance(hold.playerId())))
                .toList();
    }

    private static StakeRefused refused(GuildEconomy guild, SettleStake request, Refusal refusal) {
        return new StakeRefused(guild.guildId(), request.gameId(), refusal, 0, 0, Optional.empty(), guild.currency());
    }
}
