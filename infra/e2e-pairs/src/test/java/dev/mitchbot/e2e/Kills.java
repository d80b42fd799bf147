package dev.mitchbot.e2e;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Which processes a test kills, and how often: {@code -Dvictims=…} and {@code -Drepetitions=…}. */
final class Kills {
    private static final int REPETITIONS = Integer.getInteger("repetitions", 1);

    private Kills() {}

    /** Each victim with the number of its kill. */
    static Stream<Arguments> of(String usualVictims) {
        return Stream.of(System.getProperty("victims", usualVictims).split(","))
                .flatMap(victim -> IntStream.rangeClosed(1, REPETITIONS).mapToObj(time -> Arguments.of(victim, time)));
    }
}
