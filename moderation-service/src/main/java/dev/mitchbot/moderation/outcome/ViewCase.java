package dev.mitchbot.moderation.outcome;

import dev.mitchbot.contracts.command.Permission;
import dev.mitchbot.contracts.command.SlashCommand;
import dev.mitchbot.contracts.reply.Answer;
import dev.mitchbot.moderation.guild.Decision;
import dev.mitchbot.moderation.guild.GuildModeration;
import dev.mitchbot.moderation.guild.ModerationKeys.GuildKeys;
import dev.mitchbot.moderation.guild.ModeratorCommand;
import dev.mitchbot.moderation.guild.Moment;
import dev.mitchbot.moderation.wording.Refusal;
import dev.mitchbot.moderation.wording.Texts;
import java.util.Optional;

/** {@code /case view}: one case. */
public final class ViewCase extends ModeratorCommand {
    public ViewCase() {
        super("case.view", Permission.MODERATE_MEMBERS, false);
    }

    @Override
    public boolean query() {
        return true;
    }

    @Override
    public void needs(SlashCommand command, GuildKeys keys) {
        wanted(command).ifPresent(keys::caseNumbered);
    }

    @Override
    protected Decision rule(SlashCommand command, GuildModeration guild, Moment moment) {
        Optional<Long> number = wanted(command);
        if (number.isEmpty()) {
            return Decision.replying(Refusal.invalidNumber(command.interaction(), "caseid", 1, Integer.MAX_VALUE));
        }
        Answer answer = guild.log()
                .find(number.orElseThrow())
                .map(found -> Texts.toCaller(command.interaction(), CaseWords.card(found)))
                .orElseGet(() -> Refusal.caseNotFound(command.interaction(), number.orElseThrow()));
        return Decision.replying(answer);
    }

    private static Optional<Long> wanted(SlashCommand command) {
        return number(command, "caseid", 1, Integer.MAX_VALUE);
    }
}
