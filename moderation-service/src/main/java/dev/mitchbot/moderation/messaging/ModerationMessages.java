package dev.mitchbot.moderation.messaging;

import dev.mitchbot.messaging.Pipeline;
import dev.mitchbot.messaging.Pipelines;
import dev.mitchbot.moderation.guild.Moderation;
import dev.mitchbot.moderation.guild.ModerationKeys;
import dev.mitchbot.moderation.store.DueLifts;
import dev.mitchbot.moderation.store.DueNotices;
import dev.mitchbot.moderation.store.ModerationStore;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Where moderation's messages come in; there from the start, because bans that end wait for no message. */
@Startup
@ApplicationScoped
class ModerationMessages {
    private final Pipeline<ModerationKeys, Moderation> pipeline;

    ModerationMessages(Pipelines pipelines, ModerationConfig config) {
        this.pipeline = pipelines.of(
                new ModerationStore(),
                ModerationHandlers.all(config.times()),
                List.of(new DueLifts(), new DueNotices()));
    }

    @Incoming("commands")
    Uni<Void> commands(ConsumerRecords<String, byte[]> records) {
        return pipeline.handle(records);
    }

    @Incoming("action-results")
    Uni<Void> actionResults(ConsumerRecords<String, byte[]> records) {
        return pipeline.handle(records);
    }
}
