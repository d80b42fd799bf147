package dev.mitchbot.moderation.rest;

import dev.mitchbot.contracts.moderation.ModerationEvent.CaseKind;
import dev.mitchbot.messaging.Pipeline;
import dev.mitchbot.messaging.Pipelines;
import dev.mitchbot.messaging.rest.Change;
import dev.mitchbot.messaging.rest.Cursor;
import dev.mitchbot.messaging.rest.ForManagers;
import dev.mitchbot.messaging.rest.Manager;
import dev.mitchbot.messaging.rest.Page;
import dev.mitchbot.messaging.rest.ProblemException;
import dev.mitchbot.messaging.rest.Query;
import dev.mitchbot.messaging.rest.RestConfig;
import dev.mitchbot.messaging.rest.Versions;
import dev.mitchbot.messaging.rest.Writes;
import dev.mitchbot.moderation.cases.CaseState;
import dev.mitchbot.moderation.guild.Moderation;
import dev.mitchbot.moderation.guild.ModerationKeys;
import dev.mitchbot.moderation.store.CaseFiles;
import dev.mitchbot.moderation.store.ModerationStore;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A guild's case log: who did what to whom, and what became of it. */
@Path("/api/v1/guilds/{guildId}")
@Produces(MediaType.APPLICATION_JSON)
@ForManagers
@Tag(name = "Cases")
public class CasesResource {
    private final CaseFiles files;
    private final Manager manager;
    private final RestConfig config;
    private final UriInfo address;
    private final Pipeline<ModerationKeys, Moderation> pipeline;

    CasesResource(CaseFiles files, Manager manager, RestConfig config, UriInfo address, Pipelines pipelines) {
        this.files = files;
        this.manager = manager;
        this.config = config;
        this.address = address;
        this.pipeline = pipelines.of(new ModerationStore(), List.of(new ChangeReason()), List.of());
    }

    /** All cases, or those that a filter leaves. */
    @GET
    @Path("cases")
    @Operation(summary = "Cases, newest first")
    public Uni<Page<CaseDocument>> cases(
            @PathParam("guildId") long guildId,
            @QueryParam("user") String user,
            @QueryParam("kind") String kind,
            @QueryParam("state") String state,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        var query = Query.of(address);
        var filter = new CaseFiles.Filter(
                query.snowflake("user", user),
                query.oneOf("kind", kind, CaseKind.class),
                query.oneOf("state", state, CaseState.class));
        return page(guildId, filter, query, limit, cursor);
    }

    /** What a user was warned about. */
    @GET
    @Path("warnings")
    @Operation(summary = "A user's warnings, newest first")
    public Uni<Page<CaseDocument>> warnings(
            @PathParam("guildId") long guildId,
            @Parameter(required = true) @QueryParam("user") String user,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        var query = Query.of(address);
        var filter = new CaseFiles.Filter(
                Optional.of(query.requiredSnowflake("user", user)), Optional.of(CaseKind.WARN), Optional.empty());
        return page(guildId, filter, query, limit, cursor);
    }

    /** One case; its {@code ETag} is what a change of it has to name. */
    @GET
    @Path("cases/{number}")
    @Operation(summary = "A case", description = "The ETag is what a change has to name as If-Match.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CaseDocument.class)))
    @APIResponse(responseCode = "404", description = "The guild has no such case")
    public Uni<Response> one(@PathParam("guildId") long guildId, @PathParam("number") long number) {
        Query.requireNone(address);
        return files.find(guildId, number)
                .map(found -> found.map(one -> Response.ok(CaseDocument.of(one))
                                .header(HttpHeaders.ETAG, Versions.etag(one.version()))
                                .build())
                        .orElseThrow(() -> new ProblemException(ChangeReason.unknown(number))));
    }

    /** Gives a case another reason. Discord's audit log and the member's letter keep the first one. */
    @PUT
    @Path("cases/{number}/reason")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Change a case's reason",
            description = "A repetition with the same Idempotency-Key gets the first answer.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CaseDocument.class)))
    @APIResponse(responseCode = "404", description = "The guild has no such case")
    @APIResponse(responseCode = "409", description = "The Idempotency-Key came before with another request")
    @APIResponse(responseCode = "412", description = "Changed by somebody else since")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Uni<Response> change(
            @PathParam("guildId") long guildId,
            @PathParam("number") long number,
            @Parameter(required = true) @HeaderParam("If-Match") String seen,
            @Parameter(required = true) @HeaderParam("Idempotency-Key") String key,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ReasonBody.class)))
                    String json) {
        Change change = Change.of(seen, key, json);
        String reason = ReasonBody.read(change.fields()).reason();
        var body = new ReasonChange(guildId, manager.userId(), number, change.seenVersion(), reason);
        return Writes.submit(pipeline, change, ReasonChange.TYPE, guildId, body, config.patience());
    }

    private Uni<Page<CaseDocument>> page(
            long guildId, CaseFiles.Filter filter, Query query, String limit, String cursor) {
        int most = query.limit(limit);
        Optional<Cursor> after = query.cursor(cursor, 1);
        query.requireValid();
        return files.find(guildId, filter, after, most + 1)
                .map(found -> Page.of(found, most, one -> new Cursor(one.number())))
                .map(page -> page.map(CaseDocument::of));
    }
}
