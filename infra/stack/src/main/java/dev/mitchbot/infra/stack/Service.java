package dev.mitchbot.infra.stack;

import dev.mitchbot.infra.servers.JvmOptions;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One service as the stack needs to know it. The first instance listens on the port, further ones on ports that are
 * 1000 apart; a single service has no number in its name.
 *
 * @param jvmOptions what its JVM gets besides what all get, and may take back of that
 */
public record Service(
        String name,
        boolean single,
        Program program,
        int port,
        int heapMegabytes,
        List<String> jvmOptions,
        Set<Need> needs,
        String readyPath) {
    /** What has to be there before the service starts. */
    public enum Need {
        POSTGRES,
        KAFKA,
        DISCORD,
        /** Told where tokens come from; it does not wait for Keycloak, since it needs it only for REST. */
        LOGIN,
        /** Shows pages to people: logs them in through Keycloak, without which it is not started, and calls the services. */
        PAGES
    }

    private static final String QUARKUS_READY = "/q/health/ready";

    public static final Service SIMULATOR = new Service(
            "simulator",
            true,
            new Program.MainClass("dev.mitchbot.simulator.Main"),
            8090,
            384,
            JvmOptions.WITH_SHORT_PAUSES,
            Set.of(),
            "/sim/v1/state");
    public static final Service ECONOMY = new Service(
            "economy",
            false,
            new Program.QuarkusApp("economy-service"),
            8081,
            384,
            Set.of(Need.POSTGRES, Need.KAFKA, Need.LOGIN),
            QUARKUS_READY);
    public static final Service GAMES = new Service(
            "games",
            false,
            new Program.QuarkusApp("games-service"),
            8082,
            256,
            Set.of(Need.POSTGRES, Need.KAFKA, Need.LOGIN),
            QUARKUS_READY);
    public static final Service MODERATION = new Service(
            "moderation",
            false,
            new Program.QuarkusApp("moderation-service"),
            8083,
            192,
            Set.of(Need.POSTGRES, Need.KAFKA, Need.LOGIN),
            QUARKUS_READY);
    public static final Service GATEWAY = new Service(
            "gateway",
            false,
            new Program.QuarkusApp("gateway-bot"),
            8080,
            256,
            Set.of(Need.KAFKA, Need.DISCORD),
            QUARKUS_READY);

    public static final Service DASHBOARD = new Service(
            "dashboard",
            false,
            new Program.QuarkusApp("dashboard-service"),
            8084,
            160,
            Set.of(Need.POSTGRES, Need.KAFKA, Need.LOGIN, Need.PAGES),
            QUARKUS_READY);

    /** All that a stack starts. */
    public static final List<Service> ALL = List.of(GATEWAY, DASHBOARD, GAMES, ECONOMY, MODERATION, SIMULATOR);

    public Service {
        jvmOptions = List.copyOf(jvmOptions);
        needs = Set.copyOf(needs);
    }

    /** One whose JVM gets what all get. */
    Service(String name, boolean single, Program program, int port, int heapMegabytes, Set<Need> needs, String path) {
        this(name, single, program, port, heapMegabytes, List.of(), needs, path);
    }

    public Service withHeap(int megabytes) {
        return new Service(name, single, program, port, megabytes, jvmOptions, needs, readyPath);
    }

    boolean isSimulator() {
        return name.equals(SIMULATOR.name());
    }

    /** Discord waits three seconds; everything else can wait for a processor. */
    boolean answersDiscord() {
        return isSimulator() || name.equals(GATEWAY.name());
    }

    boolean needs(Need need) {
        return needs.contains(need);
    }

    String portSetting() {
        return single ? prefix() + "_PORT" : prefix() + "_HTTP_PORT";
    }

    String databaseSetting(String part) {
        return prefix() + "_DATABASE_" + part;
    }

    String urlSetting() {
        return prefix() + "_URL";
    }

    private String prefix() {
        return name.toUpperCase(Locale.ROOT);
    }
}
