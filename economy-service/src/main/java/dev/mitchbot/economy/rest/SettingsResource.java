package dev.mitchbot.economy.rest;

import dev.mitchbot.economy.settings.ChangedSettings;
import dev.mitchbot.economy.settings.EconomySettings;
import dev.mitchbot.economy.settings.SettingsChange;
import dev.mitchbot.economy.store.Reports;
import dev.mitchbot.economy.store.SettingsStore;
import dev.mitchbot.messaging.Pipeline;
import dev.mitchbot.messaging.Pipelines;
import dev.mitchbot.messaging.rest.Change;
import dev.mitchbot.messaging.rest.ForManagers;
import dev.mitchbot.messaging.rest.Manager;
import dev.mitchbot.messaging.rest.Query;
import dev.mitchbot.messaging.rest.RestConfig;
import dev.mitchbot.messaging.rest.Versions;
import dev.mitchbot.messaging.rest.Writes;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A guild's economy settings. */
@Path("/api/v1/guilds/{guildId}/settings")
@Produces(MediaType.APPLICATION_JSON)
@ForManagers
@Tag(name = "Settings")
public class SettingsResource {
    private final Reports reports;
    private final Manager manager;
    private final RestConfig config;
    private final UriInfo address;
    private final Pipeline<Set<Long>, ChangedSettings> pipeline;

    SettingsResource(Reports reports, Manager manager, RestConfig config, UriInfo address, Pipelines pipelines) {
        this.reports = reports;
        this.manager = manager;
        this.config = config;
        this.address = address;
        this.pipeline = pipelines.of(new SettingsStore(), List.of(new ChangeSettings()), List.of());
    }

    /** The settings; their {@code ETag} is what a change of them has to name. */
    @GET
    @Operation(summary = "The settings", description = "The ETag is what a change has to name as If-Match.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SettingsDocument.class)))
    public Uni<Response> settings(@PathParam("guildId") long guildId) {
        Query.requireNone(address);
        return reports.settings(guildId)
                .map(stored -> Response.ok(stored.values())
                        .header(HttpHeaders.ETAG, Versions.etag(stored.version()))
                        .build());
    }

    /**
     * Changes all settings at once; the next command follows them.
     *
     * @param json every setting; zero is a value like any other
     */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Change the settings",
            description = "Takes every setting. A repetition with the same Idempotency-Key gets the first answer.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SettingsDocument.class)))
    @APIResponse(responseCode = "409", description = "The Idempotency-Key came before with another request")
    @APIResponse(responseCode = "412", description = "Changed by somebody else since")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Uni<Response> change(
            @PathParam("guildId") long guildId,
            @Parameter(required = true) @HeaderParam("If-Match") String seen,
            @Parameter(required = true) @HeaderParam("Idempotency-Key") String key,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = SettingsDocument.class)))
                    String json) {
        Change change = Change.of(seen, key, json);
        EconomySettings settings = SettingsBody.read(change.fields());
        var body = new SettingsChange(guildId, manager.userId(), change.seenVersion(), settings);
        return Writes.submit(pipeline, change, SettingsChange.TYPE, guildId, body, config.patience());
    }
}
