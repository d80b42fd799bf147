package dev.mitchbot.economy.eco;

import dev.mitchbot.contracts.command.SlashCommand;
import dev.mitchbot.contracts.economy.EconomyEvent.BalanceAdjusted;
import dev.mitchbot.contracts.reply.Embed;
import dev.mitchbot.economy.guild.Decision;
import dev.mitchbot.economy.guild.EconomyKeys.GuildKeys;
import dev.mitchbot.economy.guild.GuildEconomy;
import dev.mitchbot.economy.guild.Moment;
import dev.mitchbot.economy.guild.Rewards;
import dev.mitchbot.economy.ledger.Cause;
import dev.mitchbot.economy.ledger.Movement;
import dev.mitchbot.economy.ledger.Movement.CeilingReached;
import dev.mitchbot.economy.ledger.Movement.InsufficientFunds;
import dev.mitchbot.economy.ledger.Movement.Posted;
import dev.mitchbot.economy.ledger.Reason;
import dev.mitchbot.economy.wording.Answers;
import dev.mitchbot.economy.wording.Coins;
import dev.mitchbot.economy.wording.Colors;
import dev.mitchbot.economy.wording.Refusal;

/** A word of {@code /eco} that moves coins between the mint and somebody's wallet. */
public abstract class Adjustment extends AdminCommand {
    /** The most that one adjustment adds or removes, and the most that a wallet is set to. */
    public static final long AMOUNT_MAX = 100_000_000;

    public static final int REASON_MAX = 200;
    private static final String NO_REASON = "None given";

    private final Reason reason;
    private final long amountMin;

    Adjustment(String word, Reason reason, long amountMin) {
        super(word);
        this.reason = reason;
        this.amountMin = amountMin;
    }

    /** What the wallet gains by it, given what it holds; negative where it loses. */
    abstract long change(long balance, long amount);

    @Override
    public final void needs(SlashCommand command, GuildKeys keys) {
        keys.books().wallet(target(command, "user").id());
    }

    @Override
    final Decision permitted(SlashCommand command, GuildEconomy guild, Moment moment) {
        long amount = number(command, "amount");
        String note = command.option("reason").orElse(NO_REASON);
        if (amount < amountMin || amount > AMOUNT_MAX) {
            return Decision.of(Refusal.invalidAmount(command.interaction(), amountMin, AMOUNT_MAX));
        }
        if (note.isBlank() || note.length() > REASON_MAX) {
            return Decision.of(Refusal.reasonTooLong(command.interaction(), REASON_MAX));
        }
        long user = target(command, "user").id();
        long change = change(guild.ledger().balance(user), amount);
        return switch (post(command, guild, moment, user, change, note)) {
            case Posted() -> adjusted(command, guild, moment, user, change, note);
            case InsufficientFunds(long account, long needed, long balance) ->
                Decision.of(Refusal.insufficientFunds(
                        command.interaction(),
                        "They have",
                        needed,
                        balance,
                        guild.settings().currencyName()));
            case CeilingReached(long account) -> Decision.of(Refusal.ceilingReached(command.interaction()));
        };
    }

    private Movement post(
            SlashCommand command, GuildEconomy guild, Moment moment, long user, long change, String note) {
        Cause cause =
                Cause.of(moment.messageId(), reason).by(command.caller().id()).noting(note);
        return Rewards.pay(guild, cause, user, change);
    }

    private static Decision adjusted(
            SlashCommand command, GuildEconomy guild, Moment moment, long user, long change, String note) {
        long balance = guild.ledger().balance(user);
        Decision decision = Decision.of(Answers.toAll(command, embed(guild, user, change, balance, note)));
        return change == 0
                ? decision
                : decision.and(new BalanceAdjusted(
                        guild.guildId(), user, command.caller().id(), change, balance, note, moment.now()));
    }

    private static Embed embed(GuildEconomy guild, long user, long change, long balance, String note) {
        String currency = guild.settings().currencyName();
        String sign = change > 0 ? "+" : "";
        return Embed.of(
                        change < 0 ? Colors.LOSS : Colors.GAIN,
                        "%s: **%s%s**. That leaves %s."
                                .formatted(
                                        Answers.mention(user),
                                        sign,
                                        Coins.of(change, currency),
                                        Coins.of(balance, currency)))
                .with(new Embed.Field("Reason", note, false));
    }
}
