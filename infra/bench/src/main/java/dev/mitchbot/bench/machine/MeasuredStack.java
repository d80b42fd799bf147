package dev.mitchbot.bench.machine;

import com.sun.management.OperatingSystemMXBean;
import dev.mitchbot.bench.Options;
import dev.mitchbot.infra.servers.LocalPostgres;
import dev.mitchbot.infra.servers.PostgresAddress;
import dev.mitchbot.infra.stack.Service;
import dev.mitchbot.infra.stack.Settings;
import dev.mitchbot.infra.stack.Stack;
import dev.mitchbot.infra.stack.StackOptions;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stack under measurement: as {@code ./mitchbot up} starts it, on empty data, durable, on free ports. */
public final class MeasuredStack {
    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

    private static final long MEGABYTE = 1L << 20;

    private MeasuredStack() {}

    public static Stack start(Options options, List<Service> services) {
        return start(options, services, Map.of());
    }

    public static Stack start(Options options, List<Service> services, Map<String, Map<String, String>> environment) {
        return Stack.start(of(options, services, environment, false));
    }

    /** With Keycloak, on empty data, and as much memory for PostgreSQL as its manual wants for a large database. */
    public static Stack startForGrowth(Options options, List<Service> services) {
        StackOptions usual = of(options, services, Map.of(), true);
        return Stack.start(usual.with(usual.settings().withUsualPostgresBuffers(aQuarterOfTheMemory())));
    }

    private static String aQuarterOfTheMemory() {
        var machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return machine.getTotalMemorySize() / 4 / MEGABYTE + "MB";
    }

    /** All there is, on empty data. */
    public static Stack startAll(Options options) {
        return Stack.start(of(options, Service.ALL, Map.of(), true));
    }

    private static StackOptions of(
            Options options, List<Service> services, Map<String, Map<String, String>> environment, boolean keycloak) {
        return new StackOptions(
                options.home(),
                Optional.of(options.folder()),
                true,
                true,
                false,
                Settings.ofTuning(),
                services,
                Map.of(),
                environment,
                keycloak);
    }

    public static PostgresAddress postgres(Stack stack) {
        return ((LocalPostgres) stack.server("postgres")).address();
    }

    /** A connection to the economy's database, with the economy's own role. */
    public static Connection economy(Stack stack) throws SQLException {
        var database = stack.database("economy");
        return DriverManager.getConnection(stack.jdbcUrl("economy"), database.owner(), database.password());
    }

    /** PostgreSQL's own word on its settings, all of which must be on. */
    public static String requireDurable(Stack stack) {
        var settings = new ArrayList<String>();
        for (String setting : DURABLE) {
            String value = single(stack, "show " + setting);
            if (!value.equals("on")) {
                throw new IllegalStateException("PostgreSQL runs with " + setting + " = " + value);
            }
            settings.add(setting + "=" + value);
        }
        return String.join(" ", settings);
    }

    /**
     * Makes PostgreSQL a server that has run for a while: from now on it writes its log into files that it has, where a new
     * server fills each with zeros first and waits for the disk.
     */
    public static void settle(Stack stack) {
        try (Connection connection = postgres(stack).connectAsSuperuser("postgres");
                var statement = connection.createStatement()) {
            statement.execute("checkpoint");
        } catch (SQLException e) {
            throw new IllegalStateException("checkpoint", e);
        }
    }

    /** The first column of the first row of a query on the economy's database. */
    public static String single(Stack stack, String query) {
        try (Connection connection = economy(stack);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }
}
