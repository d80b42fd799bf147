package dev.mitchbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mitchbot.e2e.Crowd.Told;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Processes are killed in the middle of 500 commands: {@code -Drepetitions=10} does it ten times to each of {@code -Dvictims=…}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ResourceLock(SideBySide.EVERY_PROCESS)
abstract class CrashSuite {
    private static final int BEFORE = 250;
    private static final int MEANWHILE = 150;
    private static final int AFTERWARDS = 100;
    private static final int UNTIL_DEFERRED = 75;
    private static final Duration QUICK = Duration.ofMillis(20);
    private static final Duration SLOW = Duration.ofMillis(40);
    /**
     * Of two gateways one may say that nothing happened while what the other has published still gets through: the result
     * takes the place of that word. Longer than a gateway goes on trying to publish.
     */
    private static final Duration LAST_WORD_WITHIN = Duration.ofSeconds(30);

    private static final long SEED = Long.getLong("seed", System.nanoTime());

    private Crowd crowd;

    abstract RunningBot bot();

    static Stream<Arguments> kills() {
        return Kills.of("economy-1,economy-1+economy-2,gateway-1,gateway-1+gateway-2,kafka,postgres");
    }

    /**
     * A process that has just been started is slow, also at deferring for the first time: what is to be seen here is what a
     * crash does.
     */
    @BeforeAll
    void warmUp() {
        crowd = new Crowd(bot().control(), "crash", SEED);
        crowd.act(AFTERWARDS, SLOW);
        bot().whileSilent("economy", () -> crowd.act(UNTIL_DEFERRED, SLOW));
        crowd.settled();
    }

    @ParameterizedTest(name = "kill -9 {0}, {1}")
    @MethodSource("kills")
    void everyCommandIsDecidedOnceOrRefused(String names, int time) {
        var victims = Victims.of(bot(), names);
        long begun = System.nanoTime();
        crowd.act(BEFORE, QUICK);
        victims.kill();
        var back = CompletableFuture.runAsync(victims::restart);
        crowd.act(MEANWHILE, SLOW);
        back.join();
        crowd.act(AFTERWARDS, QUICK);
        List<Told> told = crowd.settled();
        report(names, time, told, Duration.ofNanos(System.nanoTime() - begun));

        assertThat(told)
                .hasSize(BEFORE + MEANWHILE + AFTERWARDS)
                .anyMatch(one -> one.seen().isDecided());
        if (!names.equals("kafka")) {
            assertThat(told)
                    .filteredOn(one -> isToldByTheGatewayAlone(one.seen()))
                    .isEmpty();
        }
        if (!victims.leaveNobodyOf("gateway")) {
            Deferrals.assertInTime(told);
        }
        await().atMost(LAST_WORD_WITHIN)
                .untilAsserted(() -> new Reckoning(bot().books(), crowd).check(crowd.lookAgain(told)));
    }

    private static boolean isToldByTheGatewayAlone(Seen seen) {
        return seen.isToldThatNothingHappened() || seen.isToldThatNothingIsConfirmed();
    }

    private void report(String names, int time, List<Told> told, Duration took) {
        System.out.printf(
                "kill -9 %s, %d: %d commands settled in %.1f s: %d decided, %d told that nothing"
                        + " happened, %d unconfirmed, %d missed; seed %d%n",
                names,
                time,
                told.size(),
                took.toMillis() / 1e3,
                count(told, Seen::isDecided),
                count(told, Seen::isToldThatNothingHappened),
                count(told, Seen::isToldThatNothingIsConfirmed),
                count(told, Seen::isFailed),
                SEED);
    }

    private static long count(List<Told> told, Predicate<Seen> such) {
        return told.stream().map(Told::seen).filter(such).count();
    }
}
