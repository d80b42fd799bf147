package dev.mitchbot.e2e;

import static org.awaitility.Awaitility.await;

import dev.mitchbot.infra.servers.Server;
import dev.mitchbot.infra.stack.Stack;
import dev.mitchbot.infra.stack.StackOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The packaged services on a stack of their own, once members can use the commands. */
record RunningBot(Stack stack, ControlFace control) implements AutoCloseable {
    /** Shaped like a real one; its first part is the bot's id. */
    static final String TOKEN = "MTAwMDAwMDAwMDAwMDAwMDAx.simulated.only-good-for-the-simulator";

    private static final Duration KNOWN_WITHIN = Duration.ofMinutes(3);
    private static final Duration SOON = Duration.ofMillis(500);
    private static final int CROWD = 12;

    /** Tests act faster than members may, and change commands faster than services do. */
    private static final Map<String, String> UNHURRIED = Map.of(
            "DISCORD_TOKEN",
            TOKEN,
            "GATEWAY_RATE_LIMIT_BURST",
            "1000",
            "GATEWAY_RATE_LIMIT_PER_SECOND",
            "1000",
            "GATEWAY_REGISTRATION_DEBOUNCE",
            "100ms");

    /** One of each service. */
    static RunningBot alone() {
        return start(StackOptions.forTests(), 1);
    }

    /** Two of each, and two dashboards with their Keycloak, which would believe a proxy. */
    static RunningBot twice() {
        return start(
                StackOptions.forTests()
                        .withKeycloak()
                        .with("dashboard", 2)
                        .withEnvironment("dashboard", Map.of("DASHBOARD_BEHIND_PROXY", "true")),
                2);
    }

    private static RunningBot start(StackOptions options, int instances) {
        Stack stack = Stack.start(options.with("economy", instances)
                .with("games", instances)
                .with("moderation", instances)
                .with("gateway", instances)
                .withEnvironment("gateway", UNHURRIED)
                .withEnvironment("simulator", Map.of("SIMULATOR_TOKEN", TOKEN)));
        var bot = new RunningBot(stack, new ControlFace(stack.simulatorUrl()));
        try {
            await().atMost(KNOWN_WITHIN)
                    .until(() -> bot.control.knowsCommands(List.of("leaderboard", "coinflip", "tempban")));
            bot.rehearse();
            return bot;
        } catch (RuntimeException e) {
            bot.close();
            throw e;
        }
    }

    /** While another bot starts beside it, two cores leave neither the time that members have: waits until a crowd gets it. */
    private void rehearse() {
        Guild guild = control.newGuild("rehearsal", 1);
        String owner = guild.member(0);
        await().atMost(KNOWN_WITHIN)
                .until(() -> atOnce(() -> guild.balance(owner))
                        && atOnce(() -> guild.use(owner, "fairness", Map.of()))
                        && atOnce(() -> guild.view(owner, 1)));
    }

    /** Whether all of a crowd that asks together are answered with a decision, and soon. */
    private static boolean atOnce(Supplier<Seen> question) {
        return Guild.together(CROWD, question).stream()
                .allMatch(seen -> seen.isDecided() && seen.answeredAfterMs() < SOON.toMillis());
    }

    Books books() {
        return new Books(stack);
    }

    /** All instances of a service. */
    List<Server> all(String service) {
        return names(service).stream().map(stack::server).toList();
    }

    /** What the instances of a service are called. */
    List<String> names(String service) {
        return stack.names().stream()
                .filter(name -> name.startsWith(service + "-"))
                .toList();
    }

    /** Does something while all instances of a service are alive but silent. */
    void whileSilent(String service, Runnable action) {
        whileSilent(List.of(service), action);
    }

    /** The same with several services at once. */
    void whileSilent(List<String> services, Runnable action) {
        List<Server> silent =
                services.stream().flatMap(service -> all(service).stream()).toList();
        silent.forEach(Server::freeze);
        try {
            action.run();
        } finally {
            silent.forEach(Server::resume);
        }
    }

    Meters meters(String instance) {
        return new Meters(stack.url(instance));
    }

    @Override
    public void close() {
        control.close();
        stack.close();
    }
}
