package dev.mitchbot.moderation.bans;

import dev.mitchbot.contracts.action.Action.UnbanMember;
import dev.mitchbot.moderation.cases.Case;
import dev.mitchbot.moderation.cases.Lift;
import dev.mitchbot.moderation.cases.Opening;
import dev.mitchbot.moderation.guild.Decision;
import dev.mitchbot.moderation.guild.GuildModeration;
import dev.mitchbot.moderation.guild.ModerationKeys.GuildKeys;
import dev.mitchbot.moderation.guild.Moment;
import dev.mitchbot.moderation.guild.Rule;
import dev.mitchbot.moderation.guild.Times;
import java.util.Optional;

/** Asks Discord to lift a ban whose time is up; the row stays, for another try, until Discord has done it. */
public final class LiftBan implements Rule<LiftDue> {
    private final Times times;

    public LiftBan(Times times) {
        this.times = times;
    }

    @Override
    public String type() {
        return LiftDue.TYPE;
    }

    @Override
    public Class<LiftDue> bodyType() {
        return LiftDue.class;
    }

    @Override
    public long guildId(LiftDue due) {
        return due.guildId();
    }

    @Override
    public void needs(LiftDue due, GuildKeys keys) {
        keys.register().user(due.userId());
    }

    @Override
    public Decision decide(LiftDue due, GuildModeration guild, Moment moment) {
        Optional<Lift> wanted = guild.lifts()
                .find(due.caseNumber())
                .filter(lift -> lift.heldBy().isEmpty() && lift.attempts() == due.attempt());
        if (wanted.isEmpty()) {
            return Decision.NOTHING;
        }
        Lift lift = wanted.orElseThrow();
        long number = lift.liftCase().orElseGet(() -> open(lift, guild, moment));
        guild.lifts().tried(lift, number, moment.now().plus(times.pauseAfter(lift.attempts() + 1)));
        String reason = "Time is up for case #%d (case #%d)".formatted(lift.caseNumber(), number);
        return Decision.asking(number, new UnbanMember(guild.guildId(), lift.userId(), reason));
    }

    private static long open(Lift lift, GuildModeration guild, Moment moment) {
        Case opened = guild.log()
                .open(Opening.lifting(lift, "Time is up for case #" + lift.caseNumber() + "."), moment.now());
        return opened.number();
    }
}
