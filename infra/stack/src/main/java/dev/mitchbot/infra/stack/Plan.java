package dev.mitchbot.infra.stack;

import dev.mitchbot.infra.servers.Database;
import dev.mitchbot.infra.servers.Ports;
import dev.mitchbot.infra.servers.Secrets;
import dev.mitchbot.infra.stack.Service.Need;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Which processes will run on which ports; empty ports stand for servers that are given from outside. */
record Plan(
        List<Instance> instances,
        OptionalInt postgresPort,
        OptionalInt kafkaPort,
        List<Database> databases,
        Optional<Login> login) {
    private static final int PORTS_APART = 1_000;
    private static final int MAX_INSTANCES = 24;
    private static final int POSTGRES_PORT = 15_432;
    private static final int KAFKA_PORT = 19_092;

    static Plan of(StackOptions options, Path folder) {
        Settings settings = options.settings();
        var instances = new ArrayList<Instance>();
        for (Service service : options.services()) {
            if (isStarted(service, options)) {
                instances.addAll(instancesOf(service, options));
            }
        }
        boolean ownKafka = !settings.has("KAFKA_BOOTSTRAP_SERVERS")
                && instances.stream().anyMatch(instance -> instance.service().needs(Need.KAFKA));
        Optional<Login> login = options.keycloak() && !settings.has("OIDC_URL")
                ? Optional.of(Login.of(options, dashboardUrl(instances), folder))
                : Optional.empty();
        List<Database> databases = databases(options, folder);
        login.ifPresent(planned -> databases.add(planned.database()));
        return new Plan(
                List.copyOf(instances),
                databases.isEmpty()
                        ? OptionalInt.empty()
                        : OptionalInt.of(port(options, "POSTGRES_PORT", POSTGRES_PORT)),
                ownKafka ? OptionalInt.of(port(options, "KAFKA_PORT", KAFKA_PORT)) : OptionalInt.empty(),
                List.copyOf(databases),
                login);
    }

    /** Each port of the plan with the setting that moves it; refused where two want the same one. */
    Map<Integer, String> portSettings() {
        var settings = new LinkedHashMap<Integer, String>();
        postgresPort.ifPresent(port -> put(settings, port, "POSTGRES_PORT"));
        kafkaPort.ifPresent(port -> put(settings, port, "KAFKA_PORT"));
        login.ifPresent(planned -> {
            put(settings, planned.port(), "KEYCLOAK_PORT");
            put(settings, planned.managementPort(), "KEYCLOAK_MANAGEMENT_PORT");
        });
        instances.forEach(
                instance -> put(settings, instance.port(), instance.service().portSetting()));
        return settings;
    }

    private static void put(Map<Integer, String> settings, int port, String setting) {
        String other = settings.putIfAbsent(port, setting);
        if (other != null) {
            throw new Refusal("Port %d is wanted twice, by %s and by %s; further instances take ports 1000 apart."
                    .formatted(port, other, setting));
        }
    }

    /** Whether this setting can no longer move its port: the realm sends people back to the dashboard's. */
    boolean isSettled(String portSetting) {
        return portSetting.equals(Service.DASHBOARD.portSetting())
                && login.flatMap(Login::knownDashboardUrl)
                        .filter(dashboardUrl(instances)::equals)
                        .isPresent();
    }

    /** Where people enter the dashboard, however many there are. */
    String entrance() {
        return login.map(Login::dashboardUrl).orElseGet(() -> dashboardUrl(instances));
    }

    Optional<String> bootstrapServers() {
        return kafkaPort.isPresent() ? Optional.of("127.0.0.1:" + kafkaPort.getAsInt()) : Optional.empty();
    }

    Optional<Database> database(String name) {
        return databases.stream()
                .filter(database -> database.name().equals(name))
                .findFirst();
    }

    /** In the form that reactive clients take; with jdbc: before it, it is a JDBC URL. */
    String databaseUrl(String name) {
        return "postgresql://127.0.0.1:" + postgresPort.orElseThrow() + "/" + name;
    }

    Optional<String> simulatorUrl() {
        return instances.stream()
                .filter(instance -> instance.service().isSimulator())
                .map(Instance::url)
                .findFirst();
    }

    private static List<Instance> instancesOf(Service service, StackOptions options) {
        int count = options.instances().getOrDefault(service.name(), 1);
        if (count < 1 || count > MAX_INSTANCES || service.single() && count > 1) {
            throw new Refusal(count + " instances of " + service.name() + " cannot be; 1 to "
                    + (service.single() ? 1 : MAX_INSTANCES) + " can.");
        }
        var instances = new ArrayList<Instance>();
        for (int number = 1; number <= count; number++) {
            int first = port(options, service.portSetting(), service.port());
            instances.add(
                    new Instance(service, number, options.freePorts() ? first : first + (number - 1) * PORTS_APART));
        }
        return instances;
    }

    private static boolean isStarted(Service service, StackOptions options) {
        Settings settings = options.settings();
        return !(service.isSimulator() && settings.has(RealDiscord.TOKEN))
                && !(service.needs(Need.PAGES) && !options.keycloak() && !settings.has("OIDC_URL"));
    }

    private static String dashboardUrl(List<Instance> instances) {
        return instances.stream()
                .filter(instance -> instance.service().needs(Need.PAGES))
                .map(Instance::url)
                .findFirst()
                .orElse("http://127.0.0.1:" + Service.DASHBOARD.port());
    }

    static int port(StackOptions options, String setting, int usual) {
        boolean anyFree = options.freePorts() && !options.settings().has(setting);
        return anyFree ? Ports.free() : options.settings().port(setting, usual);
    }

    /** The databases that are not given by URL, with passwords that stay the same from start to start. */
    private static List<Database> databases(StackOptions options, Path folder) {
        return new ArrayList<>(options.services().stream()
                .filter(service -> service.needs(Need.POSTGRES) && isStarted(service, options))
                .filter(service -> !options.settings().has(service.databaseSetting("URL")))
                .map(service -> new Database(
                        service.name(),
                        service.name(),
                        Secrets.keptIn(folder.resolve("data").resolve(service.name() + "-database-password"))))
                .toList());
    }
}
