package dev.mitchbot.chaos.faults;

import dev.mitchbot.chaos.load.Guild;
import dev.mitchbot.chaos.plan.FaultKind;
import dev.mitchbot.chaos.plan.Plan;
import dev.mitchbot.chaos.plan.PlannedFault;
import dev.mitchbot.chaos.stage.Stage;
import dev.mitchbot.chaos.stage.Topics;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Carries out a plan, fault by fault and some at the same time. */
public final class Havoc implements AutoCloseable {
    private static final Duration OVER_WITHIN = Duration.ofSeconds(120);

    private final Stage stage;
    private final Plan plan;
    private final Poison poison;
    private final Map<FaultKind, Fault> faults = new EnumMap<>(FaultKind.class);
    private final Map<FaultKind, Integer> struck = new ConcurrentHashMap<>();
    private final Queue<String> failed = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public Havoc(Stage stage, Plan plan, List<Guild> guilds) {
        this.stage = stage;
        this.plan = plan;
        var topics = new Topics(stage.stack().bootstrapServers());
        poison = new Poison(topics);
        faults.put(FaultKind.KILL, new Kill(stage));
        faults.put(FaultKind.FREEZE, new Freeze(stage));
        faults.put(FaultKind.DISCONNECT, new Disconnect(stage));
        faults.put(FaultKind.DUPLICATE, new Duplicate(stage));
        faults.put(FaultKind.REORDER, new Reorder(stage, topics));
        faults.put(FaultKind.POISON, poison);
        faults.put(FaultKind.SLOW_DATABASE, new SlowDatabase(stage));
        faults.put(FaultKind.HELD_LOCKS, new HeldLocks(stage, guilds));
        faults.put(FaultKind.GUEST, new Guest(stage));
        faults.put(FaultKind.CLOCK, new ClockAhead(stage));
    }

    /** Begins; the faults strike by themselves from now on. */
    public void begin() {
        threads.submit(() -> {
            long begun = System.nanoTime();
            for (PlannedFault planned : plan.faults()) {
                long wait = planned.at().toNanos() - (System.nanoTime() - begun);
                TimeUnit.NANOSECONDS.sleep(Math.max(0, wait));
                threads.submit(() -> strike(planned));
            }
            return null;
        });
    }

    /** Returns when the last fault is undone. */
    public void awaitEnd() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(OVER_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("some fault is not over after " + OVER_WITHIN);
        }
    }

    /** How many of each kind took place. */
    public Map<FaultKind, Integer> struck() {
        return Map.copyOf(struck);
    }

    /** The names of the bad messages that were sent. */
    public List<String> poison() {
        return poison.sent();
    }

    /** What could not be made to happen, through no fault of its target. */
    public List<String> failed() {
        return List.copyOf(failed);
    }

    private void strike(PlannedFault planned) {
        stage.timeline().note(planned.toString());
        try {
            faults.get(planned.kind()).strike(planned);
            struck.merge(planned.kind(), 1, Integer::sum);
            stage.timeline().note("#" + planned.number() + " is over");
        } catch (FaultFailed e) {
            failed.add(planned + ": " + e.getMessage() + ", because " + e.getCause());
            stage.timeline().note("#" + planned.number() + " FAILED: " + e.getMessage());
        } catch (Exception e) {
            stage.timeline().note("#" + planned.number() + " did not take place: " + e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
