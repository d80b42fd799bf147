package dev.mitchbot.simulator.gateway;

import dev.mitchbot.simulator.world.Guild;
import dev.mitchbot.simulator.world.GuildJson;
import dev.mitchbot.simulator.world.Intent;
import dev.mitchbot.simulator.world.Member;
import dev.mitchbot.simulator.world.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Answers requests for a guild's members, at most a thousand at a time. */
final class MemberChunks {
    private static final int CHUNK_SIZE = 1_000;
    private static final int PREFIX_LIMIT = 100;

    private final World world;

    MemberChunks(World world) {
        this.world = world;
    }

    void answer(Session session, JsonObject request) {
        var guildId = request.getValue("guild_id");
        if (guildId instanceof JsonArray ids) {
            guildId = ids.isEmpty() ? "" : ids.getValue(0);
        }
        world.guild(String.valueOf(guildId)).ifPresent(guild -> answer(session, request, guild));
    }

    private void answer(Session session, JsonObject request, Guild guild) {
        var missing = new JsonArray();
        var found = members(session, request, guild, missing);
        int chunks = Math.max(1, (found.size() + CHUNK_SIZE - 1) / CHUNK_SIZE);
        for (int index = 0; index < chunks; index++) {
            var part = found.subList(index * CHUNK_SIZE, Math.min(found.size(), (index + 1) * CHUNK_SIZE));
            var chunk = new JsonObject()
                    .put("guild_id", guild.id())
                    .put("members", GuildJson.list(part, Member::json))
                    .put("chunk_index", index)
                    .put("chunk_count", chunks);
            if (!missing.isEmpty()) {
                chunk.put("not_found", missing);
            }
            if (request.containsKey("nonce")) {
                chunk.put("nonce", request.getValue("nonce"));
            }
            session.dispatch("GUILD_MEMBERS_CHUNK", chunk.encode());
        }
    }

    private static List<Member> members(Session session, JsonObject request, Guild guild, JsonArray missing) {
        var wanted = request.getValue("user_ids");
        if (wanted != null) {
            var ids = wanted instanceof JsonArray list ? list : new JsonArray().add(wanted);
            var found = new ArrayList<Member>();
            ids.forEach(id -> guild.member(String.valueOf(id)).ifPresentOrElse(found::add, () -> missing.add(id)));
            return found;
        }
        var prefix = request.getString("query", "").toLowerCase(Locale.ROOT);
        int limit = request.getInteger("limit", 0);
        if (prefix.isEmpty() && limit == 0) {
            return session.wants(Intent.GUILD_MEMBERS)
                    ? List.copyOf(guild.members().values())
                    : List.of();
        }
        return guild.members().values().stream()
                .filter(member -> member.user().name().toLowerCase(Locale.ROOT).startsWith(prefix))
                .limit(limit == 0 ? PREFIX_LIMIT : Math.min(limit, PREFIX_LIMIT))
                .toList();
    }
}
