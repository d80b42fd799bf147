package dev.mitchbot.moderation.bans;

import dev.mitchbot.contracts.command.ResolvedUser;
import dev.mitchbot.contracts.command.SlashCommand;
import dev.mitchbot.contracts.moderation.ModerationEvent.CaseKind;
import dev.mitchbot.moderation.cases.Lift;
import dev.mitchbot.moderation.cases.Opening;
import dev.mitchbot.moderation.guild.Decision;
import dev.mitchbot.moderation.guild.Decision.Request;
import dev.mitchbot.moderation.guild.GuildModeration;
import dev.mitchbot.moderation.guild.Moment;
import dev.mitchbot.moderation.guild.Times;
import dev.mitchbot.moderation.wording.Refusal;
import dev.mitchbot.moderation.wording.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** {@code /tempban}: a ban with an end. */
public final class TempBan extends BanCommand {
    /** 30 days. */
    public static final long MINUTES_MAX = 43_200;

    private final Times times;

    public TempBan(Times times) {
        super("tempban");
        this.times = times;
    }

    @Override
    protected Decision ban(SlashCommand command, ResolvedUser target, GuildModeration guild, Moment moment) {
        Optional<Duration> time = number(command, "duration", 1, MINUTES_MAX).map(Duration::ofMinutes);
        if (time.isEmpty()) {
            return Decision.replying(Refusal.invalidNumber(command.interaction(), "duration", 1, MINUTES_MAX));
        }
        Instant end = moment.now().plus(time.orElseThrow());
        Opening opening = Opening.by(
                        command,
                        CaseKind.TEMPBAN,
                        target.id(),
                        reason(command),
                        moment.now().plus(times.notice()))
                .lasting(time.orElseThrow());
        String letter =
                "You are banned from **%s**. The door opens again %s.".formatted(guild.name(), Texts.relative(end));
        Decision decision = ban(command, opening, letter, guild, moment);
        long number = decision.request().map(Request::caseNumber).orElseThrow();
        guild.lifts().plan(Lift.of(number, target.id(), command.interaction().applicationId(), end));
        return decision;
    }
}
