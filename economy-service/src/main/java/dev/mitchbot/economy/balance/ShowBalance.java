package dev.mitchbot.economy.balance;

import dev.mitchbot.contracts.command.ResolvedUser;
import dev.mitchbot.contracts.command.SlashCommand;
import dev.mitchbot.contracts.reply.Embed;
import dev.mitchbot.economy.guild.Decision;
import dev.mitchbot.economy.guild.EconomyKeys.GuildKeys;
import dev.mitchbot.economy.guild.GuildEconomy;
import dev.mitchbot.economy.guild.MemberCommand;
import dev.mitchbot.economy.guild.Moment;
import dev.mitchbot.economy.wording.Answers;
import dev.mitchbot.economy.wording.Coins;
import dev.mitchbot.economy.wording.Colors;

/** {@code /balance}: what somebody has. */
public final class ShowBalance extends MemberCommand {
    public ShowBalance() {
        super("balance");
    }

    @Override
    public boolean query() {
        return true;
    }

    @Override
    public void needs(SlashCommand command, GuildKeys keys) {
        keys.wallet(whose(command));
    }

    @Override
    public Decision rule(SlashCommand command, GuildEconomy guild, Moment moment) {
        long user = whose(command);
        String coins = Coins.of(guild.ledger().balance(user), guild.settings().currencyName());
        return Decision.of(
                Answers.toAll(command, Embed.of(Colors.NEUTRAL, Answers.mention(user) + " has **" + coins + "**.")));
    }

    private static long whose(SlashCommand command) {
        return command.user("user")
                .map(ResolvedUser::id)
                .orElse(command.caller().id());
    }
}
