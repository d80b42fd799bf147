package dev.mitchbot.moderation.store;

import dev.mitchbot.contracts.command.Interaction;
import dev.mitchbot.contracts.moderation.ModerationEvent.CaseKind;
import dev.mitchbot.contracts.wire.Json;
import dev.mitchbot.messaging.Instants;
import dev.mitchbot.moderation.cases.Case;
import dev.mitchbot.moderation.cases.CaseState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** A case as the columns of {@link CasesTable} bring it. */
final class CaseRow {
    private CaseRow() {}

    static Case read(Object[] row) {
        return new Case(
                (Long) row[1],
                CaseKind.valueOf((String) row[2]),
                CaseState.valueOf((String) row[3]),
                (Long) row[4],
                (Long) row[5],
                (String) row[6],
                Optional.ofNullable((Long) row[7]).map(Duration::ofSeconds),
                Optional.ofNullable((Long) row[8]),
                Optional.ofNullable((String) row[9]),
                Optional.ofNullable((String) row[10]),
                Optional.ofNullable((String) row[11]).map(CaseRow::interaction),
                Optional.ofNullable(row[12]).map(Instants::ofMicros),
                Instants.ofMicros(row[13]),
                Optional.ofNullable(row[14]).map(Instants::ofMicros),
                (Long) row[15]);
    }

    private static Interaction interaction(String json) {
        try {
            return Json.read(json.getBytes(StandardCharsets.UTF_8), Interaction.class);
        } catch (IOException e) {
            throw new IllegalStateException("The case log holds what this version cannot read", e);
        }
    }
}
