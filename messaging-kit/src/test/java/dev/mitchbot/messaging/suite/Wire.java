package dev.mitchbot.messaging.suite;

import static org.awaitility.Awaitility.await;

import dev.mitchbot.contracts.command.Command;
import dev.mitchbot.contracts.wire.CloudEvent;
import dev.mitchbot.contracts.wire.Json;
import dev.mitchbot.contracts.wire.Topic;
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
import org.eclipse.microprofile.config.ConfigProvider;

/** The other end of a service's topics: sends what others send, collects what they are told. A service's tests make it a bean. */
public class Wire {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String service;
    private final List<Topic> listened;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> heard = new CopyOnWriteArrayList<>();
    private final Thread listener;
    private volatile boolean listening = true;

    protected Wire(String service, List<Topic> listened) {
        this.service = service;
        this.listened = List.copyOf(listened);
        String bootstrapServers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringSerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        await().atMost(PATIENCE).ignoreExceptions().until(() -> partitions().count() >= listened.size());
        List<TopicPartition> all = partitions().toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
        listener = Thread.ofPlatform().name("wire").start(this::listen);
    }

    /** A service's bean calls it before it is destroyed. */
    public void stop() throws InterruptedException {
        listening = false;
        listener.join();
        consumer.close();
        producer.close();
    }

    /** Sends what a member did to its owner, and returns the reply's record. */
    public ConsumerRecord<String, byte[]> ask(String words, Command body) {
        return replyTo(send(words, body));
    }

    /** Sends a command or, as {@code leaderboard.click}, a click; returns the interaction's id. */
    public long send(String words, Command body) {
        long id = body.interaction().id();
        Topic commands = Topic.commandsOf(service).orElseThrow();
        send(commands, body.interaction().guildId(), Long.toString(id), service + "." + words + ".v1", body);
        return id;
    }

    public void send(Topic topic, long guildId, String id, String type, Object body) {
        var record = new ProducerRecord<>(topic.topicName(), Long.toString(guildId), Json.write(body));
        record.headers().add(CloudEvent.ID, id.getBytes()).add(CloudEvent.TYPE, type.getBytes());
        producer.send(record);
    }

    public ConsumerRecord<String, byte[]> replyTo(long interactionId) {
        return first(Topic.REPLIES, interactionId + "/");
    }

    /** Waits for a record whose id begins so. */
    public ConsumerRecord<String, byte[]> first(Topic topic, String idPrefix) {
        await().atMost(PATIENCE).until(() -> !heard(topic, idPrefix).isEmpty());
        return heard(topic, idPrefix).getFirst();
    }

    /** All records so far whose id begins so. */
    public List<ConsumerRecord<String, byte[]>> heard(Topic topic, String idPrefix) {
        return heard.stream()
                .filter(record -> record.topic().equals(topic.topicName()))
                .filter(record -> Tap.id(record).startsWith(idPrefix))
                .toList();
    }

    public static <T> T read(ConsumerRecord<String, byte[]> record, Class<T> type) {
        try {
            return Json.read(record.value(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        while (listening) {
            consumer.poll(Duration.ofMillis(50)).forEach(heard::add);
        }
    }

    private Stream<TopicPartition> partitions() {
        return listened.stream()
                .flatMap(topic -> consumer.partitionsFor(topic.topicName()).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()));
    }
}
