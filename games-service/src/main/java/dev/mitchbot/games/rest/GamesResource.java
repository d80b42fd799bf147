package dev.mitchbot.games.rest;

import dev.mitchbot.games.guild.Tables;
import dev.mitchbot.games.store.PastGames;
import dev.mitchbot.games.store.PastGames.PastGame;
import dev.mitchbot.messaging.rest.Cursor;
import dev.mitchbot.messaging.rest.ForManagers;
import dev.mitchbot.messaging.rest.Page;
import dev.mitchbot.messaging.rest.Query;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a player has played in a guild. */
@Path("/api/v1/guilds/{guildId}/players/{userId}/games")
@Produces(MediaType.APPLICATION_JSON)
@ForManagers
@Tag(name = "Games")
public class GamesResource {
    private final PastGames games;
    private final Tables tables;
    private final UriInfo address;

    GamesResource(PastGames games, Tables tables, UriInfo address) {
        this.games = games;
        this.tables = tables;
        this.address = address;
    }

    /** Every game of the player, those in play too, with what it takes to check it. */
    @GET
    @Operation(
            summary = "A player's games, newest first",
            description = "Payout and outcome are there when the game has ended, the server seed once it is revealed.")
    public Uni<Page<GameDocument>> games(
            @PathParam("guildId") long guildId,
            @PathParam("userId") String userId,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        var query = Query.of(address);
        long player = query.snowflakeInPath("userId", userId);
        int most = query.limit(limit);
        Optional<Cursor> after = query.cursor(cursor, 2);
        query.requireValid();
        return games.of(guildId, player, after, most + 1)
                .map(found -> Page.of(found, most, PastGame::place))
                .map(page -> page.map(game -> GameDocument.of(game, tables)));
    }
}
