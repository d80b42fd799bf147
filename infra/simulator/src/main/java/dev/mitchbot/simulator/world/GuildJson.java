package dev.mitchbot.simulator.world;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.function.Function;

/** A guild in Discord's own words. */
public final class GuildJson {
    private GuildJson() {}

    /** The guild as REST gives it. */
    public static JsonObject rest(Guild guild) {
        return new JsonObject()
                .put("id", guild.id())
                .put("name", guild.name())
                .put("owner_id", guild.ownerId())
                .put("roles", list(guild.roles().values(), Role::json))
                .put("emojis", new JsonArray())
                .put("stickers", new JsonArray())
                .put("features", new JsonArray())
                .put("icon", null)
                .put("description", null)
                .put("home_header", null)
                .put("splash", null)
                .put("discovery_splash", null)
                .put("banner", null)
                .put("application_id", null)
                .put("region", "rotterdam")
                .put("afk_channel_id", null)
                .put("afk_timeout", 300)
                .put("system_channel_id", null)
                .put("system_channel_flags", 0)
                .put("widget_enabled", false)
                .put("widget_channel_id", null)
                .put("verification_level", 1)
                .put("default_message_notifications", 1)
                .put("mfa_level", 0)
                .put("explicit_content_filter", 0)
                .put("max_presences", null)
                .put("max_members", 500_000)
                .put("max_stage_video_channel_users", 50)
                .put("max_video_channel_users", 25)
                .put("vanity_url_code", null)
                .put("premium_tier", 0)
                .put("premium_subscription_count", 0)
                .put("preferred_locale", "en-US")
                .put("rules_channel_id", null)
                .put("safety_alerts_channel_id", null)
                .put("public_updates_channel_id", null)
                .put("premium_progress_bar_enabled", false)
                .put("nsfw", false)
                .put("nsfw_level", 0)
                .put("incidents_data", null);
    }

    /** The guild as the gateway announces it, with the members that Discord would include: without presences, the bot. */
    public static JsonObject announced(Guild guild, Collection<Member> included, int largeThreshold) {
        return rest(guild)
                .put("joined_at", Times.iso(guild.createdAt()))
                .put("large", guild.members().size() > largeThreshold)
                .put("unavailable", false)
                .put("member_count", guild.members().size())
                .put("members", list(included, Member::json))
                .put("channels", list(guild.channels().values(), Channel::json))
                .put("threads", new JsonArray())
                .put("voice_states", new JsonArray())
                .put("presences", new JsonArray())
                .put("stage_instances", new JsonArray())
                .put("guild_scheduled_events", new JsonArray())
                .put("soundboard_sounds", new JsonArray());
    }

    public static <T> JsonArray list(Collection<T> items, Function<T, JsonObject> json) {
        var list = new JsonArray();
        items.forEach(item -> list.add(json.apply(item)));
        return list;
    }
}
