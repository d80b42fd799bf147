package dev.mitchbot.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GatheringTest {
    private final List<Integer> batches = new ArrayList<>();
    private final List<Runnable> commits = new ArrayList<>();
    private final List<CompletableFuture<Void>> ends = new ArrayList<>();
    private final List<Runnable> pauses = new ArrayList<>();
    private final Gathering gathering = gathering(Duration.ZERO);

    @Test
    void beginsAtOnceWhenTheLaneIsFree() {
        add(3);

        assertThat(batches).containsExactly(3);
    }

    @Test
    void makesOneBatchOfWhatHasGatheredMeanwhile() {
        add(1);
        add(2);
        add(3);

        ends.getFirst().complete(null);

        assertThat(batches).containsExactly(1, 5);
    }

    @Test
    void beginsTheNextWhenTheLastIsCommitted() {
        CompletableFuture<Void> first = add(1);
        add(2);

        commits.getFirst().run();

        assertThat(batches).containsExactly(1, 2);
        assertThat(first).isNotDone();
    }

    @Test
    void leavesTheRestForTheBatchAfterTheNext() {
        add(1);
        IntStream.range(0, 6).forEach(arrival -> add(4));

        commits.getFirst().run();
        commits.get(1).run();

        assertThat(batches).containsExactly(1, 12, 12);
    }

    @Test
    void goesOnAfterAFailureAndTellsWhomItConcerns() {
        CompletableFuture<Void> first = add(1);
        CompletableFuture<Void> second = add(2);

        ends.getFirst().completeExceptionally(new IllegalStateException("stopped"));
        ends.get(1).complete(null);

        assertThat(batches).containsExactly(1, 2);
        assertThat(first).isCompletedExceptionally();
        assertThat(second).isCompleted();
    }

    @Test
    void letsTimePassBetweenTwoBatches() {
        Gathering slow = gathering(Duration.ofMinutes(1));
        add(slow, 1);
        commits.getFirst().run();
        add(slow, 2);
        add(slow, 3);

        assertThat(batches).containsExactly(1);
        assertThat(pauses).hasSize(1);
        pauses.getFirst().run();

        assertThat(batches).containsExactly(1, 5);
    }

    private Gathering gathering(Duration apart) {
        return new Gathering(10, apart, (pause, then) -> pauses.add(then), (batch, committed) -> {
            CompletableFuture<Void> end = new CompletableFuture<>();
            batches.add(batch.size());
            commits.add(committed);
            ends.add(end);
            return Uni.createFrom().completionStage(end);
        });
    }

    private CompletableFuture<Void> add(int messages) {
        return add(gathering, messages);
    }

    private static CompletableFuture<Void> add(Gathering gathering, int messages) {
        return gathering
                .add(IntStream.range(0, messages)
                        .mapToObj(number -> Message.local("m" + number, "test.v1", 1, "body", "m" + number))
                        .toList())
                .subscribeAsCompletionStage();
    }
}
