package dev.mitchbot.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DoneOffsetsTest {
    private static final TopicPartition PARTITION = new TopicPartition("economy.commands.v1", 16);

    private final DoneOffsets offsets = new DoneOffsets();
    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");

    @BeforeEach
    void havePartition() {
        consumer.assign(Set.of(PARTITION));
    }

    @Test
    void commitWhatIsDone() {
        offsets.read(PARTITION, 65);
        offsets.done(PARTITION, 65);
        assertThat(committed()).isEqualTo(66);
        assertThat(offsets.isDue()).isFalse();
        assertThat(offsets.isOpen()).isFalse();
    }

    @Test
    void commitNothingBeyondAPollThatIsOpen() {
        offsets.read(PARTITION, 65);
        offsets.done(PARTITION, 65);
        offsets.read(PARTITION, 70);
        offsets.read(PARTITION, 71);
        offsets.done(PARTITION, 71);
        assertThat(committed()).isEqualTo(66);
        assertThat(offsets.isOpen()).isTrue();
        offsets.done(PARTITION, 70);
        assertThat(committed()).isEqualTo(72);
    }

    @Test
    void commitNothingWhereTheFirstPollIsOpen() {
        offsets.read(PARTITION, 70);
        offsets.read(PARTITION, 75);
        offsets.done(PARTITION, 75);
        assertThat(offsets.isDue()).isFalse();
    }

    @Test
    void beginAnewWhereAPartitionIsReadAgain() {
        offsets.read(PARTITION, 70);
        offsets.read(PARTITION, 75);
        offsets.read(PARTITION, 72);
        offsets.done(PARTITION, 75);
        assertThat(offsets.isDue()).isFalse();
        offsets.done(PARTITION, 72);
        assertThat(committed()).isEqualTo(73);
    }

    private long committed() {
        offsets.commit(consumer);
        Map<TopicPartition, OffsetAndMetadata> all = consumer.committed(Set.of(PARTITION));
        return all.get(PARTITION).offset();
    }
}
