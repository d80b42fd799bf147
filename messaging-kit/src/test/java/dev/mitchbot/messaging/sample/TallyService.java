package dev.mitchbot.messaging.sample;

import dev.mitchbot.messaging.Pipeline;
import dev.mitchbot.messaging.Pipelines;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A whole service, as small as one can be: it counts, for each guild. */
@ApplicationScoped
class TallyService {
    private final Pipelines pipelines;
    private final Pipeline<Set<Long>, Map<Long, Tally>> pipeline;

    TallyService(Pipelines pipelines) {
        this.pipelines = pipelines;
        this.pipeline = newPipeline();
    }

    @Incoming("tallies")
    Uni<Void> tallies(ConsumerRecords<String, byte[]> records) {
        return pipeline.handle(records);
    }

    Pipeline<Set<Long>, Map<Long, Tally>> newPipeline() {
        return pipelines.of(new TallyStore(), List.of(new Count(), new PoisonHandler()), List.of());
    }
}
