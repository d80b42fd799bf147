package dev.mitchbot.messaging.rest;

import dev.mitchbot.messaging.guilds.GuildDirectory;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Checks the user's right to the guild in this service itself, by what the gateway has told of the guild. */
class ManagerCheck {
    private static final String DISCORD_ID = "discord_id";

    private final GuildDirectory guilds;
    private final Manager manager;
    private final CurrentIdentityAssociation identity;
    private final RestConfig config;

    ManagerCheck(GuildDirectory guilds, Manager manager, CurrentIdentityAssociation identity, RestConfig config) {
        this.guilds = guilds;
        this.manager = manager;
        this.identity = identity;
        this.config = config;
    }

    @ForManagers
    @ServerRequestFilter
    Uni<Response> check(ContainerRequestContext request) {
        String guildId = request.getUriInfo().getPathParameters().getFirst("guildId");
        return identity.getDeferredIdentity().flatMap(caller -> check(caller, guildId));
    }

    private Uni<Response> check(SecurityIdentity caller, String guild) {
        if (caller.isAnonymous()) {
            throw new UnauthorizedException();
        }
        long guildId = snowflake(guild);
        long userId = userId(caller);
        return Reads.within(config.patience(), guilds.find(guildId)).map(found -> {
            if (found.filter(known -> known.mayBeManagedBy(userId)).isEmpty()) {
                throw notYours();
            }
            manager.is(userId);
            return null;
        });
    }

    private static long userId(SecurityIdentity identity) {
        Object id = identity.getPrincipal() instanceof JsonWebToken token ? token.getClaim(DISCORD_ID) : null;
        if (id == null) {
            throw notYours();
        }
        return snowflake(id.toString());
    }

    private static long snowflake(String text) {
        try {
            return Long.parseUnsignedLong(text);
        } catch (NumberFormatException e) {
            throw notYours();
        }
    }

    private static ProblemException notYours() {
        return new ProblemException(Problem.of(403, "Not allowed", "This user may not manage that guild."));
    }
}
