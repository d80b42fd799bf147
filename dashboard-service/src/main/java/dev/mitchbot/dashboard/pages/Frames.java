package dev.mitchbot.dashboard.pages;

import dev.mitchbot.dashboard.login.FormTokens;
import dev.mitchbot.dashboard.login.Visitor;
import dev.mitchbot.messaging.guilds.Guild;
import dev.mitchbot.messaging.guilds.GuildDirectory;
import dev.mitchbot.messaging.rest.Problem;
import dev.mitchbot.messaging.rest.ProblemException;
import dev.mitchbot.messaging.rest.Reads;
import dev.mitchbot.messaging.rest.RestConfig;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** Makes pages for the visitor. */
@RequestScoped
public class Frames {
    static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

    private final Visitor visitor;
    private final FormTokens tokens;
    private final GuildDirectory guilds;
    private final RestConfig config;

    Frames(Visitor visitor, FormTokens tokens, GuildDirectory guilds, RestConfig config) {
        this.visitor = visitor;
        this.tokens = tokens;
        this.guilds = guilds;
        this.config = config;
    }

    public Frame outside() {
        return new Frame(visitor.name(), tokens.of(visitor), Optional.empty(), "");
    }

    public Uni<Frame> inGuild(String guildId, String tab) {
        return Reads.within(config.patience(), guilds.find(Long.parseUnsignedLong(guildId)))
                .map(found -> found.orElseThrow(() ->
                        new ProblemException(Problem.of(403, "Not allowed", "This user may not manage that guild."))))
                .map(guild -> new Frame(visitor.name(), tokens.of(visitor), Optional.of(guild), tab));
    }

    /** The guilds that the visitor may manage. */
    Uni<List<Guild>> managed() {
        return visitor.discordId()
                .map(user -> Reads.within(config.patience(), guilds.managedBy(user)))
                .orElseGet(() -> Uni.createFrom().item(List.of()));
    }

    /** A page that is kept by nobody: it shows what only this visitor may see. */
    public static Response page(int status, TemplateInstance page) {
        return Response.status(status)
                .type(HTML)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(page.render())
                .build();
    }
}
