package dev.mitchbot.contracts.wire;

import java.time.Instant;

/**
 * The attributes of a CloudEvents 1.0 message. On Kafka they travel in binary mode: as {@code ce_} headers beside a JSON
 * body.
 *
 * @param id unique per message; what makes handling idempotent
 * @param type what the body is, for example {@code economy.give.v1}
 * @param source who made it, for example {@code gateway-bot}
 * @param time when it was made, by the maker's clock; nothing is decided by it
 * @param correlationId the id of the interaction or request at the start of the chain
 * @param traceparent W3C trace context, or an empty string where nothing is traced
 */
public record CloudEvent(
        String id, String type, String source, Instant time, String correlationId, String traceparent) {
    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String TIME = "ce_time";
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String SPEC_VERSION_VALUE = "1.0";
    public static final String CORRELATION_ID = "ce_correlationid";
    public static final String TRACEPARENT = "traceparent";
    public static final String CONTENT_TYPE = "content-type";
    public static final String CONTENT_TYPE_VALUE = "application/json";
}
