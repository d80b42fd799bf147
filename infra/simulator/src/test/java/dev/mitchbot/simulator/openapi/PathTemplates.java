package dev.mitchbot.simulator.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Finds the path of the description that a request's path is an instance of; the one with fewest variables wins. */
final class PathTemplates {
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

    private final Map<String, Pattern> patterns = new TreeMap<>(Comparator.<String>comparingLong(
                    template -> VARIABLE.matcher(template).results().count())
            .thenComparing(Comparator.naturalOrder()));

    PathTemplates(JsonNode paths) {
        paths.fieldNames().forEachRemaining(template -> patterns.put(template, pattern(template)));
    }

    private static Pattern pattern(String template) {
        return Pattern.compile("\\Q" + VARIABLE.matcher(template).replaceAll("\\\\E[^/]+\\\\Q") + "\\E");
    }

    Optional<String> matching(String path) {
        var plain = path.replace("%40", "@");
        return patterns.entrySet().stream()
                .filter(entry -> entry.getValue().matcher(plain).matches())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
