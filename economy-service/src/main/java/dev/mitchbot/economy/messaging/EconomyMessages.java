package dev.mitchbot.economy.messaging;

import dev.mitchbot.economy.guild.Economy;
import dev.mitchbot.economy.guild.EconomyKeys;
import dev.mitchbot.economy.store.DueHolds;
import dev.mitchbot.economy.store.EconomyStore;
import dev.mitchbot.messaging.Pipeline;
import dev.mitchbot.messaging.Pipelines;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Where the economy's messages come in; there from the start, because expired stakes wait for no message. */
@Startup
@ApplicationScoped
class EconomyMessages {
    private final Pipeline<EconomyKeys, Economy> pipeline;

    EconomyMessages(Pipelines pipelines) {
        this.pipeline =
                pipelines.of(new EconomyStore(), EconomyHandlers.all(new SecureRandom()), List.of(new DueHolds()));
    }

    @Incoming("commands")
    Uni<Void> commands(ConsumerRecords<String, byte[]> records) {
        return pipeline.handle(records);
    }

    @Incoming("wallet-requests")
    Uni<Void> walletRequests(ConsumerRecords<String, byte[]> records) {
        return pipeline.handle(records);
    }
}
