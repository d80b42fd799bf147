package dev.mitchbot.chaos.stage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What was done to the stack and what became of it, in order. */
public final class Timeline {
    /** One line of it. */
    public record Event(Instant at, String what) {}

    /** A time in which a process could not do its work; open until it ends. */
    public record Outage(String process, Instant from, Instant until) {
        boolean touches(Instant begin, Instant end) {
            return !until.isBefore(begin) && !from.isAfter(end);
        }
    }

    private final Instant begun = Instant.now();
    private final Consumer<String> out;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<Outage> outages = new CopyOnWriteArrayList<>();

    public Timeline(Consumer<String> out) {
        this.out = out;
    }

    public void note(String what) {
        var event = new Event(Instant.now(), what);
        events.add(event);
        out.accept(line(event));
    }

    /** To be completed by {@link #over}. */
    public Outage down(String process) {
        var outage = new Outage(process, Instant.now(), Instant.MAX);
        outages.add(outage);
        return outage;
    }

    public void over(Outage outage) {
        outages.remove(outage);
        outages.add(new Outage(outage.process(), outage.from(), Instant.now()));
    }

    /** Whether the process was able to work from begin to end. */
    public boolean worked(String process, Instant begin, Instant end) {
        return outages.stream().noneMatch(outage -> outage.process().equals(process) && outage.touches(begin, end));
    }

    /** Whether the process stopped working, or began again, between these moments. */
    public boolean changed(String process, Instant from, Instant until) {
        return outages.stream()
                .filter(outage -> outage.process().equals(process))
                .flatMap(outage -> Stream.of(outage.from(), outage.until()))
                .anyMatch(at -> !at.isBefore(from) && !at.isAfter(until));
    }

    /** The lines around this time. */
    public List<String> around(Instant at, Duration before, Duration after) {
        var lines = new ArrayList<String>();
        for (Event event : events) {
            if (event.at().isAfter(at.minus(before)) && event.at().isBefore(at.plus(after))) {
                lines.add(line(event));
            }
        }
        return lines;
    }

    /** Seconds since the run began, as they stand in the lines. */
    public String clock(Instant at) {
        return "%8.2f s".formatted(Duration.between(begun, at).toMillis() / 1e3);
    }

    private String line(Event event) {
        return clock(event.at()) + "  " + event.what();
    }
}
