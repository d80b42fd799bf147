package dev.mitchbot.messaging.suite;

import dev.mitchbot.infra.keycloak.LocalKeycloak;
import dev.mitchbot.infra.servers.Database;
import dev.mitchbot.infra.servers.Folders;
import dev.mitchbot.infra.servers.LocalPostgres;
import dev.mitchbot.infra.servers.Ports;
import dev.mitchbot.infra.servers.Server;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A real Keycloak with the demo's users, whose tokens the tests use. It takes long to start, so it gets ready while tests
 * run that need no tokens; those that do wait for it.
 */
public final class KeycloakServer implements QuarkusTestResourceLifecycleManager {
    static final String ADMIN_PASSWORD = "only-here";
    private static final String AWAIT = "keycloak-await";

    private LocalPostgres postgres;
    private LocalKeycloak keycloak;
    private Path folder;

    @Override
    public Map<String, String> start() {
        folder = Folders.temporary("keycloak-test");
        postgres = LocalPostgres.start(LocalPostgres.Options.temporary());
        Database database = postgres.address().create(Database.unique("keycloak"));
        keycloak = LocalKeycloak.launch(new LocalKeycloak.Options(
                Path.of("..").toAbsolutePath().normalize(),
                Ports.free(),
                Ports.free(),
                postgres.jdbcUrl(database.name()),
                database,
                ADMIN_PASSWORD,
                Map.of(
                        "DASHBOARD_URL", "http://127.0.0.1:8084",
                        "DASHBOARD_OIDC_SECRET", "only-here",
                        "DEMO_USERS", "true",
                        "PROGRAMS_PASSWORD_LOGIN", "true"),
                List.of(),
                folder.resolve("keycloak.log")));
        Servers.offer(AWAIT, keycloak::awaitReady);
        return Map.of("quarkus.oidc.auth-server-url", keycloak.realmUrl());
    }

    /** Returns when it gives tokens. */
    public static void awaitReady() {
        Servers.press(AWAIT);
    }

    @Override
    public void stop() {
        Stream.<Server>of(keycloak, postgres).filter(Objects::nonNull).forEach(Server::close);
        Folders.delete(folder);
    }
}
