package dev.mitchbot.bench.ledger;

import dev.mitchbot.contracts.wire.CloudEvent;
import dev.mitchbot.contracts.wire.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads every reply as soon as it is there, and knows how long the command that it answers has waited. */
final class Replies implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int DIGITS = 3;
    private static final long LONGEST_MICROS = 600_000_000;

    private final AtomicLongArray dueNanos = new AtomicLongArray(Sender.NUMBERS);
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread reader;
    private volatile boolean open = true;
    private volatile long answered;
    private volatile long repeated;
    private volatile Histogram micros = new Histogram(LONGEST_MICROS, DIGITS);
    private volatile long countedFrom = Long.MAX_VALUE;

    Replies(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        "bench",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        5_000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topic.REPLIES.topicName()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        reader = Thread.ofPlatform().name("replies").start(this::read);
    }

    /** The command with this number is due now, or was due then: its wait counts from that moment. */
    void expect(int number, long nanos) {
        dueNanos.set(number, nanos);
    }

    /** Replies so far; a repeated one counts once. */
    long answered() {
        return answered;
    }

    long repeated() {
        return repeated;
    }

    /** From now on only waits of commands that are due from this moment on are counted. */
    Histogram count(long fromNanos) {
        Histogram fresh = new Histogram(LONGEST_MICROS, DIGITS);
        countedFrom = fromNanos;
        micros = fresh;
        return fresh;
    }

    private void read() {
        while (open) {
            for (ConsumerRecord<byte[], byte[]> reply : consumer.poll(POLL)) {
                take(reply, System.nanoTime());
            }
        }
        consumer.close();
    }

    private void take(ConsumerRecord<byte[], byte[]> reply, long now) {
        byte[] command = reply.headers().lastHeader(CloudEvent.CORRELATION_ID).value();
        long due = dueNanos.getAndSet(Sender.number(number(command)), 0);
        if (due == 0) {
            repeated = repeated + 1;
            return;
        }
        answered = answered + 1;
        if (due >= countedFrom) {
            micros.recordValue(Math.min((now - due) / 1_000, LONGEST_MICROS));
        }
    }

    private static long number(byte[] digits) {
        long number = 0;
        for (byte digit : digits) {
            number = number * 10 + digit - '0';
        }
        return number;
    }

    @Override
    public void close() {
        open = false;
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
