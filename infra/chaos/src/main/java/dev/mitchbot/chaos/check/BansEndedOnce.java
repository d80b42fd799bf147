package dev.mitchbot.chaos.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mitchbot.chaos.load.Act;
import dev.mitchbot.chaos.load.Deed;
import dev.mitchbot.chaos.load.Fate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Each temporary ban has one case and is lifted once, as Discord saw it, and not before its minute is over. */
record BansEndedOnce() implements Check {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** A member's cases by kind and state, in their order. */
    private static final String CASES = """
            select guild_id || ':' || target_id, string_agg(kind || ' ' || state, ', ' order by case_number)
            from cases group by guild_id, target_id""";

    private static final String BANNED_AND_LIFTED = "TEMPBAN DONE, UNBAN DONE";

    /** What Discord did to a member. */
    private record Done(String action, Instant at) {}

    @Override
    public String promise() {
        return "Every temporary ban has one case and was lifted once, not before its time";
    }

    @Override
    public List<Violation> violations(Evidence evidence) {
        var found = new ArrayList<Violation>();
        List<Deed> bans = evidence.deeds().stream()
                .filter(deed -> deed.act() == Act.TEMPBAN)
                .toList();
        Map<String, String> cases =
                evidence.rows("moderation", CASES).stream().collect(Collectors.toMap(List::getFirst, List::getLast));
        Map<String, List<Done>> done = bans.stream()
                .map(Deed::guildId)
                .distinct()
                .map(guild -> audit(evidence, guild))
                .flatMap(Collection::stream)
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        for (Deed ban : bans) {
            String member = ban.guildId() + ":" + ban.other();
            judge(ban, cases.getOrDefault(member, "none"), done.getOrDefault(member, List.of()), found);
        }
        return found;
    }

    private static List<Map.Entry<String, Done>> audit(Evidence evidence, String guild) {
        var entries = new ArrayList<Map.Entry<String, Done>>();
        for (JsonNode entry : evidence.stage().control().get("/guilds/" + guild + "/audit-log")) {
            entries.add(Map.entry(
                    guild + ":" + entry.path("targetId").asText(),
                    new Done(
                            entry.path("action").asText(),
                            Instant.parse(entry.path("at").asText()))));
        }
        return entries;
    }

    private void judge(Deed ban, String cases, List<Done> done, List<Violation> found) {
        boolean banned = done.stream().anyMatch(one -> one.action().equals("ban"));
        List<Done> lifts =
                done.stream().filter(one -> one.action().equals("unban")).toList();
        boolean told = ban.seen().fate() == Fate.DECIDED;
        if (banned ? !cases.equals(BANNED_AND_LIFTED) : cases.contains("TEMPBAN DONE")) {
            found.add(Violation.of(this, ban, "Discord did " + done + ", the cases are " + cases));
        }
        if (banned && lifts.size() != 1) {
            found.add(Violation.of(this, ban, "lifted " + lifts.size() + " times: " + done));
        }
        if (banned
                && lifts.stream()
                        .anyMatch(
                                lift -> lift.at().isBefore(done.getFirst().at().plus(MINUTE)))) {
            found.add(Violation.of(this, ban, "lifted too early: " + done));
        }
        if (told && !banned || isToldOfNothing(ban.seen().fate()) && banned) {
            found.add(Violation.of(this, ban, "told otherwise than what Discord did: " + done));
        }
    }

    private static boolean isToldOfNothing(Fate fate) {
        return fate == Fate.REFUSED
                || fate == Fate.TOLD_THAT_NOTHING_HAPPENED
                || fate == Fate.NOT_CONFIRMED
                || fate == Fate.BROKEN;
    }
}
