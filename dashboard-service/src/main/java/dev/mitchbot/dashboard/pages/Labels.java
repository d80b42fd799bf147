package dev.mitchbot.dashboard.pages;

import io.quarkus.qute.TemplateExtension;
import java.util.Locale;
import java.util.Map;

/** What people call a filter. */
@TemplateExtension
final class Labels {
    private Labels() {}

    /** Of a parameter that a service names, as its field on the page is labelled. */
    static String label(Map.Entry<String, String> error) {
        String parameter = error.getKey();
        return switch (parameter) {
            case "user", "userId" -> "Member";
            default -> parameter.substring(0, 1).toUpperCase(Locale.ROOT) + parameter.substring(1);
        };
    }
}
