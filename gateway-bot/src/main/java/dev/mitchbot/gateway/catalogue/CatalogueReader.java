package dev.mitchbot.gateway.catalogue;

import dev.mitchbot.contracts.catalogue.Catalogue;
import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.gateway.GatewaySettings;
import dev.mitchbot.gateway.broker.BadRecord;
import dev.mitchbot.gateway.broker.Broker;
import dev.mitchbot.gateway.broker.DeadLetters;
import dev.mitchbot.gateway.broker.KafkaClients;
import dev.mitchbot.gateway.broker.Message;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/** Reads the whole catalogue from the start of its topic, and then whatever changes. */
@ApplicationScoped
public class CatalogueReader {
    private static final Logger LOG = Logger.getLogger(CatalogueReader.class);
    private static final Map<String, Class<? extends Catalogue>> TYPES = Map.of(Catalogue.TYPE, Catalogue.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaClients clients;
    private final Broker broker;
    private final Commands commands;
    private final Registration registration;
    private final DeadLetters deadLetters;
    private final GatewaySettings settings;
    private volatile Optional<Consumer<byte[], byte[]>> consumer = Optional.empty();
    private volatile boolean stopping;

    CatalogueReader(
            KafkaClients clients,
            Broker broker,
            Commands commands,
            Registration registration,
            DeadLetters deadLetters,
            GatewaySettings settings) {
        this.clients = clients;
        this.broker = broker;
        this.commands = commands;
        this.registration = registration;
        this.deadLetters = deadLetters;
        this.settings = settings;
    }

    public void start() {
        broker.firstSeen().thenRun(() -> Thread.ofPlatform().name("catalogue").start(this::run));
    }

    public void close() {
        stopping = true;
        consumer.ifPresent(Consumer::wakeup);
    }

    private void run() {
        while (!stopping) {
            try (Consumer<byte[], byte[]> opened = clients.noting("catalogue", CatalogueLetters.GROUP)) {
                consumer = Optional.of(opened);
                follow(opened);
            } catch (WakeupException e) {
                LOG.debug("Woken to stop");
            } catch (KafkaException e) {
                LOG.warnf("Reading the catalogue: %s", e.getMessage());
                LockSupport.parkNanos(settings.kafka().probeInterval().toNanos());
            }
        }
    }

    private void follow(Consumer<byte[], byte[]> opened) {
        List<TopicPartition> partitions = opened.partitionsFor(Topic.CATALOGUE.topicName()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        opened.assign(partitions);
        opened.seekToBeginning(partitions);
        CatalogueLetters letters = new CatalogueLetters(
                deadLetters, opened, opened.assignment(), settings.kafka().requestTimeout());
        Map<TopicPartition, Long> ends = opened.endOffsets(partitions);
        while (!stopping) {
            ConsumerRecords<byte[], byte[]> records = opened.poll(POLL);
            records.forEach(record -> take(record, letters));
            boolean complete =
                    ends.entrySet().stream().allMatch(end -> opened.position(end.getKey()) >= end.getValue());
            if (complete && (!commands.isLoaded() || !records.isEmpty())) {
                commands.loaded();
                registration.changed();
            }
            if (complete) {
                letters.note();
            }
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record, CatalogueLetters letters) {
        if (record.value() == null && record.key() != null) {
            commands.remove(new String(record.key(), StandardCharsets.UTF_8));
            return;
        }
        try {
            if (record.serializedValueSize() > settings.maxRecordBytes()) {
                throw new BadRecord("Larger than " + settings.maxRecordBytes() + " bytes");
            }
            commands.put(Message.<Catalogue>read(record, TYPES).body());
        } catch (BadRecord e) {
            letters.bury(record, e.getMessage());
        }
    }
}
