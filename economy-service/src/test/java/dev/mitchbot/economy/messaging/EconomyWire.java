package dev.mitchbot.economy.messaging;

import dev.mitchbot.contracts.command.ButtonClick;
import dev.mitchbot.contracts.command.SlashCommand;
import dev.mitchbot.contracts.economy.WalletRequest;
import dev.mitchbot.contracts.reply.Answer;
import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.messaging.suite.Records;
import dev.mitchbot.messaging.suite.Wire;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the gateway and the games send, and what they are told. */
@Singleton
class EconomyWire extends Wire {
    EconomyWire() {
        super("economy", List.of(Topic.REPLIES, Topic.WALLET_RESULTS, Topic.ECONOMY_EVENTS));
    }

    @Override
    @PreDestroy
    public void stop() throws InterruptedException {
        super.stop();
    }

    /** Sends a command and returns the only answer that it must get. */
    Answer answerTo(String command, SlashCommand body) {
        return read(ask(command, body), Answer.class);
    }

    /** Sends a click on the leaderboard and returns the reply's record. */
    ConsumerRecord<String, byte[]> click(ButtonClick click) {
        return ask("leaderboard.click", click);
    }

    /** Sends a game's request and returns the ledger's answer. */
    <T> T ask(WalletRequest request, Class<T> result) {
        String id = "request-" + Records.newId();
        send(Topic.WALLET_REQUESTS, request.guildId(), id, request.type(), request);
        return read(first(Topic.WALLET_RESULTS, id + "/"), result);
    }
}
