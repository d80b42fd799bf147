package dev.mitchbot.games.messaging;

import dev.mitchbot.messaging.suite.Database;
import jakarta.inject.Singleton;

@Singleton
class GamesDatabase extends Database {}
