package dev.mitchbot.dashboard.games;

import dev.mitchbot.dashboard.login.Visitor;
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

    private final GamesApi games;
    private final Frames frames;
    private final Visitor visitor;

    GamePages(@RestClient GamesApi games, Frames frames, Visitor visitor) {
        this.games = games;
        this.frames = frames;
        this.visitor = visitor;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance games(Frame frame, Part<Game> games, Asked asked, Map<String, String> errors);
    }

    @GET
    public Uni<Response> games(
            @PathParam("guildId") String guildId,
            @QueryParam("member") String member,
            @QueryParam("cursor") String cursor) {
        Asked asked = Asked.from(cursor).by("member", member);
        return frames.inGuild(guildId, SERVICE)
                .flatMap(frame -> asked.isFiltered()
                        ? of(guildId, frame, asked)
                        : Uni.createFrom().item(Frames.page(200, Templates.games(frame, NONE, asked, Map.of()))));
    }

    private Uni<Response> of(String guildId, Frame frame, Asked asked) {
        return Answer.of(
                        SERVICE,
                        games.games(visitor.bearer(), guildId, asked.filter("member"), Asked.orNull(asked.cursor())))
                .map(answer -> Frames.page(
                        answer.status(),
                        Templates.games(frame, Part.of(answer.body(), Game::of), asked, answer.errors())));
    }
}
