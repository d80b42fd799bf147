package dev.mitchbot.dashboard.moderation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mitchbot.dashboard.members.Known;
import dev.mitchbot.dashboard.members.Member;
import dev.mitchbot.dashboard.pages.Choice;
import dev.mitchbot.dashboard.pages.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A case as the pages show it; what it does not have is empty.
 *
 * @param tone whether the state is good or bad news
 * @param explanation of the state, in Discord's words where it refused
 * @param lifted the number of the ban that this case lifts because its time was up
 */
public record Case(
        long number,
        String kind,
        String state,
        String tone,
        String explanation,
        Member user,
        Member moderator,
        String reason,
        String duration,
        String lifted,
        String openedAt,
        String closedAt) {
    public static final List<Choice> KINDS = List.of(
            new Choice("WARN", "Warning"),
            new Choice("TIMEOUT", "Time-out"),
            new Choice("TEMPBAN", "Temporary ban"),
            new Choice("BAN", "Ban"),
            new Choice("UNBAN", "Unban"));

    static final List<Choice> STATES = List.of(
            new Choice("REQUESTED", "Requested"),
            new Choice("DONE", "Done"),
            new Choice("FAILED", "Failed"),
            new Choice("UNANSWERED", "Unanswered"));

    static Case of(JsonNode document, Known known) {
        String state = document.path("state").asText();
        return new Case(
                document.path("number").asLong(),
                Choice.label(KINDS, document.path("kind").asText()),
                Choice.label(STATES, state),
                tone(state),
                explanation(state, document.path("failure").asText("")),
                known.member(document.path("userId").asText()),
                known.member(document.path("moderatorId").asText()),
                document.path("reason").asText(),
                document.has("durationSeconds")
                        ? Times.lasting(Duration.ofSeconds(
                                document.path("durationSeconds").asLong()))
                        : "",
                document.path("relatedCase").asText(""),
                time(document, "openedAt"),
                time(document, "closedAt"));
    }

    private static String tone(String state) {
        return switch (state) {
            case "DONE" -> "good";
            case "FAILED" -> "bad";
            default -> "open";
        };
    }

    private static String explanation(String state, String failure) {
        return switch (state) {
            case "REQUESTED" -> "Discord has not answered yet.";
            case "FAILED" -> "Discord says: " + failure;
            case "UNANSWERED" -> "Discord never answered: it may be done or not.";
            default -> "";
        };
    }

    private static String time(JsonNode document, String field) {
        return document.has(field)
                ? Times.shown(Instant.parse(document.path(field).asText()))
                : "";
    }
}
