package dev.mitchbot.economy.leaderboard;

import dev.mitchbot.contracts.command.ButtonClick;
import dev.mitchbot.contracts.reply.MessageUpdate;
import dev.mitchbot.economy.guild.Decision;
import dev.mitchbot.economy.guild.EconomyCommand;
import dev.mitchbot.economy.guild.EconomyKeys.GuildKeys;
import dev.mitchbot.economy.guild.GuildEconomy;
import dev.mitchbot.economy.guild.Moment;
import dev.mitchbot.economy.guild.PageKey;
import dev.mitchbot.economy.wording.Refusal;

/** A click on the leaderboard's buttons, by whoever reads it. */
public final class TurnPage implements EconomyCommand<ButtonClick> {
    @Override
    public String type() {
        return "economy.leaderboard.click.v1";
    }

    @Override
    public Class<ButtonClick> by() {
        return ButtonClick.class;
    }

    @Override
    public boolean query() {
        return true;
    }

    @Override
    public void needs(ButtonClick click, GuildKeys keys) {
        long guildId = click.interaction().guildId();
        keys.page(Turn.parse(click.payload()).page(guildId)).page(PageKey.first(guildId));
    }

    @Override
    public Decision rule(ButtonClick click, GuildEconomy guild, Moment moment) {
        Turn turn = Turn.parse(click.payload());
        Page page = Page.turned(turn, guild.pages().get(turn.page(guild.guildId())))
                .orElseGet(() -> Page.first(guild.pages().get(PageKey.first(guild.guildId()))));
        return Decision.of(
                page.isEmpty()
                        ? Refusal.nothingToShow(click.interaction())
                        : new MessageUpdate(
                                click.interaction(),
                                page.message(guild.settings().currencyName())));
    }
}
