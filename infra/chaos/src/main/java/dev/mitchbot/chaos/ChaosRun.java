package dev.mitchbot.chaos;

import dev.mitchbot.chaos.check.Check;
import dev.mitchbot.chaos.check.Evidence;
import dev.mitchbot.chaos.check.Violation;
import dev.mitchbot.chaos.faults.Havoc;
import dev.mitchbot.chaos.load.Load;
import dev.mitchbot.chaos.load.Owner;
import dev.mitchbot.chaos.plan.Plan;
import dev.mitchbot.chaos.stage.Pressure;
import dev.mitchbot.chaos.stage.Readers;
import dev.mitchbot.chaos.stage.Stage;
import dev.mitchbot.chaos.stage.Timeline;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;

/** One run: start, load and break, wait until all is quiet, check. */
public final class ChaosRun {
    /** Processes that have just been started are slow: what is to be seen is what faults do. What members are told counts from the first. */
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    private final Options options;
    private final Consumer<String> out;

    public ChaosRun(Options options, Consumer<String> out) {
        this.options = options;
        this.out = out;
    }

    /** What a run has come to. */
    public record Result(List<Violation> violations, int interactions, Path logs) {}

    public Result run() throws InterruptedException {
        var timeline = new Timeline(out);
        try (Stage stage = Stage.start(options, timeline);
                var load = new Load(stage, options.seed());
                var owner = new Owner(stage, options.seed());
                var havoc = new Havoc(stage, Plan.of(options.seed(), options.time()), load.guilds())) {
            timeline.note("load begins");
            load.run(WARM_UP, options.rate());
            havoc.begin();
            owner.begin();
            var pressure = new Pressure();
            load.run(options.time(), options.rate());
            pressure.percent()
                    .ifPresent(percent -> timeline.note(
                            "until now something had to wait for a processor in " + percent + " % of the time"));
            owner.end();
            timeline.note("load ends");
            havoc.awaitEnd();
            boolean quiet = stage.becomes(
                    options.patience(),
                    () -> load.unsettled() == 0
                            && owner.undecided() == 0
                            && nothingIsWaiting(stage)
                            && !stage.hasOpenEnds());
            timeline.note(
                    quiet
                            ? "all is quiet"
                            : "still not quiet after %d s: %d interactions, %d changes, open ends: %s, lags: %s"
                                    .formatted(
                                            options.patience().toSeconds(),
                                            load.unsettled(),
                                            owner.undecided(),
                                            stage.hasOpenEnds(),
                                            laggingInWords(stage)));
            load.lookAtLast();
            requireEnough(load.deeds().size());
            var evidence = new Evidence(stage, load.deeds(), owner.changes(), havoc.poison(), havoc.failed());
            List<Violation> violations = Check.ALL.stream()
                    .flatMap(check -> check.violations(evidence).stream())
                    .toList();
            new Report(options, stage, load.deeds(), owner.changes(), havoc.struck(), violations)
                    .lines()
                    .forEach(out);
            return new Result(violations, load.deeds().size(), stage.logs());
        }
    }

    /** Members who hardly did anything would have shown nothing. */
    private void requireEnough(int interactions) {
        long planned = options.time().toSeconds() * options.rate();
        if (interactions < planned / 2) {
            throw new IllegalStateException(
                    "only %d of %d planned interactions took place".formatted(interactions, planned));
        }
    }

    private static boolean nothingIsWaiting(Stage stage) {
        try {
            return Readers.lagging(stage).findAny().isEmpty();
        } catch (KafkaException e) {
            return false;
        }
    }

    private static String laggingInWords(Stage stage) {
        try {
            return Readers.lagging(stage).sorted().toList().toString();
        } catch (KafkaException e) {
            return "not known, " + e.getMessage();
        }
    }
}
