package dev.mitchbot.dashboard.economy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mitchbot.contracts.wire.Json;
import dev.mitchbot.dashboard.economy.Books.Line;
import dev.mitchbot.dashboard.economy.Books.Standing;
import dev.mitchbot.dashboard.economy.Books.Wallet;
import dev.mitchbot.dashboard.economy.SettingsForm.ShownGroup;
import dev.mitchbot.dashboard.login.Visitor;
import dev.mitchbot.dashboard.members.Members;
import dev.mitchbot.dashboard.members.Sought;
import dev.mitchbot.dashboard.pages.Asked;
import dev.mitchbot.dashboard.pages.Choice;
import dev.mitchbot.dashboard.pages.Frame;
import dev.mitchbot.dashboard.pages.Frames;
import dev.mitchbot.dashboard.pages.Hidden;
import dev.mitchbot.dashboard.services.Answer;
import dev.mitchbot.dashboard.services.Part;
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
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** A guild's economy: its settings and its books. */
@Path("/guilds/{guildId}")
@ForManagers
public class EconomyPages {
    private static final String SERVICE = "economy";
    private static final String BELOW =
            "Below is what counts now; where you had something else, it stands under the field.";

    private final EconomyApi economy;
    private final Members members;
    private final Frames frames;
    private final Visitor visitor;

    EconomyPages(@RestClient EconomyApi economy, Members members, Frames frames, Visitor visitor) {
        this.economy = economy;
        this.members = members;
        this.frames = frames;
        this.visitor = visitor;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance settings(
                Frame frame, List<ShownGroup> groups, Hidden hidden, String notice, String trouble);

        static native TemplateInstance wallets(
                Frame frame, Part<Wallet> wallets, Asked asked, Map<String, String> errors);

        static native TemplateInstance leaderboard(
                Frame frame, Part<Standing> standings, Asked asked, Map<String, String> errors);

        static native TemplateInstance ledger(
                Frame frame, Part<Line> lines, Asked asked, Map<String, String> errors, List<Choice> reasons);
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
        Hidden sent = Hidden.of(form);
        return Answer.ofChange(SERVICE, economy.change(visitor.bearer(), guildId, sent.version(), sent.key(), body))
                .flatMap(answer -> answer.map(given -> changed(guildId, wanted, sent, given))
                        .orElseGet(() -> form(guildId, 503, wanted, sent, Map.of(), Answer.unknown(SERVICE))));
    }

    private Uni<Response> changed(String guildId, JsonNode wanted, Hidden sent, Answer answer) {
        return switch (answer.status()) {
            case 200 -> saved(guildId);
            case 400 ->
                form(
                        guildId,
                        400,
                        wanted,
                        sent.again(),
                        answer.errors(),
                        "Nothing was saved. The marked fields are outside their limits.");
            case 409 ->
                show(
                        guildId,
                        409,
                        Optional.of(wanted),
                        "",
                        "This form was saved once already; what you sent now was not. " + BELOW);
            default ->
                show(
                        guildId,
                        412,
                        Optional.of(wanted),
                        "",
                        "Somebody else changed these settings meanwhile; yours were not saved. " + BELOW);
        };
    }

    @GET
    @Path("wallets")
    public Uni<Response> wallets(
            @PathParam("guildId") String guildId,
            @QueryParam("member") String member,
            @QueryParam("cursor") String cursor) {
        Asked asked = Asked.from(cursor).by("member", member);
        return frames.inGuild(guildId, "wallets")
                .flatMap(frame -> members.sought(guildId, asked.filter("member"))
                        .flatMap(sought -> wallets(guildId, frame, asked, sought)));
    }

    @GET
    @Path("leaderboard")
    public Uni<Response> leaderboard(@PathParam("guildId") String guildId, @QueryParam("cursor") String cursor) {
        Asked asked = Asked.from(cursor);
        return frames.inGuild(guildId, "leaderboard")
                .flatMap(frame -> Answer.of(
                                SERVICE, economy.leaderboard(visitor.bearer(), guildId, Asked.orNull(asked.cursor())))
                        .flatMap(answer -> members.in(answer.body(), guildId, "userId")
                                .map(known -> Frames.page(
                                        answer.status(),
                                        Templates.leaderboard(
                                                frame,
                                                Books.standings(answer.body(), known),
                                                asked,
                                                answer.errors())))));
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
        Asked asked = Asked.from(cursor)
                .by("member", member)
                .by("reason", reason)
                .by("from", from)
                .by("to", to);
        return frames.inGuild(guildId, "ledger")
                .flatMap(frame -> members.sought(guildId, asked.filter("member"))
                        .flatMap(sought -> ledger(guildId, frame, asked, sought)));
    }

    private Uni<Response> wallets(String guildId, Frame frame, Asked asked, Sought sought) {
        return Answer.of(
                        SERVICE,
                        economy.wallets(
                                visitor.bearer(),
                                guildId,
                                Asked.orNull(sought.parameter()),
                                Asked.orNull(asked.cursor())))
                .flatMap(answer -> members.in(answer.body(), guildId, "userId")
                        .map(known -> Frames.page(
                                answer.status(),
                                Templates.wallets(
                                        frame,
                                        Books.wallets(answer.body(), known),
                                        asked,
                                        sought.errors(answer.errors(), "member")))));
    }

    private Uni<Response> ledger(String guildId, Frame frame, Asked asked, Sought sought) {
        return Answer.of(
                        SERVICE,
                        economy.ledger(
                                visitor.bearer(),
                                guildId,
                                Asked.orNull(sought.parameter()),
                                Asked.orNull(asked.filter("reason")),
                                Books.dayBegin(asked.filter("from"), 0),
                                Books.dayBegin(asked.filter("to"), 1),
                                Asked.orNull(asked.cursor())))
                .flatMap(answer -> members.in(answer.body(), guildId, "accountId", "counterparty")
                        .map(known -> Frames.page(
                                answer.status(),
                                Templates.ledger(
                                        frame,
                                        Books.lines(answer.body(), known),
                                        asked,
                                        sought.errors(answer.errors(), "member"),
                                        Books.REASONS))));
    }

    private Uni<Response> show(String guildId, int status, Optional<JsonNode> wanted, String notice, String trouble) {
        return frames.inGuild(guildId, SERVICE)
                .flatMap(frame -> Answer.of(SERVICE, economy.settings(visitor.bearer(), guildId))
                        .map(now -> Frames.page(
                                status,
                                Templates.settings(
                                        frame,
                                        SettingsForm.filled(now.body(), Map.of(), wanted),
                                        Hidden.fresh(now.etag()),
                                        notice,
                                        trouble))));
    }

    /** The form as it was sent. */
    private Uni<Response> form(
            String guildId, int status, JsonNode sent, Hidden hidden, Map<String, String> errors, String trouble) {
        return frames.inGuild(guildId, SERVICE)
                .map(frame -> Frames.page(
                        status,
                        Templates.settings(
                                frame, SettingsForm.filled(sent, errors, Optional.empty()), hidden, "", trouble)));
    }

    private static Uni<Response> saved(String guildId) {
        return Uni.createFrom()
                .item(Response.seeOther(URI.create("/guilds/" + guildId + "/economy?saved=yes"))
                        .build());
    }
}
