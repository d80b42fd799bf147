package dev.mitchbot.moderation.warnings;

import dev.mitchbot.contracts.command.Permission;
import dev.mitchbot.contracts.command.SlashCommand;
import dev.mitchbot.contracts.reply.Answer;
import dev.mitchbot.moderation.guild.Decision;
import dev.mitchbot.moderation.guild.GuildModeration;
import dev.mitchbot.moderation.guild.ModerationKeys.GuildKeys;
import dev.mitchbot.moderation.guild.ModeratorCommand;
import dev.mitchbot.moderation.guild.Moment;
import dev.mitchbot.moderation.guild.PageKey;
import dev.mitchbot.moderation.wording.Refusal;

/** {@code /warnings}: what a user was warned about. */
public final class ShowWarnings extends ModeratorCommand {
    public ShowWarnings() {
        super("warnings", Permission.MODERATE_MEMBERS, false);
    }

    @Override
    public boolean query() {
        return true;
    }

    @Override
    public void needs(SlashCommand command, GuildKeys keys) {
        long user = target(command).id();
        keys.page(PageKey.first(user)).user(user);
    }

    @Override
    protected Decision rule(SlashCommand command, GuildModeration guild, Moment moment) {
        PageKey key = PageKey.first(target(command).id());
        WarningsPage page = WarningsPage.of(key, guild.pages().get(key));
        return Decision.replying(
                page.isEmpty()
                        ? Refusal.nothingToShow(command.interaction())
                        : new Answer(command.interaction(), true, page.message(guild.warningsOf(key.userId()))));
    }
}
