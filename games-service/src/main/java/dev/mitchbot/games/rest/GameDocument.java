package dev.mitchbot.games.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mitchbot.games.chance.ServerSeed;
import dev.mitchbot.games.guild.Tables;
import dev.mitchbot.games.session.Opening;
import dev.mitchbot.games.session.Session;
import dev.mitchbot.games.session.Status;
import dev.mitchbot.games.store.PastGames.PastGame;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A game as it travels over REST. What came out is told when the ledger has paid: before, the player does not know either.
 *
 * @param payout coins that came back, the stake among them; absent before the end
 * @param outcome in a few words; absent before the end
 * @param commitment the SHA-256 of the server seed
 * @param serverSeed absent as long as it is a secret, that is until the player has it replaced
 */
@Schema(name = "Game")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record GameDocument(
        String gameId,
        String kind,
        Status state,
        long stake,
        Optional<Long> payout,
        Optional<String> outcome,
        String currency,
        int seedNumber,
        long nonce,
        String clientSeed,
        Optional<String> commitment,
        Optional<String> serverSeed,
        Instant startedAt,
        Optional<Instant> endedAt) {
    static GameDocument of(PastGame game, Tables tables) {
        Session session = game.session();
        Opening opening = session.opening();
        Optional<Session> paid = Optional.of(session).filter(one -> one.status() == Status.ENDED);
        return new GameDocument(
                session.id(),
                opening.game(),
                session.status(),
                session.stake(),
                paid.map(one -> one.progress().payout()),
                paid.map(one -> tables.of(one).outcome(one)),
                session.progress().currency(),
                opening.ticket().seedNumber(),
                opening.ticket().nonce(),
                opening.ticket().clientSeed(),
                game.commitment(),
                game.revealed().map(ServerSeed::hex),
                opening.startedAt(),
                game.endedAt());
    }
}
