package dev.mitchbot.economy.messaging;

import dev.mitchbot.messaging.suite.CrashPoint;
import jakarta.inject.Singleton;

@Singleton
class EconomyCrashPoint extends CrashPoint {}
