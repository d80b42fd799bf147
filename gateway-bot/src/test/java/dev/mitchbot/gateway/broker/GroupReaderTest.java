package dev.mitchbot.gateway.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.clients.consumer.RetriableCommitFailedException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupReaderTest {
    private static final TopicPartition PARTITION = new TopicPartition("gateway.replies.v1", 0);
    private static final long FIRST = 5;
    private static final long END = 10;

    private final AtomicBoolean partitionsAreOthers = new AtomicBoolean();
    private final AtomicBoolean brokerIsAway = new AtomicBoolean();
    private final AtomicInteger refusals = new AtomicInteger();
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("latest") {
        @Override
        public void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets, Duration timeout) {
            if (partitionsAreOthers.get()) {
                throw new CommitFailedException();
            }
            super.commitSync(offsets, timeout);
        }

        @Override
        public void commitAsync(Map<TopicPartition, OffsetAndMetadata> offsets, OffsetCommitCallback callback) {
            if (callback == null || !brokerIsAway.get()) {
                super.commitAsync(offsets, callback);
            } else {
                refusals.incrementAndGet();
                callback.onComplete(offsets, new RetriableCommitFailedException("away"));
            }
        }
    };
    private final Handler handler = new Handler();
    private GroupReader reader;

    @AfterEach
    void stop() {
        reader.close();
    }

    @Test
    void goesOnFromTheEndOfALogThatHasLostWhatWasCommitted() {
        assign(END + 10);
        bring(END);
        read();
        await().until(() -> handler.handled.equals(List.of(END)));
        await().until(() -> committed() == END + 1);
    }

    /** What comes before its first record would be missed by the next reader. */
    @Test
    void commitsWhereItGoesOnWithoutWaitingForARecord() {
        assign(END + 10);
        read();
        await().until(() -> committed() == END);
    }

    @Test
    void goesOnFromTheBeginningOfALogThatHasLostWhatComesNext() {
        assign(FIRST - 1);
        bring(FIRST);
        read();
        await().until(() -> handler.handled.equals(List.of(FIRST)));
    }

    @Test
    void beginsWithTheFirstRecordWhereNothingWasCommitted() {
        consumer.schedulePollTask(this::assignPartition);
        bring(FIRST);
        read();
        await().until(() -> handler.handled.equals(List.of(FIRST)));
        assertThat(handler.takenUp).containsExactly(new Backlog(FIRST, END));
    }

    @Test
    void joinsItsGroupAgainWhenSomethingUnforeseenFails() {
        assign(FIRST);
        consumer.schedulePollTask(() -> {
            throw new IllegalStateException("unforeseen");
        });
        assign(FIRST);
        bring(FIRST);
        read();
        await().until(() -> handler.handled.equals(List.of(FIRST)));
        assertThat(handler.takenUp).hasSize(2);
    }

    @Test
    void triesARefusedCommitAgainWithoutHaste() {
        brokerIsAway.set(true);
        assign(FIRST);
        bring(FIRST);
        read();
        await().until(() -> refusals.get() > 1);
        await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(5)).until(() -> refusals.get() < 10);
        brokerIsAway.set(false);
        await().until(() -> committed() == FIRST + 1);
    }

    @Test
    void takesASlowTakeUpForNoStandstill() {
        Duration standstillMax = Duration.ofSeconds(1);
        handler.takeUpTakes = standstillMax.multipliedBy(3);
        assign(FIRST);
        bring(FIRST);
        read(standstillMax);
        await().until(() -> handler.handled.equals(List.of(FIRST)));
        assertThat(handler.takenUp).hasSize(1);
    }

    @Test
    void joinsItsGroupAgainWhenItsPartitionsBecomeOthersWhileItTakesThemUp() {
        partitionsAreOthers.set(true);
        assign(FIRST);
        consumer.schedulePollTask(() -> partitionsAreOthers.set(false));
        assign(FIRST);
        bring(FIRST);
        read();
        await().until(() -> handler.handled.equals(List.of(FIRST)));
        assertThat(handler.takenUp).hasSize(2);
    }

    private void read() {
        read(Duration.ofMinutes(1));
    }

    private void read(Duration standstillMax) {
        ReaderBounds bounds = new ReaderBounds(10, 1_000, Duration.ZERO, Duration.ofSeconds(1), standstillMax);
        reader = new GroupReader(consumer, PARTITION.topic(), handler, null, bounds);
    }

    /** Each of these happens in a turn of its own, one after the other. */
    private void assign(long committed) {
        consumer.schedulePollTask(() -> {
            consumer.commitSync(Map.of(PARTITION, new OffsetAndMetadata(committed)));
            assignPartition();
        });
    }

    private void assignPartition() {
        consumer.updateBeginningOffsets(Map.of(PARTITION, FIRST));
        consumer.updateEndOffsets(Map.of(PARTITION, END));
        consumer.rebalance(List.of(PARTITION));
    }

    private void bring(long offset) {
        consumer.schedulePollTask(() -> consumer.addRecord(
                new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), offset, new byte[0], new byte[0])));
    }

    private long committed() {
        OffsetAndMetadata committed = consumer.committed(Set.of(PARTITION)).get(PARTITION);
        return committed == null ? -1 : committed.offset();
    }

    private static final class Handler implements RecordHandler {
        private final List<Backlog> takenUp = new CopyOnWriteArrayList<>();
        private final List<Long> handled = new CopyOnWriteArrayList<>();
        private volatile Duration takeUpTakes = Duration.ZERO;

        @Override
        public void assigned(Map<Integer, Backlog> backlogs) {
            takenUp.addAll(backlogs.values());
            LockSupport.parkNanos(takeUpTakes.toNanos());
        }

        @Override
        public CompletionStage<Void> handle(ConsumerRecord<byte[], byte[]> record) {
            handled.add(record.offset());
            return CompletableFuture.completedStage(null);
        }
    }
}
