package dev.mitchbot.dashboard.economy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mitchbot.contracts.wire.Json;
import dev.mitchbot.dashboard.economy.Books.Line;
import dev.mitchbot.dashboard.economy.Books.Part;
import dev.mitchbot.dashboard.economy.Books.Reason;
import dev.mitchbot.dashboard.economy.Books.Wallet;
import dev.mitchbot.dashboard.economy.SettingsForm.ShownGroup;
import dev.mitchbot.dashboard.login.Visitor;
import dev.mitchbot.dashboard.pages.Asked;
import dev.mitchbot.dashboard.pages.Frame;
import dev.mitchbot.dashboard.pages.Frames;
import dev.mitchbot.messaging.rest.ForManagers;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** A guild's economy: its settings and its books. */
@Path("/guilds/{guildId}")
@ForManagers
public class EconomyPages {
    private static final String SERVICE = "economy";
    private static final String UNSEEN = "none";

    private final EconomyApi economy;
    private final Frames frames;
    private final Visitor visitor;

    EconomyPages(@RestClient EconomyApi economy, Frames frames, Visitor visitor) {
        this.economy = economy;
        this.frames = frames;
        this.visitor = visitor;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance settings(
                Frame frame, List<ShownGroup> groups, String version, String key, String notice, String trouble);

        static native TemplateInstance wallets(
                Frame frame, Part<Wallet> wallets, Asked asked, Map<String, String> errors);

        static native TemplateInstance leaderboard(Frame frame, Part<Wallet> wallets, Asked asked);

        static native TemplateInstance ledger(
                Frame frame, Part<Line> lines, Asked asked, Map<String, String> errors, List<Reason> reasons);
    }

    @GET
    @Path("economy")
    public Uni<Response> settings(@PathParam("guildId") String guildId, @QueryParam("saved") String saved) {
        return show(
                guildId, 200, Optional.empty(), saved == null ? "" : "Saved. It counts from the next command on.", "");
    }

    @POST
    @Path("economy")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> change(@PathParam("guildId") String guildId, MultivaluedMap<String, String> form) {
        JsonNode wanted = SettingsForm.read(form);
        String body = new String(Json.write(wanted), StandardCharsets.UTF_8);
        String version = Optional.ofNullable(form.getFirst("version")).orElse(UNSEEN);
        String key = Optional.ofNullable(form.getFirst("key")).orElseGet(EconomyPages::newKey);
        return Answer.of(SERVICE, economy.change(visitor.bearer(), guildId, version, key, body))
                .flatMap(answer -> switch (answer.status()) {
                    case 200 -> saved(guildId);
                    case 400 -> invalid(guildId, wanted, version, answer.errors());
                    case 409 ->
                        show(
                                guildId,
                                409,
                                Optional.of(wanted),
                                "",
                                "This form was sent before. Below is what counts now.");
                    default ->
                        show(
                                guildId,
                                412,
                                Optional.of(wanted),
                                "",
                                "Somebody else changed these settings meanwhile; yours were not saved. Below is what counts now.");
                });
    }

    @GET
    @Path("wallets")
    public Uni<Response> wallets(
            @PathParam("guildId") String guildId,
            @QueryParam("member") String member,
            @QueryParam("cursor") String cursor) {
        var asked = new Asked(member, "", "", "", cursor);
        return page(guildId, "wallets")
                .flatMap(frame -> Answer.of(
                                SERVICE,
                                economy.wallets(
                                        visitor.bearer(),
                                        guildId,
                                        Asked.orNull(asked.member()),
                                        Asked.orNull(asked.cursor())))
                        .map(answer -> Frames.page(
                                answer.status(),
                                Templates.wallets(frame, Books.wallets(answer.body()), asked, answer.errors()))));
    }

    @GET
    @Path("leaderboard")
    public Uni<Response> leaderboard(@PathParam("guildId") String guildId, @QueryParam("cursor") String cursor) {
        var asked = new Asked("", "", "", "", cursor);
        return page(guildId, "leaderboard")
                .flatMap(frame -> Answer.of(
                                SERVICE, economy.leaderboard(visitor.bearer(), guildId, Asked.orNull(asked.cursor())))
                        .map(answer -> Frames.page(
                                answer.status(), Templates.leaderboard(frame, Books.wallets(answer.body()), asked))));
    }

    @GET
    @Path("ledger")
    public Uni<Response> ledger(
            @PathParam("guildId") String guildId,
            @QueryParam("member") String member,
            @QueryParam("reason") String reason,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("cursor") String cursor) {
        var asked = new Asked(member, reason, from, to, cursor);
        return page(guildId, "ledger")
                .flatMap(frame -> Answer.of(
                                SERVICE,
                                economy.ledger(
                                        visitor.bearer(),
                                        guildId,
                                        Asked.orNull(asked.member()),
                                        Asked.orNull(asked.reason()),
                                        Books.dayBegin(asked.from(), 0),
                                        Books.dayBegin(asked.to(), 1),
                                        Asked.orNull(asked.cursor())))
                        .map(answer -> Frames.page(
                                answer.status(),
                                Templates.ledger(
                                        frame, Books.lines(answer.body()), asked, answer.errors(), Books.REASONS))));
    }

    private Uni<Response> show(String guildId, int status, Optional<JsonNode> wanted, String notice, String trouble) {
        return page(guildId, SERVICE)
                .flatMap(frame -> Answer.of(SERVICE, economy.settings(visitor.bearer(), guildId))
                        .map(now -> Frames.page(
                                status,
                                Templates.settings(
                                        frame,
                                        SettingsForm.filled(now.body(), Map.of(), wanted),
                                        now.etag(),
                                        newKey(),
                                        notice,
                                        trouble))));
    }

    private Uni<Response> invalid(String guildId, JsonNode wanted, String version, Map<String, String> errors) {
        return page(guildId, SERVICE)
                .map(frame -> Frames.page(
                        400,
                        Templates.settings(
                                frame,
                                SettingsForm.filled(wanted, errors, Optional.empty()),
                                version,
                                newKey(),
                                "",
                                "Nothing was saved. The marked fields are outside their limits.")));
    }

    private Uni<Frame> page(String guildId, String tab) {
        return frames.inGuild(Long.parseUnsignedLong(guildId), tab);
    }

    private static Uni<Response> saved(String guildId) {
        return Uni.createFrom()
                .item(Response.seeOther(URI.create("/guilds/" + guildId + "/economy?saved=yes"))
                        .build());
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }
}
