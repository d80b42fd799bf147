package dev.mitchbot.bench;

import dev.mitchbot.bench.Options.UsageException;
import dev.mitchbot.bench.ledger.GrowthBench;
import dev.mitchbot.bench.ledger.LedgerBench;
import dev.mitchbot.bench.report.Part;
import dev.mitchbot.bench.report.Results;
import dev.mitchbot.bench.start.StartBench;
import dev.mitchbot.bench.wait.WaitBench;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code ./mitchbot bench}: measures part by part and shows each as soon as it is there. */
public final class Main {
    /** Kafka's clients tell much that nobody needs in a table. */
    private static final Logger CHATTY = Logger.getLogger("org.apache.kafka");

    private static final Map<String, Function<Options, Part>> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("ledger", LedgerBench::measure);
        PARTS.put("start", StartBench::measure);
        PARTS.put("wait", WaitBench::measure);
        PARTS.put("growth", GrowthBench::measure);
    }

    private Main() {}

    public static void main(String[] arguments) {
        CHATTY.setLevel(Level.WARNING);
        try {
            Path home = Path.of(System.getProperty("mitchbot.home", "")).toAbsolutePath();
            Options options = Options.parse(home, List.of(arguments));
            Results results = Results.in(home);
            PARTS.forEach((name, part) -> {
                if (options.wants(name)) {
                    results.take(part.apply(options), System.out);
                }
            });
            System.exit(0);
        } catch (UsageException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }
}
