package dev.mitchbot.dashboard.members;

import static org.eclipse.microprofile.reactive.messaging.Acknowledgment.Strategy.MANUAL;

import dev.mitchbot.messaging.Pipelines;
import dev.mitchbot.messaging.Polls;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Where the gateway's word comes in on what members are called. */
@ApplicationScoped
class MemberMessages {
    private final Polls members;

    MemberMessages(Pipelines pipelines) {
        members = pipelines
                .of(new MemberStore(), List.of(new KeepName()), List.of())
                .polls();
    }

    @Incoming("members")
    @Acknowledgment(MANUAL)
    Uni<Void> members(Message<ConsumerRecords<String, byte[]>> poll) {
        return members.take(poll);
    }
}
