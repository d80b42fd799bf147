package dev.mitchbot.dashboard.economy;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** economy-service's REST API, as its {@code openapi.yaml} has it. */
@RegisterRestClient(configKey = "economy")
@Path("/api/v1/guilds/{guildId}")
interface EconomyApi {
    @GET
    @Path("settings")
    Uni<Response> settings(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("guildId") String guildId);

    @PUT
    @Path("settings")
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<Response> change(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("guildId") String guildId,
            @HeaderParam(HttpHeaders.IF_MATCH) String seen,
            @HeaderParam("Idempotency-Key") String key,
            String settings);

    @GET
    @Path("wallets")
    Uni<Response> wallets(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("guildId") String guildId,
            @QueryParam("member") String member,
            @QueryParam("cursor") String cursor);

    @GET
    @Path("leaderboard")
    Uni<Response> leaderboard(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("guildId") String guildId,
            @QueryParam("cursor") String cursor);

    @GET
    @Path("ledger")
    Uni<Response> ledger(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("guildId") String guildId,
            @QueryParam("member") String member,
            @QueryParam("reason") String reason,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("cursor") String cursor);
}
