package dev.mitchbot.messaging;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.commit.KafkaCommitHandler;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Commits a channel's offsets at an interval, when partitions leave and at the end. The connector's own strategy of that kind
 * forgets what the broker has refused, as it does while a group is being shared out anew, until the partition's next record:
 * where none comes for long, the record would be read again by a later instance.
 */
final class DoneCommits implements KafkaCommitHandler {
    private static final Logger LOG = Logger.getLogger(DoneCommits.class);
    private static final Duration DONE_WITHIN = Duration.ofSeconds(1);
    private static final Duration COMMITTED_WITHIN = Duration.ofSeconds(3);
    private static final Duration LOOK_EVERY = Duration.ofMillis(10);

    private final DoneOffsets offsets = new DoneOffsets();
    private final String channel;
    private final Vertx vertx;
    private final KafkaConsumer<?, ?> consumer;
    private final long timer;
    private volatile boolean committing;

    private DoneCommits(String channel, Vertx vertx, KafkaConsumer<?, ?> consumer, long intervalMillis) {
        this.channel = channel;
        this.vertx = vertx;
        this.consumer = consumer;
        timer = vertx.setPeriodic(intervalMillis, id -> commitUnlessAtIt());
    }

    /** {@code commit-strategy=done}; the interval is the consumer's {@code auto.commit.interval.ms}. */
    @Singleton
    @Identifier("done")
    static final class Factory implements KafkaCommitHandler.Factory {
        @Override
        public KafkaCommitHandler create(
                KafkaConnectorIncomingConfiguration channel,
                Vertx vertx,
                KafkaConsumer<?, ?> consumer,
                BiConsumer<Throwable, Boolean> failed) {
            return new DoneCommits(
                    channel.getChannel(),
                    vertx,
                    consumer,
                    channel.config().getValue(ConsumerConfig.AUTO_COMMIT_INTERVAL_MS_CONFIG, Long.class));
        }
    }

    @Override
    public <K, V> Uni<IncomingKafkaRecord<K, V>> received(IncomingKafkaRecord<K, V> record) {
        offsets.read(partition(record), record.getOffset());
        return Uni.createFrom().item(record);
    }

    @Override
    public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> record) {
        offsets.done(partition(record), record.getOffset());
        return Uni.createFrom().voidItem();
    }

    private static TopicPartition partition(IncomingKafkaRecord<?, ?> record) {
        return new TopicPartition(record.getTopic(), record.getPartition());
    }

    private void commitUnlessAtIt() {
        if (committing || !offsets.isDue()) {
            return;
        }
        committing = true;
        commit().onTermination().invoke(() -> committing = false).subscribe().with(done -> {}, this::isLeftForLater);
    }

    private Uni<Void> commit() {
        return consumer.runOnPollingThread(polling -> {
            offsets.commit(polling);
        });
    }

    @Override
    public void partitionsRevoked(Collection<TopicPartition> partitions) {
        try {
            offsets.leave(consumer.unwrap(), partitions);
        } catch (KafkaException e) {
            LOG.infof("Records of %s will be read again by others: %s", channel, e.getMessage());
        }
    }

    @Override
    public void terminate(boolean graceful) {
        vertx.cancelTimer(timer);
        if (graceful) {
            awaitDone();
        }
        try {
            commit().await().atMost(COMMITTED_WITHIN);
        } catch (RuntimeException e) {
            LOG.infof("Records of %s will be read again: %s", channel, e.getMessage());
        }
    }

    private void awaitDone() {
        long deadline = System.nanoTime() + DONE_WITHIN.toNanos();
        while (offsets.isOpen() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    private void isLeftForLater(Throwable failure) {
        LOG.infof("Committing %s will be tried again: %s", channel, failure.getMessage());
    }
}
