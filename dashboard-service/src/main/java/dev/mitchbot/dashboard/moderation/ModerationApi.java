package dev.mitchbot.dashboard.moderation;

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

/** moderation-service's REST API, as its {@code openapi.yaml} has it. */
@RegisterRestClient(configKey = "moderation")
@Path("/api/v1/guilds/{guildId}/cases")
interface ModerationApi {
    @GET
    Uni<Response> cases(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("guildId") String guildId,
            @QueryParam("user") String user,
            @QueryParam("kind") String kind,
            @QueryParam("state") String state,
            @QueryParam("cursor") String cursor);

    @GET
    @Path("{number}")
    Uni<Response> one(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("guildId") String guildId,
            @PathParam("number") long number);

    @PUT
    @Path("{number}/reason")
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<Response> change(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("guildId") String guildId,
            @PathParam("number") long number,
            @HeaderParam(HttpHeaders.IF_MATCH) String seen,
            @HeaderParam("Idempotency-Key") String key,
            String reason);
}
