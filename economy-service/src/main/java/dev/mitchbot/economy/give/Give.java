package dev.mitchbot.economy.give;

import dev.mitchbot.contracts.command.ResolvedUser;
import dev.mitchbot.contracts.command.SlashCommand;
import dev.mitchbot.contracts.reply.Answer;
import dev.mitchbot.contracts.reply.Embed;
import dev.mitchbot.economy.guild.Decision;
import dev.mitchbot.economy.guild.EconomyKeys.GuildKeys;
import dev.mitchbot.economy.guild.GuildEconomy;
import dev.mitchbot.economy.guild.MemberCommand;
import dev.mitchbot.economy.guild.Moment;
import dev.mitchbot.economy.ledger.Accounts;
import dev.mitchbot.economy.ledger.Cause;
import dev.mitchbot.economy.ledger.Movement.CeilingReached;
import dev.mitchbot.economy.ledger.Movement.InsufficientFunds;
import dev.mitchbot.economy.ledger.Movement.Posted;
import dev.mitchbot.economy.ledger.Reason;
import dev.mitchbot.economy.wording.Answers;
import dev.mitchbot.economy.wording.Coins;
import dev.mitchbot.economy.wording.Colors;
import dev.mitchbot.economy.wording.Refusal;

/** {@code /give}: coins from one member to another. */
public final class Give extends MemberCommand {
    public Give() {
        super("give");
    }

    @Override
    public void needs(SlashCommand command, GuildKeys keys) {
        keys.books()
                .wallet(command.caller().id())
                .wallet(target(command, "user").id());
    }

    @Override
    public Decision rule(SlashCommand command, GuildEconomy guild, Moment moment) {
        return Decision.of(answer(command, guild, moment));
    }

    private static Answer answer(SlashCommand command, GuildEconomy guild, Moment moment) {
        long giver = command.caller().id();
        ResolvedUser receiver = target(command, "user");
        long amount = number(command, "amount");
        if (receiver.id() == giver) {
            return Refusal.selfTarget(command.interaction());
        }
        if (receiver.bot()) {
            return Refusal.botTarget(command.interaction());
        }
        if (amount < 1 || amount > Accounts.CEILING) {
            return Refusal.invalidAmount(command.interaction(), 1, Accounts.CEILING);
        }
        Cause cause = Cause.of(moment.messageId(), Reason.GIFT);
        return switch (guild.ledger().move(cause, giver, receiver.id(), amount)) {
            case Posted() -> given(command, guild, receiver.id(), amount);
            case InsufficientFunds(long account, long needed, long balance) ->
                Refusal.insufficientFunds(
                        command.interaction(),
                        "You have",
                        needed,
                        balance,
                        guild.settings().currencyName());
            case CeilingReached(long account) -> Refusal.ceilingReached(command.interaction());
        };
    }

    private static Answer given(SlashCommand command, GuildEconomy guild, long receiver, long amount) {
        long giver = command.caller().id();
        String currency = guild.settings().currencyName();
        Embed embed = Embed.of(
                        Colors.NEUTRAL,
                        "%s gave %s **%s**."
                                .formatted(
                                        Answers.mention(giver), Answers.mention(receiver), Coins.of(amount, currency)))
                .with(new Embed.Field("Giver", holding(guild, giver), true))
                .with(new Embed.Field("Receiver", holding(guild, receiver), true));
        return Answers.toAll(command, embed);
    }

    private static String holding(GuildEconomy guild, long user) {
        return Answers.mention(user) + " has "
                + Coins.of(guild.ledger().balance(user), guild.settings().currencyName());
    }
}
