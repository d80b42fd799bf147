package dev.mitchbot.chaos;

import dev.mitchbot.chaos.check.Check;
import dev.mitchbot.chaos.check.Violation;
import dev.mitchbot.chaos.load.Change;
import dev.mitchbot.chaos.load.Deed;
import dev.mitchbot.chaos.load.Fate;
import dev.mitchbot.chaos.plan.FaultKind;
import dev.mitchbot.chaos.stage.Recovery;
import dev.mitchbot.chaos.stage.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** What a run has shown, as a page in Markdown, and each violation with what was going on around it. */
record Report(
        Options options,
        Stage stage,
        List<Deed> deeds,
        List<Change> changes,
        Map<FaultKind, Integer> faults,
        List<Violation> violations) {
    /** Of each promise. */
    private static final int VIOLATIONS_SHOWN = 4;

    /** Those after them, in one line each; one cause can break a promise thousands of times. */
    private static final int VIOLATIONS_LISTED = 200;

    private static final Duration BEFORE = Duration.ofSeconds(40);
    private static final Duration AFTER = Duration.ofSeconds(20);

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("Seed %d, %d minutes, %d interactions a second; %d faults, %d interactions."
                .formatted(
                        options.seed(),
                        options.time().toMinutes(),
                        options.rate(),
                        faults.values().stream().mapToInt(Integer::intValue).sum(),
                        deeds.size()));
        lines.add("");
        faults(lines);
        fates(lines);
        changes(lines);
        recoveries(lines);
        promises(lines);
        for (Check check : Check.ALL) {
            violationsOf(check).limit(VIOLATIONS_SHOWN).forEach(violation -> explain(violation, lines));
            violationsOf(check)
                    .skip(VIOLATIONS_SHOWN)
                    .limit(VIOLATIONS_LISTED)
                    .forEach(violation -> lines.add("ALSO: " + inOneLine(violation)));
        }
        return lines;
    }

    private void faults(List<String> lines) {
        lines.add("| Fault | Times |");
        lines.add("|---|---|");
        for (FaultKind kind : FaultKind.values()) {
            lines.add("| " + kind.label() + " | " + faults.getOrDefault(kind, 0) + " |");
        }
        lines.add("");
    }

    private void fates(List<String> lines) {
        lines.add("| Interactions | Number |");
        lines.add("|---|---|");
        for (Fate fate : Fate.values()) {
            long count =
                    deeds.stream().filter(deed -> deed.seen().fate() == fate).count();
            if (count > 0) {
                lines.add("| " + fate.label() + " | " + count + " |");
            }
        }
        lines.add("| answered, with the word \"not confirmed\" of a gateway that died left beside it | " + doubted()
                + " |");
        lines.add("| lost to a fault: no response, and no gateway was there in that time | " + lostToFaults() + " |");
        lines.add("");
    }

    private long doubted() {
        return deeds.stream()
                .filter(deed -> deed.seen().doubted() && deed.seen().messages() > 1)
                .count();
    }

    private long lostToFaults() {
        return deeds.stream()
                .filter(deed -> deed.seen().fate() == Fate.NO_RESPONSE && !stage.couldBeAnswered(deed.at()))
                .count();
    }

    private void changes(List<String> lines) {
        lines.add("| Changes in the dashboard | Number |");
        lines.add("|---|---|");
        lines.add("| made | " + changes.size() + " |");
        for (Change.Answer answer : Change.Answer.values()) {
            lines.add("| %s | %d |"
                    .formatted(
                            answer.label(),
                            changes.stream()
                                    .filter(change -> change.was(answer))
                                    .count()));
        }
        lines.add("");
    }

    private void recoveries(List<String> lines) {
        lines.add("| Killed | Times | Ready after, median | at most | Next answer after, median | at most |");
        lines.add("|---|---|---|---|---|---|");
        List<Deed> answered = deeds.stream()
                .filter(deed ->
                        deed.seen().fate() == Fate.DECIDED || deed.seen().fate() == Fate.REFUSED)
                .toList();
        for (String process : stage.recoveries().stream()
                .map(Recovery::process)
                .distinct()
                .sorted()
                .toList()) {
            List<Recovery> all = stage.recoveries().stream()
                    .filter(recovery -> recovery.process().equals(process))
                    .toList();
            lines.add("| %s | %d | %s | %s |"
                    .formatted(
                            process,
                            all.size(),
                            spread(all, recovery -> recovery.ready().toMillis()),
                            spread(all, recovery -> untilAnswered(recovery, answered))));
        }
        lines.add("");
    }

    private static long untilAnswered(Recovery recovery, List<Deed> answered) {
        return answered.stream()
                .filter(deed -> deed.at().isAfter(recovery.killed()))
                .mapToLong(deed ->
                        Duration.between(recovery.killed(), deed.answeredAt()).toMillis())
                .min()
                .orElse(-1);
    }

    private static String spread(List<Recovery> all, ToLongFunction<Recovery> millis) {
        long[] sorted = all.stream().mapToLong(millis).sorted().toArray();
        return "%.1f s | %.1f s".formatted(sorted[sorted.length / 2] / 1e3, sorted[sorted.length - 1] / 1e3);
    }

    private void promises(List<String> lines) {
        lines.add("| Promise | Violations |");
        lines.add("|---|---|");
        for (Check check : Check.ALL) {
            lines.add("| " + check.promise() + " | " + violationsOf(check).count() + " |");
        }
        lines.add("");
    }

    private Stream<Violation> violationsOf(Check check) {
        return violations.stream().filter(violation -> violation.check().equals(check.promise()));
    }

    private void explain(Violation violation, List<String> lines) {
        lines.add("VIOLATION of: " + violation.check());
        lines.add("  " + violation.what());
        violation.deed().ifPresent(deed -> lines.add("  " + stage.timeline().clock(deed.at()) + "  " + deed));
        violation.at().ifPresent(at -> {
            lines.add("  Around it:");
            Stream.concat(
                            stage.timeline().around(at, BEFORE, AFTER).stream(),
                            violation.deed().stream().flatMap(this::near))
                    .sorted()
                    .forEach(line -> lines.add("    " + line));
        });
        lines.add("");
    }

    private String inOneLine(Violation violation) {
        return violation.what()
                + violation
                        .deed()
                        .map(deed -> " " + stage.timeline().clock(deed.at()) + "  " + deed)
                        .orElse("");
    }

    private Stream<String> near(Deed deed) {
        return deeds.stream()
                .filter(other -> concerns(other, deed))
                .map(other -> stage.timeline().clock(other.at()) + "  " + other);
    }

    /** Whether the other deed was done near this one and touched its members. */
    private static boolean concerns(Deed other, Deed deed) {
        return other != deed
                && other.guildId().equals(deed.guildId())
                && Duration.between(other.at(), deed.at()).abs().compareTo(AFTER) < 0
                && (other.actor().equals(deed.actor()) || other.other().equals(deed.actor()));
    }
}
