package dev.mitchbot.infra.stack;

import dev.mitchbot.infra.keycloak.LocalKeycloak;
import dev.mitchbot.infra.servers.KafkaProcess;
import dev.mitchbot.infra.servers.LocalKafka;
import dev.mitchbot.infra.servers.LocalPostgres;
import dev.mitchbot.infra.servers.Server;
import java.nio.file.Path;
import java.util.Optional;

/** The servers that the services need, as a stack runs those that are not given from outside. */
record Backends(StackOptions options, Plan plan, Path folder) {
    /** What PostgreSQL has usually. */
    private static final int CONNECTIONS = 100;

    /** Of Keycloak, of who looks, and those that PostgreSQL keeps for its superuser. */
    private static final int CONNECTIONS_OF_OTHERS = 30;

    /** A service's pool, and what lays out its tables. */
    private static final int CONNECTIONS_EACH = 9;

    static final String POSTGRES = "postgres";
    static final String KAFKA = "kafka";
    static final String KEYCLOAK = "keycloak";

    Optional<Server> startPostgres() {
        if (plan.postgresPort().isEmpty()) {
            return Optional.empty();
        }
        var usual = LocalPostgres.Options.in(data(POSTGRES))
                .loggingTo(Logs.of(folder, POSTGRES))
                .onPort(plan.postgresPort().getAsInt())
                .durable(options.folder().isPresent())
                .withMaxConnections(connections())
                .withDatabases(plan.databases());
        return Optional.of(LocalPostgres.start(options.settings()
                .text(Settings.POSTGRES_BUFFERS)
                .map(usual::withSharedBuffers)
                .orElse(usual)));
    }

    Optional<Server> startKafka() {
        if (plan.kafkaPort().isEmpty()) {
            return Optional.empty();
        }
        var usual = LocalKafka.Options.in(data(KAFKA)).onPort(plan.kafkaPort().getAsInt());
        var broker = options.settings()
                .words(Settings.KAFKA_JVM_OPTIONS)
                .map(usual::withJvmOptions)
                .orElse(usual);
        return Optional.of(KafkaProcess.start(broker, Logs.of(folder, KAFKA)));
    }

    /** Needs PostgreSQL, and gets ready by itself. */
    Optional<LocalKeycloak> launchKeycloak() {
        return plan.login()
                .map(login -> LocalKeycloak.launch(login.options(
                        options.home(),
                        folder,
                        plan.databaseUrl(login.database().name()))));
    }

    private int connections() {
        long services = plan.instances().stream()
                .filter(instance -> instance.service().needs(Service.Need.POSTGRES))
                .count();
        return Math.max(CONNECTIONS, CONNECTIONS_OF_OTHERS + CONNECTIONS_EACH * Math.toIntExact(services));
    }

    private Path data(String name) {
        return folder.resolve("data").resolve(name);
    }
}
