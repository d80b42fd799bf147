package dev.mitchbot.dashboard.audit;

import static org.eclipse.microprofile.reactive.messaging.Acknowledgment.Strategy.MANUAL;

import dev.mitchbot.messaging.Pipeline;
import dev.mitchbot.messaging.Pipelines;
import dev.mitchbot.messaging.Polls;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Where the services' events come in. */
@ApplicationScoped
class AuditMessages {
    private final Polls economy;
    private final Polls moderation;

    AuditMessages(Pipelines pipelines) {
        Pipeline<AuditStore.NoKeys, List<AuditEntry>> pipeline =
                pipelines.of(new AuditStore(), WriteDown.all(), List.of());
        economy = pipeline.polls();
        moderation = pipeline.polls();
    }

    @Incoming("economy-events")
    @Acknowledgment(MANUAL)
    Uni<Void> economyEvents(Message<ConsumerRecords<String, byte[]>> poll) {
        return economy.take(poll);
    }

    @Incoming("moderation-events")
    @Acknowledgment(MANUAL)
    Uni<Void> moderationEvents(Message<ConsumerRecords<String, byte[]>> poll) {
        return moderation.take(poll);
    }
}
