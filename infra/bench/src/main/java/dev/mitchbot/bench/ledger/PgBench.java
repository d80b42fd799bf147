package dev.mitchbot.bench.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL's own load generator, where it is installed. */
record PgBench(UsualWay usual) {
    /** Opening its connections is part of its time: on a busy machine no gift is made in one second. */
    private static final long SHORTEST_SECONDS = 5;

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    /** How each statement reaches the server. */
    enum Protocol {
        SIMPLE,
        PREPARED
    }

    static boolean isThere() {
        try {
            return new ProcessBuilder("pgbench", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Gifts a second; empty where there is no pgbench. */
    OptionalDouble giftsPerSecond(Protocol protocol, Duration time) {
        return isThere() ? OptionalDouble.of(run(protocol, time)) : OptionalDouble.empty();
    }

    private double run(Protocol protocol, Duration time) {
        try {
            Path script = Files.createTempFile("give", ".pgbench");
            Files.writeString(script, Resources.text("/usual/give.pgbench"));
            var builder = new ProcessBuilder(command(protocol, time, script)).redirectErrorStream(true);
            builder.environment().put("PGPASSWORD", usual.database().password());
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes());
            Files.delete(script);
            Matcher rate = RATE.matcher(output);
            if (process.waitFor() != 0 || !rate.find()) {
                throw new IllegalStateException("pgbench: " + output);
            }
            return Double.parseDouble(rate.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private List<String> command(Protocol protocol, Duration time, Path script) {
        return List.of(
                "pgbench",
                "--no-vacuum",
                "--client=" + UsualWay.CONNECTIONS,
                "--jobs=2",
                "--time=" + Math.max(SHORTEST_SECONDS, time.toSeconds()),
                "--protocol=" + protocol.name().toLowerCase(Locale.ROOT),
                "--file=" + script,
                "--host=" + usual.postgres().host(),
                "--port=" + usual.postgres().port(),
                "--username=" + usual.database().owner(),
                usual.database().name());
    }
}
