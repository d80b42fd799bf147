package dev.mitchbot.moderation.rest;

import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.messaging.Effects;
import dev.mitchbot.messaging.Handler;
import dev.mitchbot.messaging.rest.Problem;
import dev.mitchbot.messaging.rest.Versions;
import dev.mitchbot.messaging.rest.Written;
import dev.mitchbot.moderation.cases.Case;
import dev.mitchbot.moderation.cases.CaseLog;
import dev.mitchbot.moderation.guild.Moderation;
import dev.mitchbot.moderation.guild.ModerationKeys;

/** Gives a case another reason, unless it has changed since it was looked at. */
final class ChangeReason implements Handler<ReasonChange, ModerationKeys, Moderation> {
    @Override
    public String type() {
        return ReasonChange.TYPE;
    }

    @Override
    public Class<ReasonChange> bodyType() {
        return ReasonChange.class;
    }

    @Override
    public void needs(ReasonChange change, ModerationKeys keys) {
        keys.guild(change.guildId()).register().caseNumbered(change.caseNumber());
    }

    @Override
    public void decide(ReasonChange change, Moderation moderation, Effects effects) {
        CaseLog log = moderation.guild(change.guildId()).log();
        effects.respond(log.find(change.caseNumber())
                .map(one -> decide(change, one, log, effects))
                .orElseGet(() -> Written.refused(unknown(change.caseNumber()))));
        log.takeNews().forEach(event -> effects.publish(Topic.MODERATION_EVENTS, event.type(), event));
    }

    static Problem unknown(long number) {
        return Problem.of(404, "No such case", "This guild has no case " + number + ".");
    }

    private static Written decide(ReasonChange change, Case one, CaseLog log, Effects effects) {
        if (one.version() != change.seenVersion()) {
            return Written.refused(Versions.stale());
        }
        Case reworded = log.reword(one, change.reason(), change.actorId(), effects.now());
        return Written.ok(reworded.version(), CaseDocument.of(reworded));
    }
}
