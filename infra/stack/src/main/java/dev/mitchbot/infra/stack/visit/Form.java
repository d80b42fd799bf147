package dev.mitchbot.infra.stack.visit;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The last form of a page: what a browser would send of it. */
public record Form(Map<String, String> fields) {
    private static final Pattern INPUT = Pattern.compile("<input\\b[^>]*>");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\b(name|value|type)=\"([^\"]*)\"");

    public Form {
        fields = Map.copyOf(fields);
    }

    public static Form of(String page) {
        var fields = new HashMap<String, String>();
        Matcher inputs = INPUT.matcher(page).region(Math.max(0, page.lastIndexOf("<form")), page.length());
        while (inputs.find()) {
            var attributes = new HashMap<String, String>();
            Matcher attribute = ATTRIBUTE.matcher(inputs.group());
            while (attribute.find()) {
                attributes.put(attribute.group(1), unescaped(attribute.group(2)));
            }
            boolean off =
                    "checkbox".equals(attributes.get("type")) && !inputs.group().contains(" checked");
            if (attributes.containsKey("name") && !off) {
                fields.put(attributes.get("name"), attributes.getOrDefault("value", ""));
            }
        }
        return new Form(fields);
    }

    public Form with(String field, String value) {
        var changed = new HashMap<>(fields);
        changed.put(field, value);
        return new Form(changed);
    }

    public String value(String field) {
        return fields.getOrDefault(field, "");
    }

    static String unescaped(String html) {
        return html.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
