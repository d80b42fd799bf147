package dev.mitchbot.games.messaging;

import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.games.guild.Decision;
import dev.mitchbot.games.guild.Games;
import dev.mitchbot.games.guild.GamesKeys;
import dev.mitchbot.games.guild.Moment;
import dev.mitchbot.games.guild.Rule;
import dev.mitchbot.messaging.Effects;
import dev.mitchbot.messaging.Handler;

/** Brings a message to its rule, and the rule's decision on its way. */
record RuleHandler<B>(Rule<B> rule) implements Handler<B, GamesKeys, Games> {
    @Override
    public String type() {
        return rule.type();
    }

    @Override
    public Class<B> bodyType() {
        return rule.bodyType();
    }

    @Override
    public void needs(B body, GamesKeys keys) {
        rule.needs(body, keys.guild(rule.guildId(body)));
    }

    @Override
    public void decide(B body, Games games, Effects effects) {
        if (rule.guildId(body) != effects.guildId()) {
            throw new IllegalArgumentException("key " + effects.guildId() + " is not the guild of the body");
        }
        Decision decision =
                rule.decide(body, games.guild(effects.guildId()), new Moment(effects.messageId(), effects.now()));
        decision.reply().ifPresent(effects::reply);
        decision.request().ifPresent(request -> effects.publish(Topic.WALLET_REQUESTS, request.type(), request));
        decision.event().ifPresent(event -> effects.publish(Topic.GAMES_EVENTS, event.type(), event));
    }
}
