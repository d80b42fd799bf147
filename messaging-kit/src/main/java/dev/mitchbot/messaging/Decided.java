package dev.mitchbot.messaging;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A message with what its handler decided. */
record Decided(Message message, List<Outgoing> caused, Optional<byte[]> response) {
    String causedJson() {
        return Caused.write(caused);
    }

    String responseJson() {
        return response.map(json -> new String(json, StandardCharsets.UTF_8)).orElse(null);
    }
}
