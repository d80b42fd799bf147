package dev.mitchbot.dashboard.games;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** games-service's REST API, as its {@code openapi.yaml} has it. */
@RegisterRestClient(configKey = "games")
@Path("/api/v1/guilds/{guildId}/players/{userId}/games")
interface GamesApi {
    @GET
    Uni<Response> games(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("guildId") String guildId,
            @PathParam("userId") String userId,
            @QueryParam("cursor") String cursor);
}
