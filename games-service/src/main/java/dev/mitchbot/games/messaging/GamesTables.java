package dev.mitchbot.games.messaging;

import dev.mitchbot.games.guild.Tables;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The kinds of game, for whoever tells of past ones. */
@Singleton
class GamesTables {
    @Produces
    @Singleton
    Tables tables(GamesConfig config) {
        return GamesHandlers.tables(config.times());
    }
}
