package dev.mitchbot.dashboard.pages;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import java.util.UUID;

/**
 * What a form carries besides its fields.
 *
 * @param version what it was made from
 * @param key by which it changes things once, however often it is sent
 */
public record Hidden(String version, String key) {
    private static final String UNSEEN = "none";

    /** For a form that was not sent yet. */
    public static Hidden fresh(String version) {
        return new Hidden(version, UUID.randomUUID().toString());
    }

    public static Hidden of(MultivaluedMap<String, String> form) {
        Hidden fresh = fresh(UNSEEN);
        return new Hidden(
                Optional.ofNullable(form.getFirst("version")).orElse(fresh.version),
                Optional.ofNullable(form.getFirst("key")).orElse(fresh.key));
    }

    /** For the same form, sent once more with other values. */
    public Hidden again() {
        return fresh(version);
    }
}
