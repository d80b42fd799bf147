package dev.mitchbot.economy.eco;

import dev.mitchbot.contracts.command.SlashCommand;
import dev.mitchbot.contracts.reply.Embed;
import dev.mitchbot.economy.guild.Decision;
import dev.mitchbot.economy.guild.EconomyKeys.GuildKeys;
import dev.mitchbot.economy.guild.GuildEconomy;
import dev.mitchbot.economy.guild.Moment;
import dev.mitchbot.economy.wording.Answers;
import dev.mitchbot.economy.wording.Coins;
import dev.mitchbot.economy.wording.Colors;

/** {@code /eco balance}: what somebody has, for the administrator's eyes. */
public final class InspectBalance extends AdminCommand {
    public InspectBalance() {
        super("balance");
    }

    @Override
    public boolean query() {
        return true;
    }

    @Override
    public void needs(SlashCommand command, GuildKeys keys) {
        keys.wallet(target(command, "user").id());
    }

    @Override
    Decision permitted(SlashCommand command, GuildEconomy guild, Moment moment) {
        long user = target(command, "user").id();
        String coins = Coins.of(guild.ledger().balance(user), guild.settings().currencyName());
        return Decision.of(
                Answers.toCaller(command, Embed.of(Colors.NEUTRAL, Answers.mention(user) + " has **" + coins + "**.")));
    }
}
