package dev.mitchbot.games.messaging;

import dev.mitchbot.games.guild.Games;
import dev.mitchbot.games.guild.GamesKeys;
import dev.mitchbot.games.store.DueHands;
import dev.mitchbot.games.store.GamesStore;
import dev.mitchbot.messaging.Pipeline;
import dev.mitchbot.messaging.Pipelines;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Where the games' messages come in; there from the start, because deadlines wait for no message. */
@Startup
@ApplicationScoped
class GamesMessages {
    private final Pipeline<GamesKeys, Games> pipeline;

    GamesMessages(Pipelines pipelines, GamesConfig config) {
        this.pipeline = pipelines.of(
                new GamesStore(),
                GamesHandlers.all(new SecureRandom(), config.times()),
                List.of(new DueHands(config.handTime(), config.chanceTime())));
    }

    @Incoming("commands")
    Uni<Void> commands(ConsumerRecords<String, byte[]> records) {
        return pipeline.handle(records);
    }

    @Incoming("wallet-results")
    Uni<Void> walletResults(ConsumerRecords<String, byte[]> records) {
        return pipeline.handle(records);
    }
}
