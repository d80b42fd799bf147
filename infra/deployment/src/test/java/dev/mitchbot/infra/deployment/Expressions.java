package dev.mitchbot.infra.deployment;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a PromQL expression looks at. */
final class Expressions {
    private static final Pattern SELECTOR =
            Pattern.compile("(?<![\\w.$])([a-z_:][a-z0-9_:]*)(\\{[^}]*})?(?!\\s*\\(|\\w)");
    private static final Set<String> WORDS = Set.of("or", "and", "unless", "offset");

    private Expressions() {}

    /** Its metrics, each with the labels that it asks for. */
    static List<String> selectors(String expression) {
        String withoutGroups = expression.replaceAll("\\bby \\([^)]*\\)", "");
        return SELECTOR.matcher(withoutGroups)
                .results()
                .map(MatchResult::group)
                .filter(selector -> !WORDS.contains(selector))
                .distinct()
                .toList();
    }
}
