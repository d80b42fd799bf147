package dev.mitchbot.moderation.messaging;

import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.messaging.Effects;
import dev.mitchbot.messaging.Handler;
import dev.mitchbot.moderation.cases.CaseLog;
import dev.mitchbot.moderation.guild.Decision;
import dev.mitchbot.moderation.guild.GuildModeration;
import dev.mitchbot.moderation.guild.Moderation;
import dev.mitchbot.moderation.guild.ModerationKeys;
import dev.mitchbot.moderation.guild.Moment;
import dev.mitchbot.moderation.guild.Rule;

/** Brings a message to its rule, and the rule's decision on its way. */
record RuleHandler<B>(Rule<B> rule) implements Handler<B, ModerationKeys, Moderation> {
    @Override
    public String type() {
        return rule.type();
    }

    @Override
    public Class<B> bodyType() {
        return rule.bodyType();
    }

    @Override
    public boolean query() {
        return rule.query();
    }

    @Override
    public boolean firstCounts() {
        return rule.firstCounts();
    }

    @Override
    public void needs(B body, ModerationKeys keys) {
        rule.needs(body, keys.guild(rule.guildId(body)));
    }

    @Override
    public void decide(B body, Moderation moderation, Effects effects) {
        if (rule.guildId(body) != effects.guildId()) {
            throw new IllegalArgumentException("key " + effects.guildId() + " is not the guild of the body");
        }
        GuildModeration guild = moderation.guild(effects.guildId());
        Decision decision = rule.decide(body, guild, new Moment(effects.messageId(), effects.now()));
        decision.reply().ifPresent(effects::reply);
        decision.letters().forEach(letter -> effects.publish(Topic.ACTIONS, letter.type(), letter));
        decision.request().ifPresent(request -> ask(request, guild.log(), effects));
        guild.log().takeNews().forEach(event -> effects.publish(Topic.MODERATION_EVENTS, event.type(), event));
    }

    private static void ask(Decision.Request request, CaseLog log, Effects effects) {
        log.asked(
                request.caseNumber(),
                effects.publish(Topic.ACTIONS, request.action().type(), request.action()));
    }
}
