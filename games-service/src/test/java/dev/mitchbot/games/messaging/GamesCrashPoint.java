package dev.mitchbot.games.messaging;

import dev.mitchbot.messaging.suite.CrashPoint;
import jakarta.inject.Singleton;

@Singleton
class GamesCrashPoint extends CrashPoint {}
