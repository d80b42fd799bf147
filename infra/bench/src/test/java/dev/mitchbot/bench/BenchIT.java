package dev.mitchbot.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.bench.ledger.GrowthBench;
import dev.mitchbot.bench.ledger.LedgerBench;
import dev.mitchbot.bench.report.Figure;
import dev.mitchbot.bench.report.Part;
import dev.mitchbot.bench.start.StartBench;
import dev.mitchbot.bench.wait.WaitBench;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Every part runs to its end on the packaged services; how fast they are here says nothing, and beside other tests a
 * second may pass without a single command. The starts come first: tests that may still run beside them bear that better
 * than a load.
 */
@TestMethodOrder(OrderAnnotation.class)
class BenchIT {
    private final Options options = new Options(
            Path.of("").toAbsolutePath().getParent().getParent(),
            Options.KNOWN,
            Duration.ofSeconds(5),
            Duration.ofSeconds(1),
            1,
            2_000);

    @Test
    @Order(1)
    void measuresHowEachProcessStarts() {
        Part start = StartBench.measure(options);

        assertThat(start.figures())
                .extracting(Figure::id)
                .contains(
                        "economy-1.start",
                        "dashboard-1.memory",
                        "postgres.memory",
                        "all.start",
                        "all.memory",
                        "dashboard.login");
        assertThat(start.figures()).allMatch(figure -> figure.value() > 0);
    }

    @Test
    void measuresTheLedgerBesideTheUsualWay() {
        Part ledger = LedgerBench.measure(options);

        assertThat(ledger.figures())
                .extracting(Figure::id)
                .contains("usual.vertx", "spread.throughput", "spread.p99", "single.throughput", "ratio.vertx");
        assertThat(ledger.figures()).allMatch(figure -> figure.value() > 0);
        assertThat(ledger.notes()).anyMatch(note -> note.contains("fsync=on"));
        assertThat(ledger.notes()).anyMatch(note -> note.contains("no fault in the audit"));
    }

    @Test
    void measuresWhatAPlayerWaitsFor() {
        Part wait = WaitBench.measure(options);

        assertThat(wait.figures()).extracting(Figure::id).contains("members100.rate", "members500.p99");
        assertThat(wait.value("members100.rate")).isPositive();
        assertThat(wait.notes()).anyMatch(note -> note.matches(".*[1-9][0-9,]* hands of blackjack with [1-9].*"));
    }

    @Test
    void measuresALedgerThatHasGrown() {
        Part growth = GrowthBench.measure(options);

        assertThat(growth.figures())
                .extracting(Figure::id)
                .contains("commands.1000", "cost.commands.2000", "first.2000", "journal.2000", "cost.journal.2000");
        assertThat(growth.notes()).anyMatch(note -> note.contains("20,000 entries. Afterwards"));
    }
}
