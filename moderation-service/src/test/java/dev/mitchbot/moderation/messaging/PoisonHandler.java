package dev.mitchbot.moderation.messaging;

import dev.mitchbot.messaging.Effects;
import dev.mitchbot.messaging.Handler;
import dev.mitchbot.messaging.suite.Poison;
import dev.mitchbot.moderation.guild.Moderation;
import dev.mitchbot.moderation.guild.ModerationKeys;

class PoisonHandler implements Handler<Poison, ModerationKeys, Moderation> {
    static final String TYPE = "moderation.poison.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Class<Poison> bodyType() {
        return Poison.class;
    }

    @Override
    public void needs(Poison body, ModerationKeys keys) {
        // it fails before it would look at a row
    }

    @Override
    public void decide(Poison body, Moderation moderation, Effects effects) {
        throw new IllegalStateException(Poison.SYMPTOM);
    }
}
