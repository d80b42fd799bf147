package dev.mitchbot.simulator.world;

import io.vertx.core.json.JsonObject;

/**
 * An event for the bot.
 *
 * @param guildId the guild that it belongs to, empty for direct messages
 * @param intent the intent bit that a session must have, 0 for none
 */
public record Dispatch(String type, String guildId, int intent, JsonObject data) {}
