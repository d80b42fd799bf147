package dev.mitchbot.dashboard.games;

import dev.mitchbot.dashboard.login.Visitor;
import dev.mitchbot.dashboard.members.Member;
import dev.mitchbot.dashboard.members.Members;
import dev.mitchbot.dashboard.members.Sought;
import dev.mitchbot.dashboard.pages.Asked;
import dev.mitchbot.dashboard.pages.Frame;
import dev.mitchbot.dashboard.pages.Frames;
import dev.mitchbot.dashboard.services.Answer;
import dev.mitchbot.dashboard.services.Part;
import dev.mitchbot.messaging.rest.ForManagers;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** A player's games, each with what it takes to check it. */
@Path("/guilds/{guildId}/games")
@ForManagers
public class GamePages {
    private static final String SERVICE = "games";
    private static final Part<Game> NONE = new Part<>(List.of(), "");
    private static final Member NOBODY = Member.unnamed("");

    private final GamesApi games;
    private final Members members;
    private final Frames frames;
    private final Visitor visitor;

    GamePages(@RestClient GamesApi games, Members members, Frames frames, Visitor visitor) {
        this.games = games;
        this.members = members;
        this.frames = frames;
        this.visitor = visitor;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance games(
                Frame frame, Member player, Part<Game> games, Asked asked, Map<String, String> errors);
    }

    @GET
    public Uni<Response> games(
            @PathParam("guildId") String guildId,
            @QueryParam("member") String member,
            @QueryParam("cursor") String cursor) {
        Asked asked = Asked.from(cursor).by("member", member);
        return frames.inGuild(guildId, SERVICE)
                .flatMap(frame -> asked.isFiltered()
                        ? members.sought(guildId, asked.filter("member"))
                                .flatMap(sought -> sought(guildId, frame, asked, sought))
                        : nothing(200, frame, asked, Map.of()));
    }

    private Uni<Response> sought(String guildId, Frame frame, Asked asked, Sought sought) {
        return sought.id()
                .map(id -> of(guildId, id, frame, asked, sought))
                .orElseGet(() -> nothing(400, frame, asked, sought.errors()));
    }

    private Uni<Response> of(String guildId, String id, Frame frame, Asked asked, Sought sought) {
        return Answer.of(SERVICE, games.games(visitor.bearer(), guildId, id, Asked.orNull(asked.cursor())))
                .flatMap(answer -> members.of(guildId, List.of(id))
                        .map(known -> Frames.page(
                                answer.status(),
                                Templates.games(
                                        frame,
                                        known.member(id),
                                        Part.of(answer.body(), Game::of),
                                        asked,
                                        sought.errors(answer.errors(), "userId")))));
    }

    private static Uni<Response> nothing(int status, Frame frame, Asked asked, Map<String, String> errors) {
        return Uni.createFrom().item(Frames.page(status, Templates.games(frame, NOBODY, NONE, asked, errors)));
    }
}
