package dev.mitchbot.infra.keycloak;

import dev.mitchbot.infra.servers.ChildProcess;
import dev.mitchbot.infra.servers.Database;
import dev.mitchbot.infra.servers.Server;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A real Keycloak from its distribution, with Mitchbot's realm, keeping its data in a PostgreSQL database. */
public final class LocalKeycloak implements Server {
    private static final Duration READY_WITHIN = Duration.ofSeconds(180);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(2);
    private static final String REALM = "/realms/mitchbot";
    /** Not the realm itself: to show its RSA key Keycloak would make one. */
    private static final String DESCRIPTION = "/.well-known/openid-configuration";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /**
     * How to run it.
     *
     * @param home the repository's root, where the build unpacks Keycloak; it is prepared at its first start
     * @param databaseUrl of a PostgreSQL database that its owner may fill, as JDBC has it
     * @param managementPort for {@code /health} and {@code /metrics}
     * @param realm what the realm's placeholders stand for: {@code DASHBOARD_URL}, {@code DASHBOARD_OIDC_SECRET}, perhaps
     *     {@code PROGRAMS_PASSWORD_LOGIN}
     * @param jvmOptions further options of Keycloak's JVM
     */
    public record Options(
            Path home,
            int port,
            int managementPort,
            String databaseUrl,
            Database database,
            String adminPassword,
            Map<String, String> realm,
            List<String> jvmOptions,
            Path log) {
        public Options {
            realm = Map.copyOf(realm);
            jvmOptions = List.copyOf(jvmOptions);
        }
    }

    private final Options options;
    private final Distribution distribution;
    private volatile ChildProcess process;

    private LocalKeycloak(Options options) {
        this.options = options;
        this.distribution = Distribution.in(options.home());
    }

    /** Starts it and waits until its realm can be used: a quarter of a minute on an empty database, else a few seconds. */
    public static LocalKeycloak start(Options options) {
        LocalKeycloak keycloak = launch(options);
        try {
            keycloak.awaitReady();
            return keycloak;
        } catch (RuntimeException e) {
            keycloak.close();
            throw e;
        }
    }

    /** Starts it, prepared if need be, and leaves it to get ready by itself. */
    public static LocalKeycloak launch(Options options) {
        var keycloak = new LocalKeycloak(options);
        keycloak.distribution.prepare(
                new Distribution.Start(keycloak.jvmOptions(), keycloak.arguments(), keycloak.environment()));
        keycloak.distribution.schema().layOut(options.databaseUrl(), options.database());
        keycloak.run();
        return keycloak;
    }

    /** Where it is, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + options.port();
    }

    /** The issuer of its tokens. */
    public String realmUrl() {
        return url() + REALM;
    }

    @Override
    public ChildProcess process() {
        return process;
    }

    @Override
    public void restart() {
        if (isAlive()) {
            stop();
        }
        run();
        awaitReady();
    }

    @Override
    public void close() {
        if (process != null) {
            process.stop();
        }
    }

    public boolean isReady() {
        try {
            var request =
                    HttpRequest.newBuilder(URI.create(realmUrl() + DESCRIPTION)).timeout(ANSWERS_WITHIN);
            return HTTP.send(request.build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for Keycloak", e);
        }
    }

    /** Waits until the realm can be used; fails at once when Keycloak ends instead. */
    public void awaitReady() {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!isReady()) {
            if (!isAlive()) {
                throw new IllegalStateException("Keycloak ended: " + process.tail());
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Keycloak did not get ready: " + process.tail());
            }
            process.endsWithin(Duration.ofMillis(200));
        }
    }

    private void run() {
        var command = distribution.command(jvmOptions(), arguments());
        process = ChildProcess.start(
                new ChildProcess.Command("keycloak", command, environment(), options.log()).nicely());
    }

    private List<String> jvmOptions() {
        return Stream.concat(Stream.of("-Xms64m", "-Xmx320m"), options.jvmOptions().stream())
                .toList();
    }

    private List<String> arguments() {
        return List.of(
                "start",
                "--optimized",
                "--import-realm",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + options.port(),
                "--http-management-port=" + options.managementPort(),
                "--hostname=" + url(),
                "--db-url=" + options.databaseUrl(),
                "--db-username=" + options.database().owner(),
                "--db-pool-max-size=10");
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(options.realm());
        environment.put("KC_DB_PASSWORD", options.database().password());
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", options.adminPassword());
        return environment;
    }
}
