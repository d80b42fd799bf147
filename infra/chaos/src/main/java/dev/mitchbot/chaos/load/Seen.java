package dev.mitchbot.chaos.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * An interaction as its member sees it.
 *
 * @param messages how many answers stand there
 * @param repeated whether two of them say the same
 * @param doubted whether one of them says that nothing is confirmed
 * @param text of the answer that counts
 * @param fields of its embed
 * @param answeredAfterMs after it was dispatched; -1 without an answer
 */
public record Seen(
        Fate fate,
        int messages,
        boolean repeated,
        boolean doubted,
        String text,
        List<String> fields,
        long answeredAfterMs) {
    static final Seen NOTHING = new Seen(Fate.UNANSWERED, 0, false, false, "", List.of(), -1);

    private static final String NOT_CONFIRMED = "Not confirmed yet.";
    private static final int TEXT_MAX = 160;

    public Seen {
        fields = List.copyOf(fields);
    }

    static Seen of(JsonNode json) {
        long answeredAfterMs = json.path("answeredAfterMs").asLong(-1);
        JsonNode messages = json.path("messages");
        return switch (json.path("state").asText()) {
            case "failed" ->
                new Seen(
                        Fate.NO_RESPONSE,
                        messages.size(),
                        false,
                        false,
                        json.path("error").asText(),
                        List.of(),
                        answeredAfterMs);
            case "answered" -> answered(messages, answeredAfterMs);
            default -> new Seen(Fate.UNANSWERED, messages.size(), false, false, "", List.of(), answeredAfterMs);
        };
    }

    boolean isSettled() {
        return fate != Fate.UNANSWERED && fate != Fate.NOT_CONFIRMED;
    }

    /** Whether it is one answer of a service. */
    boolean isPlain() {
        return messages == 1 && (fate == Fate.DECIDED || fate == Fate.REFUSED);
    }

    private static Seen answered(JsonNode messages, long answeredAfterMs) {
        JsonNode main = messages.path(0);
        for (JsonNode message : messages) {
            if (message.path("embeds").path(0).isObject()) {
                main = message;
            }
        }
        JsonNode embed = main.path("embeds").path(0);
        String text = embed.isObject()
                ? embed.path("description").asText()
                : main.path("content").asText();
        var fields = new ArrayList<String>();
        embed.path("fields").forEach(field -> fields.add(field.path("value").asText()));
        return new Seen(
                fate(embed, text),
                messages.size(),
                isRepeated(messages),
                isDoubted(messages),
                cut(text),
                fields,
                answeredAfterMs);
    }

    private static boolean isDoubted(JsonNode messages) {
        for (JsonNode message : messages) {
            if (message.path("content").asText().startsWith(NOT_CONFIRMED)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRepeated(JsonNode messages) {
        var said = new HashSet<String>();
        for (JsonNode message : messages) {
            if (!said.add(
                    message.path("content").asText() + message.path("embeds").findValuesAsText("description"))) {
                return true;
            }
        }
        return false;
    }

    private static Fate fate(JsonNode embed, String text) {
        if (embed.isObject()) {
            return embed.path("footer").path("text").asText().matches("[A-Z_]+") ? Fate.REFUSED : Fate.DECIDED;
        }
        if (text.startsWith(NOT_CONFIRMED)) {
            return Fate.NOT_CONFIRMED;
        }
        return text.contains("Nothing was changed") ? Fate.BROKEN : Fate.TOLD_THAT_NOTHING_HAPPENED;
    }

    private static String cut(String text) {
        return text.length() > TEXT_MAX ? text.substring(0, TEXT_MAX) + "..." : text;
    }
}
