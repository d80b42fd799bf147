package dev.mitchbot.chaos.stage;

import dev.mitchbot.chaos.Options;
import dev.mitchbot.infra.servers.Ports;
import dev.mitchbot.infra.stack.Service;
import dev.mitchbot.infra.stack.Settings;
import dev.mitchbot.infra.stack.Stack;
import dev.mitchbot.infra.stack.StackOptions;
import dev.mitchbot.infra.stack.visit.ControlApi;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/** A running Mitchbot that can be broken: two gateways, the economy behind a slow line to its database. */
public final class Stage implements AutoCloseable {
    public static final List<String> GATEWAYS = List.of("gateway-1", "gateway-2");

    /** What must be empty when all is over, by the service whose table it is. */
    public static final Map<String, String> OPEN_ENDS = Map.of(
            "economy", "select guild_id, game_id, player_id, amount, due_at from holds",
            "games",
                    "select guild_id, game_id, game, status, due_at from games"
                            + " where status not in ('ENDED', 'REFUSED', 'RETURNED')",
            "moderation",
                    "select guild_id, case_number, 'lift', due_at from lifts"
                            + " union all select guild_id, case_number, kind, opened_at from cases where state = 'REQUESTED'");

    /** A hand whose player was lost stands by itself before the run is over. */
    private static final Map<String, String> QUICK_GAMES =
            Map.of("MITCHBOT_GAMES_HAND_TIME", "45s", "MITCHBOT_GAMES_RELEASE_PAUSE", "10s");

    private static final Duration BEFORE = Duration.ofMillis(500);
    private static final Duration DISCORDS_PATIENCE = Duration.ofSeconds(3);
    private static final Duration DISCORD_ANSWERS_WITHIN = Duration.ofSeconds(30);
    /** It remembers all interactions of an hour, some 10 kB each. */
    private static final Service ROOMY_SIMULATOR = Service.SIMULATOR.withHeap(2048);

    private static final String SIMULATOR_INTERACTIONS = "100000";
    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(90);
    /** Not more often: a service asks the broker and the database each time, which takes from what it needs to start. */
    private static final long LOOK_EVERY_MS = 250;

    private final Stack stack;
    private final ControlApi control;
    private final DatabaseProxy proxy;
    private final Timeline timeline;
    private final Path folder;
    private final List<Recovery> recoveries = new CopyOnWriteArrayList<>();

    private Stage(Stack stack, DatabaseProxy proxy, Timeline timeline, Path folder) {
        this.stack = stack;
        this.control = new ControlApi(stack.simulatorUrl(), DISCORD_ANSWERS_WITHIN);
        this.proxy = proxy;
        this.timeline = timeline;
        this.folder = folder;
    }

    public static Stage start(Options options, Timeline timeline) {
        int postgres = Ports.free();
        int slowLine = Ports.free();
        var proxy = new DatabaseProxy(slowLine, postgres);
        var economy = new HashMap<>(options.economyEnvironment());
        economy.put("ECONOMY_DATABASE_URL", "postgresql://127.0.0.1:" + slowLine + "/economy");
        try {
            Stack stack = Stack.start(
                    new StackOptions(
                            options.home(),
                            Optional.of(options.folder()),
                            true,
                            true,
                            true,
                            Settings.ofTuning().withoutSecondCompiler().with("POSTGRES_PORT", "" + postgres),
                            List.of(
                                    Service.GATEWAY,
                                    Service.GAMES,
                                    Service.ECONOMY,
                                    Service.MODERATION,
                                    Service.DASHBOARD,
                                    ROOMY_SIMULATOR),
                            Map.of("gateway", GATEWAYS.size()),
                            Map.of(
                                    "economy",
                                    economy,
                                    "games",
                                    QUICK_GAMES,
                                    "gateway",
                                    Map.of("LOG_JSON", "true"),
                                    "simulator",
                                    Map.of("SIMULATOR_INTERACTIONS", SIMULATOR_INTERACTIONS)),
                            true),
                    timeline::note);
            var stage = new Stage(stack, proxy, timeline, options.folder());
            stage.await(
                    "the gateways know the commands",
                    KNOWN_WITHIN,
                    () -> stage.control.knowsCommands(List.of("leaderboard", "blackjack", "tempban")));
            return stage;
        } catch (RuntimeException e) {
            proxy.close();
            throw e;
        }
    }

    public Stack stack() {
        return stack;
    }

    public ControlApi control() {
        return control;
    }

    /** Where the owner's browser finds the dashboard. */
    public String dashboardUrl() {
        return stack.url("dashboard-1");
    }

    public Timeline timeline() {
        return timeline;
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    public List<Recovery> recoveries() {
        return recoveries;
    }

    public void delayDatabase(Duration eachWay) {
        proxy.delay(eachWay);
    }

    /** A service's database, past the slow line. */
    public Connection database(String service) throws SQLException {
        var database = stack.database(service);
        var properties = new Properties();
        properties.setProperty("user", database.owner());
        properties.setProperty("password", database.password());
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "120");
        return DriverManager.getConnection(stack.jdbcUrl(service), properties);
    }

    /** Whether the process does its work now. */
    public boolean works(String process) {
        return switch (process) {
            case "kafka" -> Topics.answer(stack.bootstrapServers());
            case "postgres" -> databaseAnswers();
            default -> stack.service(process).isReady();
        };
    }

    /** Whether a gateway was there for what was done at this time, as long as Discord waits for a first word. */
    public boolean couldBeAnswered(Instant at) {
        return GATEWAYS.stream()
                .anyMatch(gateway -> timeline.worked(gateway, at.minus(BEFORE), at.plus(DISCORDS_PATIENCE)));
    }

    /** Whether a gateway died, stood still or came back between these moments: then replies change hands. */
    public boolean changedAGateway(Instant from, Instant until) {
        return GATEWAYS.stream().anyMatch(gateway -> timeline.changed(gateway, from, until));
    }

    /** Whether a gateway was killed between these moments, and forgot what only it knew. */
    public boolean killedAGateway(Instant from, Instant until) {
        return recoveries.stream()
                .filter(recovery -> GATEWAYS.contains(recovery.process()))
                .map(Recovery::killed)
                .anyMatch(at -> !at.isBefore(from) && !at.isAfter(until));
    }

    public void recovered(String process, Instant killed) {
        recoveries.add(new Recovery(process, killed, Duration.between(killed, Instant.now())));
    }

    /** Whether it became so in time. */
    public boolean becomes(Duration within, BooleanSupplier so) {
        long deadline = System.nanoTime() + within.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause(Duration.ofMillis(LOOK_EVERY_MS));
        }
        return true;
    }

    public void await(String what, Duration within, BooleanSupplier so) {
        if (!becomes(within, so)) {
            throw new IllegalStateException("not within " + within.toSeconds() + " s: " + what);
        }
    }

    public static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Whether a table still has something that time or Discord has to end. */
    public boolean hasOpenEnds() {
        return OPEN_ENDS.entrySet().stream().anyMatch(open -> hasRows(open.getKey(), open.getValue()));
    }

    private boolean hasRows(String service, String query) {
        try (Connection connection = database(service);
                var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            return found.next();
        } catch (SQLException e) {
            return true;
        }
    }

    private boolean databaseAnswers() {
        try (Connection connection = database("economy");
                var statement = connection.createStatement()) {
            return statement.execute("select 1");
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        control.close();
        stack.close();
        proxy.close();
    }
}
