package dev.mitchbot.gateway.broker;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Reads a topic as a member of a group. Records are handled side by side, their offsets committed when they are done, so
 * each is handled at least once; too many under way stop the fetching, not the group membership.
 */
final class GroupReader implements ConsumerRebalanceListener {
    private static final Logger LOG = Logger.getLogger(GroupReader.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration POLL_AT_WORK = Duration.ofMillis(20);
    private static final Duration PAUSED_POLL = Duration.ofMillis(5);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration AFTER_REFUSAL = Duration.ofMillis(200);

    private final Consumer<byte[], byte[]> consumer;
    private final String topic;
    private final RecordHandler handler;
    private final DeadLetters deadLetters;
    private final ReaderBounds bounds;
    private final Progress progress = new Progress();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final Thread thread;
    private volatile boolean stopping;
    private boolean paused;
    private boolean mustRejoin;
    private long turnedAt = System.nanoTime();
    private long commitAt = System.nanoTime();

    GroupReader(
            Consumer<byte[], byte[]> consumer,
            String topic,
            RecordHandler handler,
            DeadLetters deadLetters,
            ReaderBounds bounds) {
        this.consumer = consumer;
        this.topic = topic;
        this.handler = handler;
        this.deadLetters = deadLetters;
        this.bounds = bounds;
        thread = Thread.ofPlatform().name("reader-" + topic).start(this::run);
    }

    /** Stops fetching, waits for what is under way, commits and leaves the group. */
    void close() {
        stopping = true;
        consumer.wakeup();
        try {
            thread.join(bounds.drainTimeout().multipliedBy(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        consumer.subscribe(List.of(topic), this);
        while (!stopping) {
            try {
                turn();
            } catch (WakeupException e) {
                LOG.debugf("Woken to stop reading %s", topic);
            } catch (KafkaException e) {
                LOG.warnf("Reading %s: %s", topic, e.getMessage());
                pauseAfterFailure();
            } catch (RuntimeException e) {
                LOG.errorf(e, "Reading %s", topic);
                mustRejoin = true; // some of what was fetched may not have been begun
                pauseAfterFailure();
            }
        }
        finish();
    }

    private void turn() {
        if (mustRejoin) {
            rejoin("could not go on");
            mustRejoin = false;
        }
        ConsumerRecords<byte[], byte[]> records = consumer.poll(patience());
        if (hasSlept()) {
            rejoin("stood still for too long");
            return;
        }
        records.forEach(this::begin);
        regulate();
        commit();
    }

    /** What is done and not committed is done once more by whoever takes over: no poll is to hold the commit up. */
    private Duration patience() {
        if (paused) {
            return PAUSED_POLL;
        }
        return progress.isCommitted() ? POLL : POLL_AT_WORK;
    }

    private void commit() {
        if (System.nanoTime() - commitAt < 0) {
            return;
        }
        Map<TopicPartition, OffsetAndMetadata> offsets = progress.toCommit(progress.all());
        if (offsets.isEmpty()) {
            return;
        }
        commitAt = System.nanoTime() + bounds.commitInterval().toNanos();
        consumer.commitAsync(offsets, (committed, error) -> {
            if (error != null) {
                LOG.warnf("Committing %s: %s", topic, error.getMessage());
                progress.notCommitted(offsets.keySet());
                commitAt = System.nanoTime() + AFTER_REFUSAL.toNanos();
            }
        });
    }

    /** Whether so much time has passed since the last turn that the group may have given our partitions to others. */
    private boolean hasSlept() {
        long before = turnedAt;
        turnedAt = System.nanoTime();
        return turnedAt - before > bounds.standstillMax().toNanos();
    }

    /** What has been fetched may be others' by now, who have handled it: the group is asked again, from what is committed. */
    private void rejoin(String reason) {
        LOG.warnf("Reading %s %s: joining its group again", topic, reason);
        progress.forget(progress.all());
        paused = false;
        consumer.unsubscribe();
        consumer.subscribe(List.of(topic), this);
        turnedAt = System.nanoTime();
    }

    private void begin(ConsumerRecord<byte[], byte[]> record) {
        PartitionProgress partition = progress.begun(record);
        CompletionStage<Void> outcome = handled(record);
        inFlight.incrementAndGet();
        outcome.whenComplete((done, error) -> {
            if (error == null) {
                partition.done(record.offset());
            } else {
                LOG.errorf("Offset %d of %s stays uncommitted: %s", record.offset(), topic, error.getMessage());
            }
            inFlight.decrementAndGet();
        });
    }

    private CompletionStage<Void> handled(ConsumerRecord<byte[], byte[]> record) {
        try {
            if (record.serializedValueSize() > bounds.maxRecordBytes()) {
                throw new BadRecord("Larger than " + bounds.maxRecordBytes() + " bytes");
            }
            return handler.handle(record)
                    .handle((done, error) -> error)
                    .thenCompose(error -> error == null
                            ? CompletableFuture.<Void>completedFuture(null)
                            : deadLetters.bury(record, "Handling failed: " + error.getMessage()));
        } catch (BadRecord e) {
            return deadLetters.bury(record, e.getMessage());
        } catch (RuntimeException e) {
            return deadLetters.bury(record, "Handling failed: " + e.getMessage());
        }
    }

    private void regulate() {
        boolean full = inFlight.get() >= bounds.maxInFlight();
        if (full && !paused) {
            consumer.pause(consumer.assignment());
        } else if (!full && !consumer.paused().isEmpty()) {
            consumer.resume(consumer.paused());
        }
        paused = full;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        paused = false;
        mustRejoin = true;
        Map<Integer, Backlog> backlogs = Backlog.of(consumer, Set.copyOf(partitions), bounds.drainTimeout());
        handler.assigned(backlogs);
        turnedAt = System.nanoTime(); // however long that took: after a standstill the commit is refused
        commitStart(partitions, backlogs);
        mustRejoin = false;
    }

    /**
     * Commits where reading starts, and so makes it start there. The broker refuses that when the partitions have become
     * others' meanwhile. What a log has lost is committed no longer: the next reader would miss as much of what comes.
     */
    private void commitStart(Collection<TopicPartition> partitions, Map<Integer, Backlog> backlogs) {
        Map<TopicPartition, OffsetAndMetadata> offsets = partitions.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        partition -> new OffsetAndMetadata(
                                backlogs.get(partition.partition()).from())));
        consumer.commitSync(offsets, bounds.drainTimeout());
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        awaitIdle(partitions);
        Map<TopicPartition, OffsetAndMetadata> offsets = progress.toCommit(partitions);
        if (!offsets.isEmpty()) {
            consumer.commitSync(offsets, bounds.drainTimeout());
        }
        progress.forget(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        progress.forget(partitions);
    }

    private void awaitIdle(Collection<TopicPartition> partitions) {
        long deadline = System.nanoTime() + bounds.drainTimeout().toNanos();
        while (System.nanoTime() < deadline && !progress.isIdle(partitions)) {
            LockSupport.parkNanos(PAUSED_POLL.toNanos());
        }
    }

    private void finish() {
        try {
            onPartitionsRevoked(progress.all());
        } catch (KafkaException e) {
            LOG.warnf("Last commit of %s: %s", topic, e.getMessage());
        } finally {
            consumer.close(CloseOptions.timeout(bounds.drainTimeout()));
        }
    }

    private void pauseAfterFailure() {
        LockSupport.parkNanos(AFTER_FAILURE.toNanos());
    }
}
