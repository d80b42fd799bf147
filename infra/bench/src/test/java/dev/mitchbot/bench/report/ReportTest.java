package dev.mitchbot.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final String PAGE =
            "Before\n<!-- bench:ledger -->\nold\n<!-- /bench:ledger -->\nAfter <!-- bench:wait -->\n<!-- /bench:wait -->\n";

    private final Part ledger = part(
            "ledger",
            Figure.of("usual.simple", "Usual & slow", 3_566.4, "/s"),
            Figure.of("spread.throughput", "Mitchbot", 15_000, "/s").with(Goal.atLeast(20_000)));

    @TempDir
    private Path home;

    @BeforeEach
    void layOutThePage() throws IOException {
        Files.createDirectories(home.resolve("docs"));
        Files.writeString(home.resolve("docs/performance.md"), PAGE);
    }

    @Test
    void saysPlainlyThatAGoalIsMissed() {
        assertThat(Table.of(ledger).lines())
                .anyMatch(
                        line -> line.matches("\\| Mitchbot +\\| +15,000/s \\| +≥ 20,000/s \\| \\*\\*missed\\*\\* \\|"))
                .anyMatch(line -> line.matches("\\| Usual & slow +\\| +3,566/s \\| +\\| +\\|"));
    }

    @Test
    void meetsAGoalThatIsAnUpperBound() {
        Figure wait = Figure.of("p99", "p99", 50, "ms").with(Goal.atMost(50));

        assertThat(wait.verdict()).isEqualTo("met");
        assertThat(Figure.of("p99", "p99", 50.1, "ms").with(Goal.atMost(50)).verdict())
                .contains("missed");
    }

    @Test
    void writesOnlyBetweenThePartsOwnMarkers() {
        String page = Page.replaced(PAGE, ledger);

        assertThat(page).startsWith("Before\n<!-- bench:ledger -->\n").endsWith(PAGE.substring(PAGE.indexOf("After")));
        assertThat(page).contains("| Mitchbot").doesNotContain("old");
    }

    @Test
    void refusesAPageWithoutAPlaceForThePart() {
        assertThatThrownBy(() -> Page.replaced(PAGE, part("start"))).hasMessageContaining("start");
    }

    @Test
    void keepsWhatEarlierRunsHaveMeasured() throws Exception {
        take(ledger);
        take(part("wait", Figure.of("p50", "p50", 12.5, "ms"), Figure.of("p99", "p99", 40, "ms")));

        assertThat(Files.readString(home.resolve("target/bench/results.json"))).contains("Usual & slow", "p99");
        assertThat(Files.readString(home.resolve("docs/performance.md"))).contains("| Mitchbot", "12.5 ms");
        Path plot = home.resolve("docs/images/performance.svg");
        assertThat(Files.readString(plot)).contains("Usual &amp; slow", "12.5 ms", "class=\"goal\"");
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(plot.toFile());
    }

    @Test
    void drawsThePartsAsThePageShowsThem() throws Exception {
        take(part("wait", Figure.of("p50", "later", 12.5, "ms"), Figure.of("p99", "p99", 40, "ms")));
        take(ledger);

        assertThat(Files.readString(home.resolve("docs/images/performance.svg")))
                .containsSubsequence("Mitchbot", "later");
    }

    private void take(Part part) {
        Results.in(home).take(part, new PrintStream(new ByteArrayOutputStream()));
    }

    private static Part part(String name, Figure... figures) {
        return new Part(
                name,
                "Part " + name,
                new Surroundings("2026-11-24T03:00:00Z", 2, 23, "a processor", "Linux", "abc1234"),
                List.of(figures),
                List.of("a note"));
    }
}
