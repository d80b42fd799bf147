package dev.mitchbot.moderation.messaging;

import dev.mitchbot.messaging.suite.CrashPoint;
import jakarta.inject.Singleton;

@Singleton
class ModerationCrashPoint extends CrashPoint {}
