package dev.mitchbot.dashboard.members;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The member whom a filter asks for.
 *
 * @param typed what stands in the filter
 * @param id empty where that is the name of nobody, or of several
 * @param trouble what to say where it names no member
 */
public record Sought(String typed, Optional<String> id, String trouble) {
    static final int LISTED_MAX = 10;

    private static final String FIELD = "member";
    private static final String NOBODY = "must be a Discord id or the name of somebody seen here";

    /** By an id, whether somebody has it or not. */
    static Sought byId(String id) {
        return new Sought(id, Optional.of(id), NOBODY);
    }

    /** @param ids of all who are called so, or more than are listed */
    static Sought byName(String name, List<String> ids) {
        return switch (ids.size()) {
            case 0 -> new Sought(name, Optional.empty(), NOBODY);
            case 1 -> new Sought(name, Optional.of(ids.getFirst()), NOBODY);
            default -> new Sought(name, Optional.empty(), several(ids));
        };
    }

    /** As a service takes it: what names no member goes as it is, to be refused with whatever else is wrong. */
    public String parameter() {
        return id.orElse(typed);
    }

    /** What a service says is wrong, with our own word on this filter, which the service calls so. */
    public Map<String, String> errors(Map<String, String> said, String parameter) {
        var errors = new LinkedHashMap<String, String>();
        said.forEach((name, message) -> {
            if (name.equals(parameter)) {
                errors.putAll(errors());
            } else {
                errors.put(name, message);
            }
        });
        return errors;
    }

    /** What is wrong with this filter alone. */
    public Map<String, String> errors() {
        return Map.of(FIELD, trouble);
    }

    private static String several(List<String> ids) {
        String listed = String.join(", ", ids.subList(0, Math.min(ids.size(), LISTED_MAX)));
        return "fits several, whose ids are " + listed + (ids.size() > LISTED_MAX ? " and more" : "");
    }
}
