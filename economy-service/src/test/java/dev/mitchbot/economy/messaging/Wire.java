package dev.mitchbot.economy.messaging;

import static org.awaitility.Awaitility.await;

import dev.mitchbot.contracts.command.ButtonClick;
import dev.mitchbot.contracts.command.SlashCommand;
import dev.mitchbot.contracts.economy.WalletRequest;
import dev.mitchbot.contracts.reply.Answer;
import dev.mitchbot.contracts.wire.CloudEvent;
import dev.mitchbot.contracts.wire.Json;
import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.messaging.suite.Records;
import dev.mitchbot.messaging.suite.Tap;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The other end of the economy's topics: sends what the gateway and the games send, collects what they are told. */
@Singleton
class Wire {
    private static final List<Topic> LISTENED = List.of(Topic.REPLIES, Topic.WALLET_RESULTS, Topic.ECONOMY_EVENTS);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> heard = new CopyOnWriteArrayList<>();
    private final Thread listener;
    private volatile boolean listening = true;

    Wire(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringSerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        await().atMost(PATIENCE).ignoreExceptions().until(() -> partitions().count() >= LISTENED.size());
        List<TopicPartition> all = partitions().toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
        listener = Thread.ofPlatform().name("wire").start(this::listen);
    }

    @PreDestroy
    void close() throws InterruptedException {
        listening = false;
        listener.join();
        consumer.close();
        producer.close();
    }

    /** Sends a command and returns the only answer that it must get. */
    Answer ask(String command, SlashCommand body) {
        return read(replyTo(send("economy." + command + ".v1", body)), Answer.class);
    }

    /** Sends a click and returns the reply's record. */
    ConsumerRecord<String, byte[]> click(ButtonClick click) {
        long id = click.interaction().id();
        send(
                Topic.ECONOMY_COMMANDS,
                click.interaction().guildId(),
                Long.toString(id),
                "economy.leaderboard.click.v1",
                click);
        return replyTo(id);
    }

    long send(String type, SlashCommand body) {
        long id = body.interaction().id();
        send(Topic.ECONOMY_COMMANDS, body.interaction().guildId(), Long.toString(id), type, body);
        return id;
    }

    /** Sends a game's request and returns the ledger's answer. */
    <T> T ask(WalletRequest request, Class<T> result) {
        String id = "request-" + Records.newId();
        send(Topic.WALLET_REQUESTS, request.guildId(), id, request.type(), request);
        return read(first(Topic.WALLET_RESULTS, id + "/"), result);
    }

    ConsumerRecord<String, byte[]> replyTo(long interactionId) {
        return first(Topic.REPLIES, interactionId + "/");
    }

    /** Waits for a record whose id begins so. */
    ConsumerRecord<String, byte[]> first(Topic topic, String idPrefix) {
        await().atMost(PATIENCE).until(() -> !heard(topic, idPrefix).isEmpty());
        return heard(topic, idPrefix).getFirst();
    }

    /** All records so far whose id begins so. */
    List<ConsumerRecord<String, byte[]>> heard(Topic topic, String idPrefix) {
        return heard.stream()
                .filter(record -> record.topic().equals(topic.topicName()))
                .filter(record -> Tap.id(record).startsWith(idPrefix))
                .toList();
    }

    static <T> T read(ConsumerRecord<String, byte[]> record, Class<T> type) {
        try {
            return Json.read(record.value(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void send(Topic topic, long guildId, String id, String type, Object body) {
        var record = new ProducerRecord<>(topic.topicName(), Long.toString(guildId), Json.write(body));
        record.headers().add(CloudEvent.ID, id.getBytes()).add(CloudEvent.TYPE, type.getBytes());
        producer.send(record);
    }

    private void listen() {
        while (listening) {
            consumer.poll(Duration.ofMillis(50)).forEach(heard::add);
        }
    }

    private Stream<TopicPartition> partitions() {
        return LISTENED.stream()
                .flatMap(topic -> consumer.partitionsFor(topic.topicName()).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()));
    }
}
