package dev.mitchbot.economy.messaging;

import static org.eclipse.microprofile.reactive.messaging.Acknowledgment.Strategy.MANUAL;

import dev.mitchbot.economy.guild.Economy;
import dev.mitchbot.economy.guild.EconomyKeys;
import dev.mitchbot.economy.store.DueHolds;
import dev.mitchbot.economy.store.EconomyStore;
import dev.mitchbot.messaging.Pipeline;
import dev.mitchbot.messaging.Pipelines;
import dev.mitchbot.messaging.Polls;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Where the economy's messages come in; there from the start, because expired stakes wait for no message. */
@Startup
@ApplicationScoped
class EconomyMessages {
    private final Polls commands;
    private final Polls walletRequests;

    EconomyMessages(Pipelines pipelines) {
        Pipeline<EconomyKeys, Economy> pipeline =
                pipelines.of(new EconomyStore(), EconomyHandlers.all(new SecureRandom()), List.of(new DueHolds()));
        commands = pipeline.polls();
        walletRequests = pipeline.polls();
    }

    @Incoming("commands")
    @Acknowledgment(MANUAL)
    Uni<Void> commands(Message<ConsumerRecords<String, byte[]>> poll) {
        return commands.take(poll);
    }

    @Incoming("wallet-requests")
    @Acknowledgment(MANUAL)
    Uni<Void> walletRequests(Message<ConsumerRecords<String, byte[]>> poll) {
        return walletRequests.take(poll);
    }
}
