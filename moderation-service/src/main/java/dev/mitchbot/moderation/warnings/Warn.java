package dev.mitchbot.moderation.warnings;

import dev.mitchbot.contracts.command.Permission;
import dev.mitchbot.contracts.command.ResolvedUser;
import dev.mitchbot.contracts.command.SlashCommand;
import dev.mitchbot.contracts.moderation.ModerationEvent.CaseKind;
import dev.mitchbot.contracts.moderation.ModerationEvent.Outcome;
import dev.mitchbot.contracts.reply.Embed;
import dev.mitchbot.moderation.cases.Case;
import dev.mitchbot.moderation.cases.Opening;
import dev.mitchbot.moderation.guild.Decision;
import dev.mitchbot.moderation.guild.GuildModeration;
import dev.mitchbot.moderation.guild.MemberSanction;
import dev.mitchbot.moderation.guild.Moment;
import dev.mitchbot.moderation.wording.Colors;
import dev.mitchbot.moderation.wording.Refusal;
import dev.mitchbot.moderation.wording.Texts;
import java.util.Optional;

/** {@code /warn}: written down and told, nothing more; Discord has no part in it, so it is done at once. */
public final class Warn extends MemberSanction {
    public Warn() {
        super("warn", Permission.MODERATE_MEMBERS, false, true);
    }

    @Override
    protected Decision act(SlashCommand command, ResolvedUser target, GuildModeration guild, Moment moment) {
        if (command.option("reason").filter(text -> !text.isBlank()).isEmpty()) {
            return Decision.replying(Refusal.reasonTooLong(command.interaction(), REASON_MAX));
        }
        Opening opening = Opening.by(command, CaseKind.WARN, target.id(), reason(command), moment.now());
        Case warning = guild.log()
                .close(guild.log().open(opening, moment.now()), Outcome.DONE, Optional.empty(), moment.now());
        long total = guild.warningsOf(target.id());
        Embed embed = Embed.of(
                Colors.WARNING,
                "Case #%d. %s is warned, %s so far."
                        .formatted(warning.number(), Texts.mention(target.id()), times(total)));
        return Decision.replying(Texts.toCaller(command.interaction(), embed))
                .sending(Texts.letter(
                        guild.guildId(),
                        target.id(),
                        "You are warned in **%s**, %s so far.".formatted(guild.name(), times(total)),
                        warning.reason()));
    }

    private static String times(long total) {
        return total == 1 ? "once" : total + " times";
    }
}
