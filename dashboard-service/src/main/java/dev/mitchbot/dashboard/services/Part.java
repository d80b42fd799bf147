package dev.mitchbot.dashboard.services;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A part of a service's list, as a page shows it.
 *
 * @param next the cursor of what follows, or empty
 */
public record Part<T>(List<T> items, String next) {
    public static <T> Part<T> of(JsonNode page, Function<JsonNode, T> view) {
        var items = new ArrayList<T>();
        page.path("items").forEach(item -> items.add(view.apply(item)));
        return new Part<>(items, page.path("next").asText(""));
    }
}
