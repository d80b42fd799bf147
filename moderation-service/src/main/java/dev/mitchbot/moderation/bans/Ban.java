package dev.mitchbot.moderation.bans;

import dev.mitchbot.contracts.command.ResolvedUser;
import dev.mitchbot.contracts.command.SlashCommand;
import dev.mitchbot.contracts.moderation.ModerationEvent.CaseKind;
import dev.mitchbot.moderation.cases.Opening;
import dev.mitchbot.moderation.guild.Decision;
import dev.mitchbot.moderation.guild.GuildModeration;
import dev.mitchbot.moderation.guild.Moment;
import dev.mitchbot.moderation.guild.Times;

/** {@code /ban}: for good, which also ends an earlier ban's end. */
public final class Ban extends BanCommand {
    private final Times times;

    public Ban(Times times) {
        super("ban");
        this.times = times;
    }

    @Override
    protected Decision ban(SlashCommand command, ResolvedUser target, GuildModeration guild, Moment moment) {
        Opening opening = Opening.by(
                command,
                CaseKind.BAN,
                target.id(),
                reason(command),
                moment.now().plus(times.notice()));
        return ban(command, opening, "You are banned from **%s**. For good.".formatted(guild.name()), guild, moment);
    }
}
