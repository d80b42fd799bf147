package dev.mitchbot.infra.servers;

/**
 * One PostgreSQL and one Kafka per JVM, shared by all its tests and started by the first that asks; they end with the
 * JVM. Class loaders may hold copies of this class, so the addresses are kept where all of them look.
 */
public final class TestServers {
    private static final String POSTGRES = "dev.mitchbot.test-servers.postgres";
    private static final String KAFKA = "dev.mitchbot.test-servers.kafka";
    private static final int CONNECTIONS = 400;

    private TestServers() {}

    public static PostgresAddress postgres() {
        synchronized (POSTGRES.intern()) {
            String known = System.getProperty(POSTGRES);
            if (known != null) {
                String[] parts = known.split(":", 3);
                return new PostgresAddress(parts[0], Integer.parseInt(parts[1]), parts[2]);
            }
            var postgres = LocalPostgres.start(LocalPostgres.Options.temporary().withMaxConnections(CONNECTIONS));
            endWithJvm(postgres);
            PostgresAddress address = postgres.address();
            System.setProperty(POSTGRES, address.host() + ":" + address.port() + ":" + address.superuserPassword());
            return address;
        }
    }

    /** A new, empty database on the shared server, with an owner of its own. */
    public static Database database(String prefix) {
        return postgres().create(Database.unique(prefix));
    }

    public static KafkaAddress kafka() {
        synchronized (KAFKA.intern()) {
            String known = System.getProperty(KAFKA);
            if (known != null) {
                return new KafkaAddress(known);
            }
            var kafka = LocalKafka.start(LocalKafka.Options.temporary());
            endWithJvm(kafka);
            System.setProperty(KAFKA, kafka.bootstrapServers());
            return kafka.address();
        }
    }

    private static void endWithJvm(AutoCloseable server) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                server.close();
            } catch (Exception e) {
                System.err.println("a test server did not stop: " + e.getMessage());
            }
        }));
    }
}
