package dev.mitchbot.moderation.outcome;

import dev.mitchbot.contracts.command.Interaction;
import dev.mitchbot.moderation.cases.Case;
import dev.mitchbot.moderation.guild.Decision;
import dev.mitchbot.moderation.guild.GuildModeration;
import dev.mitchbot.moderation.guild.ModerationKeys.GuildKeys;
import dev.mitchbot.moderation.guild.Moment;
import dev.mitchbot.moderation.guild.Rule;
import java.util.Optional;

/** Tells the moderator that the case is open still; the verdict replaces this message when it comes. */
public final class TellOfDelay implements Rule<NoticeDue> {
    @Override
    public String type() {
        return NoticeDue.TYPE;
    }

    @Override
    public Class<NoticeDue> bodyType() {
        return NoticeDue.class;
    }

    @Override
    public long guildId(NoticeDue due) {
        return due.guildId();
    }

    @Override
    public void needs(NoticeDue due, GuildKeys keys) {
        keys.register().caseNumbered(due.caseNumber());
    }

    @Override
    public Decision decide(NoticeDue due, GuildModeration guild, Moment moment) {
        Optional<Case> open = guild.log().find(due.caseNumber()).filter(Case::isOpen);
        if (open.isEmpty()) {
            return Decision.NOTHING;
        }
        Case waiting = open.orElseThrow();
        guild.log().noticed(waiting);
        Optional<Interaction> teller = waiting.teller();
        return teller.map(interaction -> Decision.replying(CaseWords.waiting(interaction, waiting)))
                .orElse(Decision.NOTHING);
    }
}
