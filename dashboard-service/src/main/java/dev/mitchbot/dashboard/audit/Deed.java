package dev.mitchbot.dashboard.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mitchbot.contracts.economy.EconomyEvent.BalanceAdjusted;
import dev.mitchbot.contracts.economy.EconomyEvent.SettingsChanged;
import dev.mitchbot.contracts.moderation.ModerationEvent.CaseClosed;
import dev.mitchbot.contracts.moderation.ModerationEvent.CaseKind;
import dev.mitchbot.contracts.moderation.ModerationEvent.CaseOpened;
import dev.mitchbot.contracts.moderation.ModerationEvent.CaseReasonChanged;
import dev.mitchbot.contracts.moderation.ModerationEvent.Outcome;
import dev.mitchbot.contracts.wire.Json;
import dev.mitchbot.dashboard.economy.SettingsForm;
import dev.mitchbot.dashboard.moderation.Case;
import dev.mitchbot.dashboard.pages.Choice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an event tells of, in words. */
record Deed(Instant at, long actorId, String name, Optional<Long> subjectId, String detail) {
    static Deed of(SettingsChanged changed) {
        return new Deed(
                changed.at(),
                changed.actorId(),
                "Settings changed",
                Optional.empty(),
                differences(changed.before(), changed.after()));
    }

    static Deed of(BalanceAdjusted adjusted) {
        String numbers = String.format(Locale.UK, "%+,d, now %,d", adjusted.amount(), adjusted.balance());
        return new Deed(
                adjusted.at(),
                adjusted.actorId(),
                "Balance adjusted",
                Optional.of(adjusted.userId()),
                numbers.replace('-', '−') + quoted(adjusted.reason()));
    }

    static Deed of(CaseOpened opened) {
        return new Deed(
                opened.at(),
                opened.moderatorId(),
                title(opened.kind()) + " requested",
                Optional.of(opened.targetId()),
                "case " + opened.caseNumber() + quoted(opened.reason()));
    }

    static Deed of(CaseClosed closed) {
        return new Deed(
                closed.at(),
                closed.moderatorId(),
                title(closed.kind()) + ending(closed.outcome()),
                Optional.of(closed.targetId()),
                "case " + closed.caseNumber()
                        + closed.failure().map(Deed::quoted).orElse(""));
    }

    static Deed of(CaseReasonChanged changed) {
        return new Deed(
                changed.at(),
                changed.actorId(),
                "Reason changed",
                Optional.empty(),
                "case " + changed.caseNumber() + ": " + changed.before() + " → " + changed.after());
    }

    private static String title(CaseKind kind) {
        return Choice.label(Case.KINDS, kind.name());
    }

    private static String ending(Outcome outcome) {
        return switch (outcome) {
            case DONE -> " done";
            case FAILED -> " failed";
            case UNANSWERED -> ": Discord never answered";
        };
    }

    private static String quoted(String text) {
        return text == null || text.isEmpty() ? "" : ": " + text;
    }

    private static String differences(String before, String after) {
        JsonNode old = tree(before);
        List<String> changes = new ArrayList<>();
        tree(after).properties().forEach(field -> {
            JsonNode was = old.path(field.getKey());
            if (!was.equals(field.getValue())) {
                changes.add("%s %s → %s"
                        .formatted(
                                SettingsForm.title(field.getKey()),
                                SettingsForm.shown(was),
                                SettingsForm.shown(field.getValue())));
            }
        });
        return String.join(", ", changes);
    }

    private static JsonNode tree(String json) {
        try {
            return Json.read(json.getBytes(StandardCharsets.UTF_8), JsonNode.class);
        } catch (IOException e) {
            throw new IllegalArgumentException("settings that are no JSON", e);
        }
    }
}
