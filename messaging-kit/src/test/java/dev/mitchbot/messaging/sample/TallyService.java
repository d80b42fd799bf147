package dev.mitchbot.messaging.sample;

import static org.eclipse.microprofile.reactive.messaging.Acknowledgment.Strategy.MANUAL;

import dev.mitchbot.messaging.Pipeline;
import dev.mitchbot.messaging.Pipelines;
import dev.mitchbot.messaging.Polls;
import dev.mitchbot.messaging.suite.PoisonHandler;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** A whole service, as small as one can be: it counts, for each guild. */
@ApplicationScoped
class TallyService {
    private final Polls polls;

    TallyService(Pipelines pipelines) {
        this.polls = pipeline(pipelines).polls();
    }

    @Incoming("tallies")
    @Acknowledgment(MANUAL)
    Uni<Void> tallies(Message<ConsumerRecords<String, byte[]>> poll) {
        return polls.take(poll);
    }

    static Pipeline<Set<Long>, Map<Long, Tally>> pipeline(Pipelines pipelines) {
        return pipelines.of(new TallyStore(), List.of(new Count(), new PoisonHandler<>()), List.of());
    }
}
