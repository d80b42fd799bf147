package dev.mitchbot.chaos.check;

import dev.mitchbot.chaos.load.Change;
import dev.mitchbot.chaos.load.Change.Answer;
import dev.mitchbot.chaos.load.Change.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the owner was told is what the services have done, one change upon the other, and what the audit trail says. */
record ChangesStandOnce() implements Check {
    /** The writes over REST that took effect: key, what was changed, its version and its value. */
    private static final Map<Subject, String> HISTORY = Map.of(Subject.SETTINGS, """
            select regexp_replace(message_id, '.*/', ''), guild_id, response->>'version', response->'body'->>'maxStake'
            from inbox where message_id like 'rest/%' and response->>'status' = '200'""", Subject.REASON, """
            select regexp_replace(message_id, '.*/', ''), guild_id || ' ' || (response->'body'->>'number'), response->>'version',
                   response->'body'->>'reason'
            from inbox where message_id like 'rest/%' and response->>'status' = '200'""");

    private static final Map<Subject, String> SERVICE =
            Map.of(Subject.SETTINGS, "economy", Subject.REASON, "moderation");

    private static final Map<Subject, String> NOW = Map.of(
            Subject.SETTINGS,
            "select guild_id::text, max_stake from guild_settings",
            Subject.REASON,
            "select guild_id || ' ' || case_number, reason from cases");

    private static final String ADJUSTMENTS =
            "select distinct guild_id || ' ' || message_id from entries where reason like 'ADMIN_%'";
    private static final String CASES = """
            select guild_id || ' case ' || case_number || ' ' || title || ending
            from cases,
                 lateral (select case kind when 'WARN' then 'Warning' when 'TIMEOUT' then 'Time-out'
                                           when 'TEMPBAN' then 'Temporary ban' else initcap(kind) end title) titled,
                 unnest(array[' requested',
                              case state when 'UNANSWERED' then ': Discord never answered'
                                         when 'REQUESTED' then null else ' ' || lower(state) end])
                     ending
            where ending is not null""";

    /** Each entry with a name that says what it is about. */
    private static final String TRAIL = """
            select case when deed in ('Settings changed', 'Reason changed') then regexp_replace(regexp_replace(message_id, '/0$', ''), '.*/', '')
                        when deed = 'Balance adjusted' then guild_id || ' ' || regexp_replace(message_id, '/[0-9]+$', '')
                        else guild_id || ' ' || regexp_replace(detail, '^(case [0-9]+).*', '\\1') || ' ' || deed end,
                   deed, detail
            from audit_entries""";

    private record Write(String key, String target, long version, String value) {}

    private record Entry(String name, String deed, String detail) {}

    @Override
    public String promise() {
        return "Every change that the dashboard confirmed stands, in its order, and once in the audit trail beside all that was done";
    }

    @Override
    public List<Violation> violations(Evidence evidence) {
        var found = new ArrayList<Violation>();
        Map<String, List<Entry>> trail = evidence.rows("dashboard", TRAIL).stream()
                .map(row -> new Entry(row.get(0), row.get(1), row.get(2)))
                .collect(Collectors.groupingBy(Entry::name));
        Set<String> done = new HashSet<>();
        for (Subject subject : Subject.values()) {
            Map<String, Write> history = evidence.rows(SERVICE.get(subject), HISTORY.get(subject)).stream()
                    .map(row -> new Write(row.get(0), row.get(1), Long.parseLong(row.get(2)), row.get(3)))
                    .collect(Collectors.toMap(Write::key, Function.identity()));
            evidence.changes().stream()
                    .filter(change -> change.subject() == subject)
                    .forEach(change -> judge(change, history.containsKey(change.key()), found));
            follow(evidence, subject, history, trail, found);
            done.addAll(history.keySet());
        }
        Set<String> sent = evidence.changes().stream().map(Change::key).collect(Collectors.toSet());
        done.stream()
                .filter(key -> !sent.contains(key))
                .forEach(key -> found.add(Violation.of(this, "nobody asked for the change " + key)));
        evidence.rows("economy", ADJUSTMENTS).forEach(row -> done.add(row.getFirst()));
        evidence.rows("moderation", CASES).forEach(row -> done.add(row.getFirst()));
        compare(done, trail, found);
        return found;
    }

    private void judge(Change change, boolean happened, List<Violation> found) {
        boolean saved = change.was(Answer.SAVED);
        boolean refused = change.was(Answer.REFUSED);
        if (!saved && !refused) {
            found.add(Violation.of(this, change, "never answered"));
        } else if (saved && refused) {
            found.add(Violation.of(this, change, "told both that it is saved and that it is not"));
        } else if (saved != happened) {
            found.add(Violation.of(this, change, happened ? "happened all the same" : "did not happen"));
        }
        if (happened && !change.manner().isGood()) {
            found.add(Violation.of(this, change, "may not happen"));
        }
    }

    /** Each change was made upon the one before it, the trail tells it so, and the last one counts. */
    private void follow(
            Evidence evidence,
            Subject subject,
            Map<String, Write> history,
            Map<String, List<Entry>> trail,
            List<Violation> found) {
        Map<String, String> now = new HashMap<>();
        evidence.rows(SERVICE.get(subject), NOW.get(subject)).forEach(row -> now.put(row.get(0), row.get(1)));
        Map<String, List<Write>> byTarget = history.values().stream()
                .sorted(Comparator.comparingLong(Write::version))
                .collect(Collectors.groupingBy(Write::target));
        byTarget.forEach((target, writes) -> {
            for (int index = 1; index < writes.size(); index++) {
                Write before = writes.get(index - 1);
                Write after = writes.get(index);
                if (after.version() != before.version() + 1) {
                    found.add(Violation.of(this, "not one upon the other: " + before + ", " + after));
                }
                String step = shown(before.value()) + " → " + shown(after.value());
                trail.getOrDefault(after.key(), List.of()).stream()
                        .filter(entry -> !entry.detail().endsWith(step))
                        .forEach(entry -> found.add(Violation.of(this, entry + " is not about " + step)));
            }
            if (!writes.getLast().value().equals(now.get(target))) {
                found.add(Violation.of(this, "not what counts, " + now.get(target) + ": " + writes.getLast()));
            }
        });
    }

    /** As the dashboard writes it. */
    private static String shown(String value) {
        return value.matches("[0-9]+") ? String.format(Locale.UK, "%,d", Long.parseLong(value)) : value;
    }

    private void compare(Set<String> done, Map<String, List<Entry>> trail, List<Violation> found) {
        done.stream()
                .filter(name -> !trail.containsKey(name))
                .forEach(name -> found.add(Violation.of(this, "not in the audit trail: " + name)));
        trail.forEach((name, entries) -> {
            if (!done.contains(name)) {
                found.add(Violation.of(this, "nobody did what the audit trail has: " + entries));
            } else if (entries.size() > 1) {
                found.add(Violation.of(this, "more than once in the audit trail: " + entries));
            }
        });
    }
}
