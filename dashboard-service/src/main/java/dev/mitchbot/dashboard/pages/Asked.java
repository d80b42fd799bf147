package dev.mitchbot.dashboard.pages;

import jakarta.ws.rs.core.UriBuilder;
import java.util.Map;
import java.util.TreeMap;

/** What the visitor asked to see; empty where nothing was asked. */
public record Asked(String member, String reason, String from, String to, String cursor) {
    public Asked {
        member = text(member);
        reason = text(reason);
        from = text(from);
        to = text(to);
        cursor = text(cursor);
    }

    public boolean isFiltered() {
        return !(member + reason + from + to).isEmpty();
    }

    /** The address of the first part. */
    public String first(String guild, String page) {
        return more(guild, page, "");
    }

    /** The address of the part that follows. */
    public String more(String guild, String page, String next) {
        UriBuilder address = UriBuilder.fromPath(guild + "/" + page);
        var filters = new TreeMap<>(Map.of("member", member, "reason", reason, "from", from, "to", to, "cursor", next));
        filters.values().removeIf(String::isEmpty);
        filters.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.buildFromMap(new TreeMap<String, Object>(filters)).toString();
    }

    private static String text(String given) {
        return given == null ? "" : given.strip();
    }

    /** As a client parameter: left out where it is empty. */
    public static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
