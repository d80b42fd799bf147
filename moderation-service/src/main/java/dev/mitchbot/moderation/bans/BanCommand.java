package dev.mitchbot.moderation.bans;

import dev.mitchbot.contracts.action.Action.BanMember;
import dev.mitchbot.contracts.command.Permission;
import dev.mitchbot.contracts.command.ResolvedUser;
import dev.mitchbot.contracts.command.SlashCommand;
import dev.mitchbot.moderation.cases.AuditReason;
import dev.mitchbot.moderation.cases.Case;
import dev.mitchbot.moderation.cases.Opening;
import dev.mitchbot.moderation.guild.Decision;
import dev.mitchbot.moderation.guild.GuildModeration;
import dev.mitchbot.moderation.guild.MemberSanction;
import dev.mitchbot.moderation.guild.Moment;
import dev.mitchbot.moderation.wording.Refusal;
import dev.mitchbot.moderation.wording.Texts;
import java.time.Duration;

/** What {@code /ban} and {@code /tempban} have in common. */
abstract class BanCommand extends MemberSanction {
    private static final long DELETE_DAYS_MAX = 7;

    BanCommand(String name) {
        super(name, Permission.BAN_MEMBERS, true, false);
    }

    @Override
    protected final Decision act(SlashCommand command, ResolvedUser target, GuildModeration guild, Moment moment) {
        if (command.option("delete_days").isPresent()
                && number(command, "delete_days", 0, DELETE_DAYS_MAX).isEmpty()) {
            return Decision.replying(Refusal.invalidNumber(command.interaction(), "delete_days", 0, DELETE_DAYS_MAX));
        }
        return ban(command, target, guild, moment);
    }

    protected abstract Decision ban(SlashCommand command, ResolvedUser target, GuildModeration guild, Moment moment);

    /** Opens the case and asks Discord, after a letter that would not arrive any more afterwards. */
    protected static Decision ban(
            SlashCommand command, Opening opening, String letter, GuildModeration guild, Moment moment) {
        Case opened = guild.log().open(opening, moment.now());
        guild.lifts().hold(opened.targetId(), opened.number());
        Duration deletion = Duration.ofDays(
                number(command, "delete_days", 0, DELETE_DAYS_MAX).orElse(0L));
        String reason = AuditReason.of(opened, command.caller().name());
        return Decision.asking(opened.number(), new BanMember(guild.guildId(), opened.targetId(), reason, deletion))
                .sending(Texts.letter(guild.guildId(), opened.targetId(), letter, opened.reason()));
    }
}
