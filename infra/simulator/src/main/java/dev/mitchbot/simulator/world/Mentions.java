package dev.mitchbot.simulator.world;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Whom a message mentions, after its allowed_mentions have been applied. */
public record Mentions(List<User> users, Set<String> roles, boolean everyone) {
    public static final Mentions NONE = new Mentions(List.of(), Set.of(), false);
    private static final Pattern USER = Pattern.compile("<@!?(\\d{15,19})>");
    private static final Pattern ROLE = Pattern.compile("<@&(\\d{15,19})>");

    public static Mentions in(
            String content, Optional<JsonObject> allowed, boolean mayMentionEveryone, Map<String, User> known) {
        if (content.indexOf('@') < 0) {
            return NONE;
        }
        var users = new LinkedHashMap<String, User>();
        var userMatches = USER.matcher(content);
        while (userMatches.find()) {
            var user = known.get(userMatches.group(1));
            if (user != null && permits(allowed, "users", user.id())) {
                users.put(user.id(), user);
            }
        }
        var roles = new LinkedHashSet<String>();
        var roleMatches = ROLE.matcher(content);
        while (roleMatches.find()) {
            if (permits(allowed, "roles", roleMatches.group(1))) {
                roles.add(roleMatches.group(1));
            }
        }
        boolean everyone = mayMentionEveryone
                && (content.contains("@everyone") || content.contains("@here"))
                && parses(allowed, "everyone");
        return new Mentions(new ArrayList<>(users.values()), roles, everyone);
    }

    private static boolean permits(Optional<JsonObject> allowed, String kind, String id) {
        return parses(allowed, kind)
                || allowed.map(rules -> rules.getJsonArray(kind))
                        .map(list -> list.contains(id))
                        .orElse(false);
    }

    private static boolean parses(Optional<JsonObject> allowed, String kind) {
        return allowed.isEmpty()
                || Optional.ofNullable(allowed.get().getJsonArray("parse"))
                        .map(list -> list.contains(kind))
                        .orElse(false);
    }

    JsonArray usersJson() {
        return GuildJson.list(users, User::json);
    }

    JsonArray rolesJson() {
        return new JsonArray(List.copyOf(roles));
    }
}
