package dev.mitchbot.messaging.suite;

import dev.mitchbot.messaging.Effects;
import dev.mitchbot.messaging.Handler;

/** Fails whenever it decides. */
public final class PoisonHandler<K, W> implements Handler<Poison, K, W> {
    @Override
    public String type() {
        return Poison.TYPE;
    }

    @Override
    public Class<Poison> bodyType() {
        return Poison.class;
    }

    @Override
    public void needs(Poison body, K keys) {
        // it fails before it would look at a row
    }

    @Override
    public void decide(Poison body, W work, Effects effects) {
        throw new IllegalStateException(Poison.SYMPTOM);
    }
}
