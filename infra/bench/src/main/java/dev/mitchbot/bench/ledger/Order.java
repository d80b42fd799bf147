package dev.mitchbot.bench.ledger;

import dev.mitchbot.contracts.command.Command;
import dev.mitchbot.contracts.command.Interaction;
import dev.mitchbot.contracts.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A command as the gateway writes it, encoded once; only the interaction's id is put in for each sending, so that
 * making commands costs next to nothing.
 */
record Order(String key, byte[] type, byte[] body, int idAt) {
    /** Stands where the id goes. */
    static final long PLACE = 1_111_111_111_111_111_111L;

    private static final int ID_DIGITS = 19;

    static Order of(String type, Command command) {
        byte[] body = Json.write(command);
        return new Order(
                Long.toString(command.interaction().guildId()),
                type.getBytes(StandardCharsets.UTF_8),
                body,
                new String(body, StandardCharsets.ISO_8859_1).indexOf(Long.toString(PLACE)));
    }

    static Interaction interaction(long guild) {
        return new Interaction(PLACE, 100_000_000_000_000_001L, "t".repeat(200), guild, guild + 1);
    }

    byte[] bodyWith(byte[] id) {
        byte[] copy = Arrays.copyOf(body, body.length);
        System.arraycopy(id, 0, copy, idAt, ID_DIGITS);
        return copy;
    }
}
