package dev.mitchbot.messaging.sample;

import dev.mitchbot.messaging.Effects;
import dev.mitchbot.messaging.Handler;
import dev.mitchbot.messaging.suite.Poison;
import java.util.Map;
import java.util.Set;

class PoisonHandler implements Handler<Poison, Set<Long>, Map<Long, Tally>> {
    @Override
    public String type() {
        return "tally.poison.v1";
    }

    @Override
    public Class<Poison> bodyType() {
        return Poison.class;
    }

    @Override
    public void needs(Poison body, Set<Long> guilds) {
        // it fails before it would look at a row
    }

    @Override
    public void decide(Poison body, Map<Long, Tally> tallies, Effects effects) {
        throw new IllegalStateException(Poison.SYMPTOM);
    }
}
