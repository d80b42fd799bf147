package dev.mitchbot.economy.messaging;

import dev.mitchbot.economy.guild.Economy;
import dev.mitchbot.economy.guild.EconomyKeys;
import dev.mitchbot.messaging.Effects;
import dev.mitchbot.messaging.Handler;
import dev.mitchbot.messaging.suite.Poison;

class PoisonHandler implements Handler<Poison, EconomyKeys, Economy> {
    static final String TYPE = "economy.poison.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Class<Poison> bodyType() {
        return Poison.class;
    }

    @Override
    public void needs(Poison body, EconomyKeys keys) {
        // it fails before it would look at a row
    }

    @Override
    public void decide(Poison body, Economy economy, Effects effects) {
        throw new IllegalStateException(Poison.SYMPTOM);
    }
}
