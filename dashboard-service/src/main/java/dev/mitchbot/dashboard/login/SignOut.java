package dev.mitchbot.dashboard.login;

import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.OidcSession;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Ends the session here and at Keycloak. */
@Path("/")
public class SignOut {
    private final OidcSession session;
    private final OidcConfigurationMetadata keycloak;
    private final Visitor visitor;
    private final String home;

    SignOut(
            OidcSession session,
            OidcConfigurationMetadata keycloak,
            Visitor visitor,
            @ConfigProperty(name = "mitchbot.dashboard.url") String home) {
        this.session = session;
        this.keycloak = keycloak;
        this.visitor = visitor;
        this.home = home;
    }

    @POST
    @Path("sign-out")
    public Uni<Response> signOut() {
        URI goodbye = UriBuilder.fromUri(keycloak.getEndSessionUri())
                .queryParam("id_token_hint", visitor.idToken())
                .queryParam("post_logout_redirect_uri", home + "/")
                .build();
        return session.logout().map(_ -> Response.seeOther(goodbye).build());
    }

    /** Where Keycloak sends the browser back to, should nothing else have been asked for. */
    @GET
    @Path("signed-in")
    public Response signedIn() {
        return toTheGuilds();
    }

    /** Where the log-in leads whoever signed out when the session was over already. */
    @GET
    @Path("sign-out")
    public Response signedInAgain() {
        return toTheGuilds();
    }

    private static Response toTheGuilds() {
        return Response.seeOther(URI.create("/")).build();
    }
}
