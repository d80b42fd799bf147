package dev.mitchbot.gateway.discord;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.Duration;

/** Reads from a response how long Discord wants to be left alone. */
final class RateLimitHeaders {
    private static final int TOO_MANY_REQUESTS = 429;

    private RateLimitHeaders() {}

    /** After a 429 the time that it asks for. */
    static Duration waitOf(HttpClientResponse response, Buffer body) {
        return response.statusCode() == TOO_MANY_REQUESTS
                ? longer(seconds(response.getHeader("Retry-After")), retryAfter(body))
                : Duration.ZERO;
    }

    private static Duration retryAfter(Buffer body) {
        try {
            return seconds(String.valueOf(new JsonObject(body).getDouble("retry_after", 0.0)));
        } catch (DecodeException | ClassCastException e) {
            return Duration.ZERO;
        }
    }

    private static Duration seconds(String text) {
        if (text == null) {
            return Duration.ZERO;
        }
        try {
            return Duration.ofMillis((long) Math.ceil(Double.parseDouble(text) * 1000));
        } catch (NumberFormatException e) {
            return Duration.ZERO;
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
