package dev.mitchbot.gateway.interaction;

import dev.mitchbot.contracts.wire.Snowflakes;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** INTERACTION_CREATE payloads in Discord's shape. */
final class Payloads {
    private static final AtomicLong LAST = new AtomicLong();

    private Payloads() {}

    static long newSnowflake() {
        long now = (Instant.now().toEpochMilli() - Snowflakes.EPOCH_MILLIS) << 22;
        return LAST.updateAndGet(last -> Math.max(last + 1, now));
    }

    static DataObject slash(long id, long userId, String command, DataObject... options) {
        return payload(id, userId, 2)
                .put(
                        "data",
                        DataObject.empty()
                                .put("id", "900")
                                .put("name", command)
                                .put("type", 1)
                                .put("options", DataArray.fromCollection(List.of(options))));
    }

    static DataObject click(long id, long userId, String customId, long messageId) {
        return payload(id, userId, 3)
                .put("message", DataObject.empty().put("id", Long.toString(messageId)))
                .put("data", DataObject.empty().put("component_type", 2).put("custom_id", customId));
    }

    static DataObject autocomplete(long id, long userId, String command, DataObject... options) {
        return slash(id, userId, command, options).put("type", 4);
    }

    /** The same, as a user sends it outside of any guild. */
    static DataObject inPrivate(DataObject payload) {
        DataObject user = payload.getObject("member").getObject("user");
        return payload.remove("guild_id").remove("member").put("user", user);
    }

    static DataObject option(int type, String name, Object value) {
        return DataObject.empty().put("type", type).put("name", name).put("value", value);
    }

    static String token(long id) {
        return "token-of-" + id;
    }

    private static DataObject payload(long id, long userId, int type) {
        DataObject user = DataObject.empty()
                .put("id", Long.toString(userId))
                .put("username", "carol")
                .put("global_name", "Carol");
        return DataObject.empty()
                .put("id", Long.toString(id))
                .put("application_id", "500")
                .put("type", type)
                .put("token", token(id))
                .put("guild_id", "700")
                .put("channel_id", "800")
                .put("locale", "en-GB")
                .put(
                        "member",
                        DataObject.empty()
                                .put("user", user)
                                .put("nick", "Caro")
                                .put("permissions", "2048")
                                .put("roles", DataArray.empty().add("11").add("12")));
    }
}
