package dev.mitchbot.messaging;

import dev.mitchbot.contracts.wire.Topic;

/**
 * A message that handling another one caused.
 *
 * @param topic where it goes
 * @param key the record's key, usually the guild id
 * @param id made of the id of the message that caused it, so that publishing it again repeats it
 * @param type what the body is
 * @param body UTF-8 JSON
 * @param cause the id at the start of the chain
 * @param traceparent W3C trace context, or empty
 */
public record Outgoing(
        Topic topic, String key, String id, String type, byte[] body, String cause, String traceparent) {}
