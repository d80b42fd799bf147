package dev.mitchbot.dashboard.economy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mitchbot.dashboard.pages.Coins;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The economy's settings as a form. */
public final class SettingsForm {
    /** Shown as the guild calls them. */
    private static final String COINS = "coins";

    private static final String WHOLE = "-?[0-9]{1,18}";
    private static final Pattern BIG_NUMBER = Pattern.compile("\\b[0-9]{4,18}\\b");
    private static final List<Group> GROUPS = List.of(
            new Group(
                    "General",
                    List.of(
                            new Field(
                                    "enabled",
                                    "Economy",
                                    Kind.SWITCH,
                                    "Off, every economy command and every new stake is refused; stakes in play are still settled.",
                                    ""),
                            new Field(
                                    "currencyName",
                                    "Currency",
                                    Kind.TEXT,
                                    "Letters, digits, spaces, hyphens, underscores; 1 to 32, not blank.",
                                    ""),
                            new Field("startingBalance", "Opening balance", Kind.NUMBER, "0 to 1,000,000", COINS))),
            new Group(
                    "Daily reward",
                    List.of(
                            new Field("dailyReward", "Reward", Kind.NUMBER, "0 up to the highest reward", COINS),
                            new Field(
                                    "dailyRewardLimit",
                                    "Highest reward",
                                    Kind.NUMBER,
                                    "10,000 to 1,000,000; only bounds the reward above",
                                    COINS),
                            new Field(
                                    "dailyCooldownHours",
                                    "Pause between two claims",
                                    Kind.NUMBER,
                                    "1 to 168",
                                    "hours"))),
            new Group(
                    "Work",
                    List.of(
                            new Field("workRewardMin", "Lowest pay", Kind.NUMBER, "0 to 5,000", COINS),
                            new Field(
                                    "workRewardMax",
                                    "Highest pay",
                                    Kind.NUMBER,
                                    "0 to 10,000, not below the lowest pay",
                                    COINS),
                            new Field(
                                    "workCooldownMinutes",
                                    "Pause between two shifts",
                                    Kind.NUMBER,
                                    "1 to 1,440",
                                    "minutes"))),
            new Group(
                    "Games",
                    List.of(
                            new Field("maxStake", "Highest stake", Kind.NUMBER, "1 to 9,007,199,254,740,991", COINS),
                            new Field(
                                    "stakeIntervalSeconds",
                                    "Pause between two stakes",
                                    Kind.NUMBER,
                                    "0 to 3,600",
                                    "seconds"))));

    private SettingsForm() {}

    enum Kind {
        SWITCH,
        TEXT,
        NUMBER
    }

    record Field(String name, String label, Kind kind, String limits, String unit) {}

    record Group(String title, List<Field> fields) {}

    /**
     * A field with what stands in it.
     *
     * @param error what is wrong with the value, or empty
     * @param wanted what the visitor had put there before somebody else changed it, or empty
     */
    public record Shown(
            String name,
            String label,
            String kind,
            String limits,
            String unit,
            String value,
            String error,
            String wanted) {
        public boolean isSwitch() {
            return kind.equals(Kind.SWITCH.name());
        }

        public boolean isNumber() {
            return kind.equals(Kind.NUMBER.name());
        }

        public boolean isOn() {
            return value.equals("true");
        }
    }

    public record ShownGroup(String title, List<Shown> fields) {}

    /** The form with these values. */
    static List<ShownGroup> filled(JsonNode values, Map<String, String> errors, Optional<JsonNode> wanted) {
        var groups = new ArrayList<ShownGroup>();
        for (Group group : GROUPS) {
            groups.add(new ShownGroup(
                    group.title(),
                    group.fields().stream()
                            .map(field -> shown(field, values, errors, wanted))
                            .toList()));
        }
        return groups;
    }

    /** What was sent, as the service takes it; what is no whole number goes as it is, for the service to name it. */
    static ObjectNode read(MultivaluedMap<String, String> form) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        for (Group group : GROUPS) {
            for (Field field : group.fields()) {
                String text = Optional.ofNullable(form.getFirst(field.name()))
                        .orElse("")
                        .strip();
                switch (field.kind()) {
                    case SWITCH -> body.put(field.name(), text.equals("true"));
                    case NUMBER -> put(body, field.name(), text);
                    case TEXT -> body.put(field.name(), text);
                }
            }
        }
        return body;
    }

    /** What people call a setting. */
    public static String title(String name) {
        for (Group group : GROUPS) {
            for (Field field : group.fields()) {
                if (field.name().equals(name)) {
                    return group.title() + ", " + field.label().toLowerCase(Locale.ROOT);
                }
            }
        }
        return name;
    }

    /** How people write what a setting has. */
    public static String shown(JsonNode value) {
        if (value.isBoolean()) {
            return switched(value.asBoolean());
        }
        return value.isIntegralNumber() ? Coins.shown(value.asLong()) : value.asText("none");
    }

    private static String switched(boolean on) {
        return on ? "on" : "off";
    }

    /** A service's word on a field, which speaks of other fields by the names that programs know. */
    private static String worded(String error) {
        if (error.isEmpty()) {
            return error;
        }
        String worded = BIG_NUMBER.matcher(error).replaceAll(number -> Coins.shown(Long.parseLong(number.group())));
        for (Group group : GROUPS) {
            for (Field field : group.fields()) {
                worded = worded.replaceAll(
                        "\\b" + field.name() + "\\b", "the " + field.label().toLowerCase(Locale.ROOT));
            }
        }
        return worded;
    }

    private static void put(ObjectNode body, String name, String text) {
        if (text.matches(WHOLE)) {
            body.put(name, Long.parseLong(text));
        } else {
            body.put(name, text);
        }
    }

    private static Shown shown(Field field, JsonNode values, Map<String, String> errors, Optional<JsonNode> wanted) {
        String value = values.path(field.name()).asText();
        return new Shown(
                field.name(),
                field.label(),
                field.kind().name(),
                field.limits(),
                field.unit().equals(COINS) ? values.path("currencyName").asText() : field.unit(),
                value,
                worded(errors.getOrDefault(field.name(), "")),
                wanted.map(other -> other.path(field.name()).asText())
                        .filter(other -> !other.equals(value))
                        .map(other -> field.kind() == Kind.SWITCH ? switched(other.equals("true")) : other)
                        .orElse(""));
    }
}
