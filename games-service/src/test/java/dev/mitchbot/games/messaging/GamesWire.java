package dev.mitchbot.games.messaging;

import dev.mitchbot.contracts.economy.WalletResult;
import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.messaging.suite.Wire;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the gateway and the ledger send, and what they are told. */
@Singleton
class GamesWire extends Wire {
    GamesWire() {
        super("games", List.of(Topic.REPLIES, Topic.WALLET_REQUESTS, Topic.GAMES_EVENTS));
    }

    @Override
    @PreDestroy
    public void stop() throws InterruptedException {
        super.stop();
    }

    /** The only thing that the message with this id asked of the ledger. */
    <T> T requestOf(Object messageId, Class<T> type) {
        return read(first(Topic.WALLET_REQUESTS, messageId + "/"), type);
    }

    /** Says what the ledger says; returns the message's id. */
    String ledger(String id, WalletResult result) {
        send(Topic.WALLET_RESULTS, result.guildId(), id, result.type(), result);
        return id;
    }

    ConsumerRecord<String, byte[]> replyToMessage(String id) {
        return first(Topic.REPLIES, id + "/");
    }
}
