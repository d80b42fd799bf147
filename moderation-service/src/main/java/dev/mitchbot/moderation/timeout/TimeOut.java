package dev.mitchbot.moderation.timeout;

import dev.mitchbot.contracts.action.Action.TimeoutMember;
import dev.mitchbot.contracts.command.Permission;
import dev.mitchbot.contracts.command.ResolvedUser;
import dev.mitchbot.contracts.command.SlashCommand;
import dev.mitchbot.contracts.moderation.ModerationEvent.CaseKind;
import dev.mitchbot.moderation.cases.AuditReason;
import dev.mitchbot.moderation.cases.Case;
import dev.mitchbot.moderation.cases.Opening;
import dev.mitchbot.moderation.guild.Decision;
import dev.mitchbot.moderation.guild.GuildModeration;
import dev.mitchbot.moderation.guild.MemberSanction;
import dev.mitchbot.moderation.guild.Moment;
import dev.mitchbot.moderation.guild.Times;
import dev.mitchbot.moderation.wording.Refusal;
import dev.mitchbot.moderation.wording.Texts;
import java.time.Duration;
import java.util.Optional;

/** {@code /timeout}: silence for a while, which Discord ends by itself. */
public final class TimeOut extends MemberSanction {
    /** 28 days, Discord's own limit. */
    public static final long MINUTES_MAX = 40_320;

    private final Times times;

    public TimeOut(Times times) {
        super("timeout", Permission.MODERATE_MEMBERS, true, true);
        this.times = times;
    }

    @Override
    protected Decision act(SlashCommand command, ResolvedUser target, GuildModeration guild, Moment moment) {
        if (target.permissions().filter(Permission.ADMINISTRATOR::in).isPresent()) {
            return Decision.replying(Refusal.administratorTarget(command.interaction()));
        }
        Optional<Duration> wanted = number(command, "duration", 1, MINUTES_MAX).map(Duration::ofMinutes);
        if (wanted.isEmpty()) {
            return Decision.replying(Refusal.invalidNumber(command.interaction(), "duration", 1, MINUTES_MAX));
        }
        Duration time = wanted.orElseThrow();
        Opening opening = Opening.by(
                        command,
                        CaseKind.TIMEOUT,
                        target.id(),
                        reason(command),
                        moment.now().plus(times.notice()))
                .lasting(time);
        Case opened = guild.log().open(opening, moment.now());
        String reason = AuditReason.of(opened, command.caller().name());
        String letter = "You are timed out in **%s** for %s.".formatted(guild.name(), Texts.lasting(time));
        return Decision.asking(
                        opened.number(),
                        new TimeoutMember(
                                guild.guildId(),
                                target.id(),
                                Optional.of(moment.now().plus(time)),
                                reason))
                .sending(Texts.letter(guild.guildId(), target.id(), letter, opened.reason()));
    }
}
