package dev.mitchbot.messaging.sample;

import dev.mitchbot.messaging.suite.CrashPoint;
import jakarta.inject.Singleton;

@Singleton
class TallyCrashPoint extends CrashPoint {}
