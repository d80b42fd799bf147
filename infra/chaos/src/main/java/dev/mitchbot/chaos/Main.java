package dev.mitchbot.chaos;

import dev.mitchbot.chaos.Options.UsageException;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code ./mitchbot chaos}: ends with 1 where a promise was broken. */
public final class Main {
    /** Kept here, because the logging system forgets settings of loggers that nobody holds. */
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        KAFKA.setLevel(Level.SEVERE);
        Path home = Path.of(System.getProperty("mitchbot.home", "")).toAbsolutePath();
        try {
            Options options = Options.parse(home, List.of(arguments));
            var result = new ChaosRun(options, System.out::println).run();
            if (result.violations().isEmpty()) {
                System.out.println("No violation; the logs are in " + result.logs());
                System.exit(0);
            }
            System.out.println(result.violations().size() + " violations with seed " + options.seed()
                    + "; the logs are in " + result.logs());
            System.exit(1);
        } catch (UsageException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }
}
