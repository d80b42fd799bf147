package dev.mitchbot.moderation.guild;

import java.time.Instant;

/**
 * When and because of which message something is decided.
 *
 * @param now by the database's clock
 */
public record Moment(String messageId, Instant now) {}
