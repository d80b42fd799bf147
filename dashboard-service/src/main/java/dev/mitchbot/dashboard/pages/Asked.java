package dev.mitchbot.dashboard.pages;

import jakarta.ws.rs.core.UriBuilder;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the visitor asked to see.
 *
 * @param filters by their names in the address; empty where nothing was asked
 */
public record Asked(Map<String, String> filters, String cursor) {
    public Asked {
        filters = Map.copyOf(filters);
    }

    public static Asked from(String cursor) {
        return new Asked(Map.of(), text(cursor));
    }

    public Asked by(String name, String given) {
        var more = new TreeMap<>(filters);
        more.put(name, text(given));
        return new Asked(more, cursor);
    }

    public String filter(String name) {
        return filters.getOrDefault(name, "");
    }

    public boolean isFiltered() {
        return filters.values().stream().anyMatch(filter -> !filter.isEmpty());
    }

    /** The address of the first part. */
    public String first(String guild, String page) {
        return more(guild, page, "");
    }

    /** The address of the part that follows. */
    public String more(String guild, String page, String next) {
        UriBuilder address = UriBuilder.fromPath(guild + "/" + page);
        var parameters = new TreeMap<String, Object>(filters);
        parameters.put("cursor", next);
        parameters.values().removeIf(""::equals);
        parameters.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.buildFromMap(parameters).toString();
    }

    private static String text(String given) {
        return given == null ? "" : given.strip();
    }

    /** As a client parameter: left out where it is empty. */
    public static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
