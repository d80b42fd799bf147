package dev.mitchbot.moderation.messaging;

import static org.awaitility.Awaitility.await;

import dev.mitchbot.messaging.suite.Database;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

@Singleton
class ModerationDatabase extends Database {
    /** A guild with these roles, its owner 1 and the bot's role at 5. */
    void describe(long guildId, List<Long> roleIds, List<Integer> positions) {
        await().atMost(Duration.ofSeconds(20)).ignoreExceptions().untilAsserted(() -> texts("select 1 from guilds"));
        execute(
                "insert into guilds (guild_id, name, owner_id, member_count, managers, role_ids, role_positions,"
                        + " bot_role_position, announced_at) values (?, 'guild', 1, 3, '{1}', cast(? as bigint[]),"
                        + " cast(? as int[]), 5, now())",
                guildId, array(roleIds), array(positions));
    }

    /** {@code 1 BAN DONE}, by number. */
    List<String> cases(long guildId) {
        return texts(
                "select case_number || ' ' || kind || ' ' || state from cases where guild_id = ? order by case_number",
                guildId);
    }

    List<String> lifts(long guildId) {
        return texts(
                "select case_number || coalesce(' held by ' || held_by, '') from lifts where guild_id = ?"
                        + " order by case_number",
                guildId);
    }

    void makeDue(long guildId) {
        execute("update lifts set due_at = now() - interval '1 hour' where guild_id = ?", guildId);
    }

    private static String array(List<?> values) {
        return values.toString().replace('[', '{').replace(']', '}');
    }
}
