package dev.mitchbot.simulator.interactions;

import dev.mitchbot.simulator.rest.ApiError;
import dev.mitchbot.simulator.rest.Call;
import dev.mitchbot.simulator.rest.FieldErrors;
import dev.mitchbot.simulator.rest.Reply;
import dev.mitchbot.simulator.rest.Route;
import dev.mitchbot.simulator.world.World;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;

/** The application itself: its public key, and where it takes interactions. */
public final class ApplicationRoutes {
    private static final String FIELD = "interactions_endpoint_url";
    private static final int URL_MAX = 2_048;
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final World world;
    private final Endpoint endpoint;

    public ApplicationRoutes(World world, Endpoint endpoint) {
        this.world = world;
        this.endpoint = endpoint;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/oauth2/applications/@me", call -> Reply.ok(application())),
                Route.get("/applications/@me", call -> Reply.ok(application())),
                Route.patchLater("/applications/@me", this::change));
    }

    private Future<Reply> change(Call call) {
        var body = call.object();
        if (!body.containsKey(FIELD)) {
            return Future.succeededFuture(Reply.ok(application()));
        }
        var url = wanted(body);
        if (url.isEmpty()) {
            endpoint.clear();
            return Future.succeededFuture(Reply.ok(application()));
        }
        return endpoint.verify(url)
                .map(proven -> Reply.ok(application()))
                .recover(failed -> Future.failedFuture(unverified(failed)));
    }

    private static String wanted(JsonObject body) {
        var errors = new FieldErrors();
        if (body.getValue(FIELD) == null) {
            return "";
        }
        errors.length(body, FIELD, 0, URL_MAX);
        errors.throwIfAny();
        var url = body.getString(FIELD);
        if (!url.isEmpty() && !isLoopback(url)) {
            throw FieldErrors.single(
                    "URL_TYPE_INVALID_URL",
                    "Not a URL that the simulator calls: only http://127.0.0.1, http://localhost and http://[::1].",
                    FIELD);
        }
        return url;
    }

    private static boolean isLoopback(String url) {
        try {
            var parsed = new URI(url);
            return "http".equals(parsed.getScheme())
                    && parsed.getHost() != null
                    && parsed.getUserInfo() == null
                    && parsed.getPort() <= 65_535
                    && LOOPBACK.contains(parsed.getHost());
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private static ApiError unverified(Throwable why) {
        return FieldErrors.single(
                "APPLICATION_INTERACTIONS_ENDPOINT_URL_INVALID",
                "The specified interactions endpoint url could not be verified: " + why.getMessage() + ".",
                FIELD);
    }

    private JsonObject application() {
        return new JsonObject()
                .put("id", world.bot().id())
                .put("name", world.bot().name())
                .put("icon", null)
                .put("description", "")
                .put("summary", "")
                .put("type", null)
                .put("verify_key", endpoint.publicKey())
                .put("flags", 0)
                .put("flags_new", "0")
                .put("bot_public", true)
                .put("bot_require_code_grant", false)
                .put("redirect_uris", new JsonArray())
                .put(FIELD, endpoint.url().orElse(null))
                .put("role_connections_verification_url", null)
                .put("owner", world.bot().json())
                .put("approximate_guild_count", world.guilds().size())
                .put("approximate_user_install_count", 0)
                .put("approximate_user_authorization_count", 0)
                .put("explicit_content_filter", 0)
                .put("eligible_oauth2_scopes", new JsonArray())
                .put("team", null);
    }
}
