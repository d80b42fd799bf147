package dev.mitchbot.dashboard.games;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mitchbot.dashboard.pages.Choice;
import dev.mitchbot.dashboard.pages.Coins;
import dev.mitchbot.dashboard.pages.Times;
import java.time.Instant;
import java.util.List;

/**
 * A game as the page shows it; what is not known yet is empty.
 *
 * @param number by which Discord names it
 * @param result what came out, or how far the game is
 * @param gain whether more came back than was staked
 * @param serverSeed a secret until the player has it replaced
 */
public record Game(
        String number,
        String startedAt,
        String kind,
        String result,
        String stake,
        String payout,
        boolean gain,
        String commitment,
        String serverSeed,
        String clientSeed,
        String nonce) {
    private static final List<Choice> KINDS =
            List.of(new Choice("coinflip", "Coinflip"), new Choice("blackjack", "Blackjack"));

    static Game of(JsonNode document) {
        long stake = document.path("stake").asLong();
        return new Game(
                document.path("gameId").asText(),
                Times.shown(Instant.parse(document.path("startedAt").asText())),
                Choice.label(KINDS, document.path("kind").asText()),
                document.path("outcome").asText(progress(document.path("state").asText())),
                Coins.shown(stake),
                document.has("payout") ? Coins.shown(document.path("payout").asLong()) : "",
                document.path("payout").asLong() > stake,
                document.path("commitment").asText(""),
                document.path("serverSeed").asText(""),
                document.path("clientSeed").asText(),
                document.path("nonce").asText());
    }

    private static String progress(String state) {
        return switch (state) {
            case "PLAYING" -> "in play";
            case "REFUSED" -> "stake refused";
            case "RETURNED" -> "stake given back";
            default -> "waits for the ledger";
        };
    }
}
