package dev.mitchbot.games.blackjack;

import dev.mitchbot.contracts.command.ButtonClick;
import dev.mitchbot.games.session.Session;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A button of a hand: it belongs to one turn of one game. */
record Press(String gameId, int turn, Move move) {
    private static final Pattern PAYLOAD = Pattern.compile("([^:]{1,64}):([0-9]{1,9}):(hit|stand)");

    /** @throws IllegalArgumentException where this is none of our buttons */
    static Press of(ButtonClick click) {
        Matcher parts = PAYLOAD.matcher(click.payload());
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a button of a hand: " + click.customId());
        }
        return new Press(
                parts.group(1),
                Integer.parseInt(parts.group(2)),
                Move.of(parts.group(3)).orElseThrow());
    }

    static String id(Session session, Move move) {
        return "games:%s:%s:%d:%s"
                .formatted(BlackjackTable.NAME, session.id(), session.progress().turn(), move.word());
    }
}
