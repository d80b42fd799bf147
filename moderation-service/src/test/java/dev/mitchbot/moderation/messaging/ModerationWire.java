package dev.mitchbot.moderation.messaging;

import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.messaging.suite.Wire;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
class ModerationWire extends Wire {
    ModerationWire() {
        super("moderation", List.of(Topic.REPLIES, Topic.ACTIONS, Topic.MODERATION_EVENTS));
    }

    @PreDestroy
    void close() throws InterruptedException {
        stop();
    }
}
