package dev.mitchbot.moderation.bans;

import dev.mitchbot.contracts.action.Action.UnbanMember;
import dev.mitchbot.contracts.command.Permission;
import dev.mitchbot.contracts.command.SlashCommand;
import dev.mitchbot.contracts.moderation.ModerationEvent.CaseKind;
import dev.mitchbot.moderation.cases.AuditReason;
import dev.mitchbot.moderation.cases.Case;
import dev.mitchbot.moderation.cases.Opening;
import dev.mitchbot.moderation.guild.Decision;
import dev.mitchbot.moderation.guild.GuildModeration;
import dev.mitchbot.moderation.guild.ModerationKeys.GuildKeys;
import dev.mitchbot.moderation.guild.ModeratorCommand;
import dev.mitchbot.moderation.guild.Moment;
import dev.mitchbot.moderation.guild.Times;
import dev.mitchbot.moderation.wording.Refusal;
import java.util.Optional;

/** {@code /unban}: by id, because Discord offers no names of those who are gone. */
public final class Unban extends ModeratorCommand {
    private final Times times;

    public Unban(Times times) {
        super("unban", Permission.BAN_MEMBERS, true);
        this.times = times;
    }

    @Override
    public void needs(SlashCommand command, GuildKeys keys) {
        userId(command).ifPresent(keys.register()::user);
    }

    @Override
    protected Decision rule(SlashCommand command, GuildModeration guild, Moment moment) {
        Optional<Long> user = userId(command);
        if (user.isEmpty()) {
            return Decision.replying(Refusal.invalidId(command.interaction()));
        }
        if (reason(command).length() > REASON_MAX) {
            return Decision.replying(Refusal.reasonTooLong(command.interaction(), REASON_MAX));
        }
        Case opened = guild.log()
                .open(
                        Opening.by(
                                command,
                                CaseKind.UNBAN,
                                user.orElseThrow(),
                                reason(command),
                                moment.now().plus(times.notice())),
                        moment.now());
        guild.lifts().hold(opened.targetId(), opened.number());
        return Decision.asking(
                opened.number(),
                new UnbanMember(
                        guild.guildId(),
                        opened.targetId(),
                        AuditReason.of(opened, command.caller().name())));
    }

    private static Optional<Long> userId(SlashCommand command) {
        return command.option("user_id")
                .map(String::strip)
                .filter(text -> text.matches("[0-9]{17,20}"))
                .flatMap(Unban::unsigned);
    }

    private static Optional<Long> unsigned(String digits) {
        try {
            return Optional.of(Long.parseUnsignedLong(digits));
        } catch (NumberFormatException beyond64Bits) {
            return Optional.empty();
        }
    }
}
