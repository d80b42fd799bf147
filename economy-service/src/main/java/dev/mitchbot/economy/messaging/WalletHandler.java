package dev.mitchbot.economy.messaging;

import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.economy.guild.Economy;
import dev.mitchbot.economy.guild.EconomyKeys;
import dev.mitchbot.economy.guild.Moment;
import dev.mitchbot.economy.stakes.WalletRule;
import dev.mitchbot.messaging.Effects;
import dev.mitchbot.messaging.Handler;
import java.util.function.ToLongFunction;

/** Brings what games ask of the ledger to its rule, and the answer back to them. */
record WalletHandler<B>(WalletRule<B> rule, ToLongFunction<B> guildId) implements Handler<B, EconomyKeys, Economy> {
    @Override
    public String type() {
        return rule.type();
    }

    @Override
    public Class<B> bodyType() {
        return rule.bodyType();
    }

    @Override
    public void needs(B body, EconomyKeys keys) {
        rule.needs(body, keys.guild(guildId.applyAsLong(body)));
    }

    @Override
    public void decide(B body, Economy economy, Effects effects) {
        if (guildId.applyAsLong(body) != effects.guildId()) {
            throw new IllegalArgumentException("key " + effects.guildId() + " is not the guild of the body");
        }
        rule.decide(body, economy.guild(effects.guildId()), new Moment(effects.messageId(), effects.now()))
                .ifPresent(result -> effects.publish(Topic.WALLET_RESULTS, result.type(), result));
    }
}
