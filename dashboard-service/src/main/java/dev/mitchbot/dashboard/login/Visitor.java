package dev.mitchbot.dashboard.login;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who is signed in. */
@RequestScoped
public class Visitor {
    private final SecurityIdentity identity;

    Visitor(SecurityIdentity identity) {
        this.identity = identity;
    }

    public boolean isSignedIn() {
        return !identity.isAnonymous();
    }

    public String name() {
        return claim("preferred_username").orElse("you");
    }

    /** Their Discord id; an operator may have none. */
    public Optional<Long> discordId() {
        return claim("discord_id").filter(id -> id.matches("[0-9]{1,20}")).map(Long::parseUnsignedLong);
    }

    /** Keycloak's name for the session, the same until it is left. */
    String session() {
        return claim("sid").or(() -> claim("sub")).orElse("");
    }

    String idToken() {
        return identity.getCredential(IdTokenCredential.class).getToken();
    }

    /** What a service is shown to prove who asks. */
    public String bearer() {
        return "Bearer " + identity.getCredential(AccessTokenCredential.class).getToken();
    }

    private Optional<String> claim(String name) {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? Optional.ofNullable(token.getClaim(name)).map(Object::toString)
                : Optional.empty();
    }
}
