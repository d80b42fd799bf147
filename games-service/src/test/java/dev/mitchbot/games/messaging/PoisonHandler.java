package dev.mitchbot.games.messaging;

import dev.mitchbot.games.guild.Games;
import dev.mitchbot.games.guild.GamesKeys;
import dev.mitchbot.messaging.Effects;
import dev.mitchbot.messaging.Handler;
import dev.mitchbot.messaging.suite.Poison;

class PoisonHandler implements Handler<Poison, GamesKeys, Games> {
    static final String TYPE = "games.poison.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Class<Poison> bodyType() {
        return Poison.class;
    }

    @Override
    public void needs(Poison body, GamesKeys keys) {
        // it fails before it would look at a row
    }

    @Override
    public void decide(Poison body, Games games, Effects effects) {
        throw new IllegalStateException(Poison.SYMPTOM);
    }
}
