package dev.mitchbot.moderation.warnings;

import dev.mitchbot.contracts.command.ButtonClick;
import dev.mitchbot.contracts.command.Permission;
import dev.mitchbot.contracts.reply.MessageUpdate;
import dev.mitchbot.moderation.guild.Decision;
import dev.mitchbot.moderation.guild.GuildModeration;
import dev.mitchbot.moderation.guild.ModerationKeys.GuildKeys;
import dev.mitchbot.moderation.guild.Moment;
import dev.mitchbot.moderation.guild.PageKey;
import dev.mitchbot.moderation.guild.Rule;
import dev.mitchbot.moderation.wording.Refusal;

/** A click on the buttons below a list of warnings. */
public final class TurnPage implements Rule<ButtonClick> {
    @Override
    public String type() {
        return "moderation.warnings.click.v1";
    }

    @Override
    public Class<ButtonClick> bodyType() {
        return ButtonClick.class;
    }

    @Override
    public long guildId(ButtonClick click) {
        return click.interaction().guildId();
    }

    @Override
    public boolean query() {
        return true;
    }

    @Override
    public void needs(ButtonClick click, GuildKeys keys) {
        PageKey key = Turn.parse(click.payload());
        keys.page(key).page(PageKey.first(key.userId())).user(key.userId());
    }

    @Override
    public Decision decide(ButtonClick click, GuildModeration guild, Moment moment) {
        if (!click.caller().has(Permission.MODERATE_MEMBERS)) {
            return Decision.replying(Refusal.missingPermission(click.interaction(), Permission.MODERATE_MEMBERS));
        }
        PageKey key = Turn.parse(click.payload());
        PageKey first = PageKey.first(key.userId());
        WarningsPage turned = WarningsPage.of(key, guild.pages().get(key));
        boolean isTop = turned.isEmpty() || key.direction() == PageKey.Direction.NEWER && !turned.hasNewer();
        WarningsPage page = isTop ? WarningsPage.of(first, guild.pages().get(first)) : turned;
        return Decision.replying(
                page.isEmpty()
                        ? Refusal.nothingToShow(click.interaction())
                        : new MessageUpdate(click.interaction(), page.message(guild.warningsOf(key.userId()))));
    }
}
