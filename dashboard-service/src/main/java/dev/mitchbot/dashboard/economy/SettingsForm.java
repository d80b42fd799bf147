package dev.mitchbot.dashboard.economy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The economy's settings as a form. */
public final class SettingsForm {
    /** Shown as the guild calls them. */
    private static final String COINS = "coins";

    private static final String WHOLE = "-?[0-9]{1,18}";
    private static final List<Group> GROUPS = List.of(
            new Group(
                    "General",
                    List.of(
                            new Field("enabled", "Economy", Kind.SWITCH, "Off, every economy command is refused.", ""),
                            new Field(
                                    "currencyName",
                                    "Currency",
                                    Kind.TEXT,
                                    "Letters, digits, spaces, hyphens; 1 to 32, not blank.",
                                    ""),
                            new Field("startingBalance", "Opening balance", Kind.NUMBER, "0 to 1,000,000", COINS))),
            new Group(
                    "Daily reward",
                    List.of(
                            new Field("dailyReward", "Reward", Kind.NUMBER, "0 up to the highest reward", COINS),
                            new Field("dailyRewardLimit", "Highest reward", Kind.NUMBER, "10,000 to 1,000,000", COINS),
                            new Field("dailyCooldownHours", "Time between two", Kind.NUMBER, "1 to 168", "hours"))),
            new Group(
                    "Work",
                    List.of(
                            new Field("workRewardMin", "Lowest pay", Kind.NUMBER, "0 to 5,000", COINS),
                            new Field("workRewardMax", "Highest pay", Kind.NUMBER, "0 to 10,000", COINS),
                            new Field(
                                    "workCooldownMinutes", "Time between two", Kind.NUMBER, "1 to 1,440", "minutes"))),
            new Group(
                    "Games",
                    List.of(
                            new Field("maxStake", "Highest stake", Kind.NUMBER, "At least 1", COINS),
                            new Field(
                                    "stakeIntervalSeconds",
                                    "Time between two",
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
                errors.getOrDefault(field.name(), ""),
                wanted.map(other -> other.path(field.name()).asText())
                        .filter(other -> !other.equals(value))
                        .map(other -> field.kind() == Kind.SWITCH ? (other.equals("true") ? "on" : "off") : other)
                        .orElse(""));
    }
}
