package dev.mitchbot.e2e;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mitchbot.infra.stack.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A guild with a moderator, and what became of its members according to Discord and to the case log. */
record Discipline(Guild guild, Stack stack) {
    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(30);

    /** Members: the owner is an admin, the second becomes a moderator, the others are plain members. */
    static Discipline in(RunningBot bot, String name, int members) {
        var discipline = new Discipline(bot.control().newGuild(name, members), bot.stack());
        discipline.promote(discipline.moderator(), "Moderator");
        await().atMost(KNOWN_WITHIN)
                .until(() -> !discipline
                        .texts("select name from guilds where guild_id = " + discipline.id())
                        .isEmpty());
        return discipline;
    }

    String owner() {
        return guild.member(0);
    }

    String moderator() {
        return guild.member(1);
    }

    String member(int index) {
        return guild.member(1 + index);
    }

    void promote(String userId, String role) {
        guild.control().giveRoles(guild.id(), userId, List.of(role(role)));
    }

    String role(String name) {
        return StreamSupport.stream(guild.json().path("roles").spliterator(), false)
                .filter(role -> role.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    Seen act(String command, String target, Map<String, Object> options) {
        return actAs(moderator(), command, target, options);
    }

    Seen actAs(String caller, String command, String target, Map<String, Object> options) {
        var all = new HashMap<>(options);
        all.put("target", target);
        return decided(guild.use(caller, command, all));
    }

    Seen unban(String userId) {
        return decided(guild.use(moderator(), "unban", Map.of("user_id", userId)));
    }

    Seen viewCase(int number) {
        return guild.view(moderator(), number);
    }

    boolean isBanned(String userId) {
        return now().path("bans").findValuesAsText("userId").contains(userId);
    }

    JsonNode memberNow(String userId) {
        return StreamSupport.stream(now().path("members").spliterator(), false)
                .filter(member -> member.path("id").asText().equals(userId))
                .findFirst()
                .orElseThrow();
    }

    /** What the bot did to the user, oldest first: {@code ban: reason}. */
    List<String> done(String userId) {
        var done = new ArrayList<String>();
        guild.control().auditLog(guild.id()).forEach(entry -> {
            if (entry.path("targetId").asText().equals(userId)) {
                done.add(entry.path("action").asText() + ": "
                        + entry.path("reason").asText());
            }
        });
        return done;
    }

    /** Each of the guild's cases, in order: {@code 1 BAN DONE}. */
    List<String> cases() {
        return texts("select case_number || ' ' || kind || ' ' || state from cases where guild_id = " + id()
                + " order by case_number");
    }

    /** The cases whose bans will end. */
    List<String> lifts() {
        return texts("select cast(case_number as text) from lifts where guild_id = " + id() + " order by case_number");
    }

    /** Takes the bot's permissions from it, and waits until moderation-service knows. */
    void takeThePowerOfTheBot() {
        promote(guild.bot(), "Member");
        await().until(() -> texts("select cast(bot_permissions & 4 as text) from guilds where guild_id = " + id())
                .equals(List.of("0")));
    }

    /** As moderation-service was before the gateway told what the bot may do; what another gateway tells late counts no more. */
    void forgetWhatTheBotMayDo() {
        texts(
                "update guilds set bot_permissions = null, announced_at = announced_at + interval '1 hour' where guild_id = "
                        + id() + " returning ''");
    }

    /** Lets so much of every ban's time pass. */
    void letPass(Duration time) {
        texts("update lifts set due_at = due_at - interval '" + time.toSeconds() + " seconds' where guild_id = " + id()
                + " returning ''");
    }

    /** Says what Discord knows of a command that no service decided. */
    private static Seen decided(Seen seen) {
        if (!seen.isDecided()) {
            throw new AssertionError("not decided: " + seen.json());
        }
        return seen;
    }

    private JsonNode now() {
        return guild.control().guild(guild.id());
    }

    private long id() {
        return Long.parseLong(guild.id());
    }

    private List<String> texts(String query) {
        try (var moderation = new ServiceDatabase(stack, "moderation")) {
            return moderation.texts(query);
        }
    }
}
