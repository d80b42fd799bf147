package dev.mitchbot.dashboard.pages;

import dev.mitchbot.dashboard.login.Visitor;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/** The guilds that the visitor may manage. */
@Path("/")
public class HomePage {
    private final Frames frames;
    private final Visitor visitor;

    HomePage(Frames frames, Visitor visitor) {
        this.frames = frames;
        this.visitor = visitor;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance guilds(Frame frame, List<GuildCard> guilds, boolean inDiscord);
    }

    /** @param initial what stands for the guild */
    public record GuildCard(String id, String name, String initial, int members) {}

    @GET
    public Uni<Response> guilds() {
        Frame frame = frames.outside();
        boolean inDiscord = visitor.discordId().isPresent();
        return frames.managed()
                .map(guilds -> guilds.stream()
                        .map(guild -> new GuildCard(
                                Long.toUnsignedString(guild.id()),
                                guild.name(),
                                guild.name().substring(0, guild.name().offsetByCodePoints(0, 1)),
                                guild.memberCount()))
                        .toList())
                .map(cards -> Frames.page(200, Templates.guilds(frame, cards, inDiscord)));
    }

    @GET
    @Path("guilds/{guildId}")
    public Response guild(@PathParam("guildId") String guildId) {
        return Response.seeOther(URI.create("/guilds/" + guildId.replaceAll("[^0-9]", "") + "/economy"))
                .build();
    }
}
