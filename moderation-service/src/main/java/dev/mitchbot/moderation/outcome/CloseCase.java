package dev.mitchbot.moderation.outcome;

import dev.mitchbot.contracts.action.Action.BanMember;
import dev.mitchbot.contracts.action.ActionResult;
import dev.mitchbot.contracts.command.Interaction;
import dev.mitchbot.contracts.moderation.ModerationEvent.CaseKind;
import dev.mitchbot.contracts.moderation.ModerationEvent.Outcome;
import dev.mitchbot.moderation.cases.AuditReason;
import dev.mitchbot.moderation.cases.Case;
import dev.mitchbot.moderation.cases.Lift;
import dev.mitchbot.moderation.guild.Decision;
import dev.mitchbot.moderation.guild.GuildModeration;
import dev.mitchbot.moderation.guild.ModerationKeys.GuildKeys;
import dev.mitchbot.moderation.guild.Moment;
import dev.mitchbot.moderation.guild.Rule;
import dev.mitchbot.moderation.guild.Times;
import java.time.Duration;
import java.util.Optional;

/** What Discord answered to an action decides its case. Letters and other services' actions have none here. */
public final class CloseCase implements Rule<ActionResult> {
    private final Times times;

    public CloseCase(Times times) {
        this.times = times;
    }

    @Override
    public String type() {
        return ActionResult.TYPE;
    }

    @Override
    public Class<ActionResult> bodyType() {
        return ActionResult.class;
    }

    /** Two gateways may have done the same, when one stood still meanwhile; to the second Discord may say something else. */
    @Override
    public boolean firstCounts() {
        return true;
    }

    @Override
    public long guildId(ActionResult result) {
        return result.guildId();
    }

    @Override
    public void needs(ActionResult result, GuildKeys keys) {
        keys.register().caseAskedAs(result.actionId());
    }

    @Override
    public Decision decide(ActionResult result, GuildModeration guild, Moment moment) {
        return guild.log()
                .askedAs(result.actionId())
                .filter(Case::isOpen)
                .map(open -> decide(result, open, guild, moment))
                .orElse(Decision.NOTHING);
    }

    private Decision decide(ActionResult result, Case open, GuildModeration guild, Moment moment) {
        Outcome outcome = outcome(result, open);
        Optional<Lift> lift = open.relatedCase().flatMap(guild.lifts()::find);
        if (outcome != Outcome.DONE && lift.filter(this::isTriedAgain).isPresent()) {
            guild.log().askedInVain(open);
            return Decision.NOTHING;
        }
        Optional<String> failure = outcome == Outcome.DONE ? Optional.empty() : Optional.of(words(result));
        Case closed = guild.log().close(open, outcome, failure, moment.now());
        settleLifts(closed, outcome, guild, moment);
        if (closed.relatedCase().isPresent()) {
            lift.ifPresent(guild.lifts()::giveUp);
            return outcome == Outcome.FAILED ? Decision.NOTHING : renewed(closed, guild);
        }
        Optional<Interaction> teller = open.teller();
        return teller.map(interaction -> Decision.replying(CaseWords.verdict(interaction, closed, isNeedless(result))))
                .orElse(Decision.NOTHING);
    }

    private boolean isTriedAgain(Lift lift) {
        return lift.attempts() < times.liftAttempts();
    }

    /** Of a ban that nobody knows of the time begins, and of an unban that nobody knows of the end of the ban stands. */
    private static void settleLifts(Case closed, Outcome outcome, GuildModeration guild, Moment moment) {
        if (closed.kind() == CaseKind.WARN || closed.kind() == CaseKind.TIMEOUT) {
            return;
        }
        if (outcome == Outcome.FAILED || outcome == Outcome.UNANSWERED && closed.kind() == CaseKind.UNBAN) {
            Optional<Long> underWay =
                    guild.log().latestUnderWay(closed.targetId()).map(Case::number);
            guild.lifts().release(closed.number(), underWay);
        } else {
            supersede(closed, guild, moment);
            closed.duration()
                    .ifPresent(time ->
                            guild.lifts().begin(closed.number(), moment.now().plus(time)));
        }
    }

    /** What lifts an earlier ban and waits for its next try gets none; what is under way is decided by its own result. */
    private static void supersede(Case closed, GuildModeration guild, Moment moment) {
        Optional<String> why = Optional.of("overtaken by case #" + closed.number());
        for (Lift superseded : guild.lifts().supersede(closed.targetId(), closed.number())) {
            superseded
                    .liftCase()
                    .flatMap(guild.log()::find)
                    .filter(Case::isBetweenTries)
                    .ifPresent(between -> guild.log().close(between, Outcome.FAILED, why, moment.now()));
        }
    }

    /** A lift that was published late may have come after a newer ban, and then that one has to be put on again. */
    private static Decision renewed(Case lifted, GuildModeration guild) {
        return guild.log()
                .latestOfBans(lifted.targetId())
                .filter(latest -> latest.number() > lifted.number() && latest.kind() != CaseKind.UNBAN)
                .map(ban -> Decision.NOTHING.sending(
                        new BanMember(guild.guildId(), ban.targetId(), AuditReason.of(ban, "again"), Duration.ZERO)))
                .orElse(Decision.NOTHING);
    }

    private static Outcome outcome(ActionResult result, Case open) {
        if (result.done()) {
            return isNeedless(result) && open.relatedCase().isEmpty() ? Outcome.FAILED : Outcome.DONE;
        }
        return result.errorCode().isPresent() ? Outcome.FAILED : Outcome.UNANSWERED;
    }

    private static boolean isNeedless(ActionResult result) {
        return result.errorCode()
                .filter(code -> code == ActionResult.UNKNOWN_BAN)
                .isPresent();
    }

    private static String words(ActionResult result) {
        return result.error().orElse("this user is not banned");
    }
}
