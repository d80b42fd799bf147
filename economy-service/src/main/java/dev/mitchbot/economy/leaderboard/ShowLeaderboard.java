package dev.mitchbot.economy.leaderboard;

import dev.mitchbot.contracts.command.SlashCommand;
import dev.mitchbot.contracts.reply.Answer;
import dev.mitchbot.economy.guild.Decision;
import dev.mitchbot.economy.guild.EconomyKeys.GuildKeys;
import dev.mitchbot.economy.guild.GuildEconomy;
import dev.mitchbot.economy.guild.MemberCommand;
import dev.mitchbot.economy.guild.Moment;
import dev.mitchbot.economy.guild.PageKey;
import dev.mitchbot.economy.wording.Refusal;

/** {@code /leaderboard}: the richest ten, with buttons to the others. */
public final class ShowLeaderboard extends MemberCommand {
    public ShowLeaderboard() {
        super("leaderboard");
    }

    @Override
    public boolean query() {
        return true;
    }

    @Override
    public void needs(SlashCommand command, GuildKeys keys) {
        keys.page(PageKey.first(command.interaction().guildId()));
    }

    @Override
    public Decision rule(SlashCommand command, GuildEconomy guild, Moment moment) {
        Page page = Page.first(guild.pages().get(PageKey.first(guild.guildId())));
        return Decision.of(
                page.isEmpty()
                        ? Refusal.nothingToShow(command.interaction())
                        : new Answer(
                                command.interaction(),
                                false,
                                page.message(guild.settings().currencyName())));
    }
}
