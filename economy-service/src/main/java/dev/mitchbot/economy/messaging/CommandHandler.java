package dev.mitchbot.economy.messaging;

import dev.mitchbot.contracts.command.Command;
import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.economy.guild.Decision;
import dev.mitchbot.economy.guild.Economy;
import dev.mitchbot.economy.guild.EconomyCommand;
import dev.mitchbot.economy.guild.EconomyKeys;
import dev.mitchbot.economy.guild.Moment;
import dev.mitchbot.messaging.Effects;
import dev.mitchbot.messaging.Handler;

/** Brings what members do to its rule, and the rule's decision on its way. */
record CommandHandler<C extends Command>(EconomyCommand<C> command) implements Handler<C, EconomyKeys, Economy> {
    @Override
    public String type() {
        return command.type();
    }

    @Override
    public Class<C> bodyType() {
        return command.by();
    }

    @Override
    public boolean query() {
        return command.query();
    }

    @Override
    public void needs(C body, EconomyKeys keys) {
        command.needs(body, keys.guild(body.interaction().guildId()));
    }

    @Override
    public void decide(C body, Economy economy, Effects effects) {
        Decision decision =
                command.decide(body, economy.guild(effects.guildId()), new Moment(effects.messageId(), effects.now()));
        effects.reply(decision.reply());
        decision.events().forEach(event -> effects.publish(Topic.ECONOMY_EVENTS, event.type(), event));
    }
}
