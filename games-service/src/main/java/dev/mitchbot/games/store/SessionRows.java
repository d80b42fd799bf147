package dev.mitchbot.games.store;

import dev.mitchbot.contracts.command.Interaction;
import dev.mitchbot.contracts.wire.Json;
import dev.mitchbot.games.blackjack.Round;
import dev.mitchbot.games.chance.Ticket;
import dev.mitchbot.games.coinflip.Flip;
import dev.mitchbot.games.session.GameState;
import dev.mitchbot.games.session.Odds;
import dev.mitchbot.games.session.Opening;
import dev.mitchbot.games.session.Progress;
import dev.mitchbot.games.session.Session;
import dev.mitchbot.games.session.Status;
import dev.mitchbot.messaging.Instants;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** A game as a row. */
final class SessionRows {
    /** In the order in which {@link #session} reads them, after the guild's id. */
    static final String COLUMNS = """
            g.game_id, g.player_id, g.game, g.stake, g.odds, g.seed_number, g.client_seed, g.nonce,
            cast(extract(epoch from g.started_at) * 1000000 as bigint), g.version, g.status, g.turn,
            cast(g.state as text), g.payout, g.currency, cast(g.interaction as text),
            cast(extract(epoch from g.due_at) * 1000000 as bigint)""";

    private static final Map<String, Class<? extends GameState>> STATES =
            Map.of("coinflip", Flip.class, "blackjack", Round.class);

    private SessionRows() {}

    static Session session(Object[] row) {
        String game = (String) row[3];
        Opening opening = new Opening(
                (String) row[1],
                (Long) row[2],
                game,
                (Long) row[4],
                Odds.valueOf((String) row[5]),
                new Ticket((Integer) row[6], (String) row[7], (Long) row[8]),
                Instants.ofMicros(row[9]));
        Progress progress = new Progress(
                Status.valueOf((String) row[11]),
                (Integer) row[12],
                read((String) row[13], STATES.get(game)),
                (Long) row[14],
                (String) row[15],
                Optional.ofNullable((String) row[16]).map(json -> read(json, Interaction.class)),
                Optional.ofNullable(row[17]).map(Instants::ofMicros));
        return Session.stored(opening, (Integer) row[10], progress);
    }

    static String state(Session session) {
        return write(session.progress().state());
    }

    /** Null once nobody is to be answered any more: the token in it is a secret. */
    static String interaction(Session session) {
        return session.status().isOver()
                ? null
                : session.progress().interaction().map(SessionRows::write).orElse(null);
    }

    static Long due(Session session) {
        return session.progress().dueAt().map(Instants::micros).orElse(null);
    }

    private static String write(Object value) {
        return new String(Json.write(value), StandardCharsets.UTF_8);
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return Json.read(json.getBytes(StandardCharsets.UTF_8), type);
        } catch (IOException e) {
            throw new IllegalStateException("The games hold what this version cannot read", e);
        }
    }
}
