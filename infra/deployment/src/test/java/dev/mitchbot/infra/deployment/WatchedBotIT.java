package dev.mitchbot.infra.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mitchbot.infra.servers.Ports;
import dev.mitchbot.infra.stack.Settings;
import dev.mitchbot.infra.stack.Stack;
import dev.mitchbot.infra.stack.StackOptions;
import dev.mitchbot.simulator.Skipping;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A running bot as the real Prometheus sees it: everything that the alerts and the dashboard ask for is there. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WatchedBotIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String NO_KEYCLOAK = "http://127.0.0.1:1/realms/mitchbot";

    @TempDir
    private static Path folder;

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static Stack stack;
    private static RunningPrometheus prometheus;

    @BeforeAll
    static void letThingsHappen() throws Exception {
        Skipping.without("prometheus");
        stack = Stack.start(StackOptions.forTests()
                .with(Settings.ofTuning().withoutSecondCompiler().with("OIDC_URL", NO_KEYCLOAK))
                .withEnvironment(
                        "dashboard",
                        Map.of("OIDC_URL", NO_KEYCLOAK, "DASHBOARD_OIDC_SECRET", "of-nobody-of-nobody-of-nobody")));
        prometheus = RunningPrometheus.watching(stack, folder);
        await().atMost(PATIENCE)
                .until(() -> simulator("/state", "")
                        .at("/commands")
                        .findValuesAsText("name")
                        .contains("daily"));
        JsonNode guild = simulator("/guilds", "{\"name\": \"Watched\", \"members\": 3}");
        use(guild, "daily");
        await().atMost(PATIENCE)
                .until(() -> !prometheus.query("mitchbot_gateway_replies_total").isEmpty());
        stack.server("economy-1").freeze();
        use(guild, "balance");
        await().atMost(PATIENCE)
                .until(() ->
                        !prometheus.query("mitchbot_gateway_deferred_total").isEmpty());
        stack.server("economy-1").resume();
        putWhatIsNoMessage("economy.commands.v1", "gateway.replies.v1");
        await().atMost(PATIENCE)
                .until(() ->
                        !prometheus.query("mitchbot_gateway_dead_letters_total").isEmpty());
    }

    @AfterAll
    static void stop() {
        HTTP.close();
        if (prometheus != null) {
            prometheus.close();
        }
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    void everyTargetIsUp() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(prometheus.targets())
                        .hasSize(5)
                        .allSatisfy(target -> assertThat(target.path("health").asText())
                                .as(target.toString())
                                .isEqualTo("up")));
    }

    @Test
    void everythingThatAlertsAndPanelsLookAtIsThere() {
        var selectors = Stream.concat(Repository.ruleExpressions().stream(), Repository.dashboardExpressions().stream())
                .flatMap(expression -> Expressions.selectors(expression).stream())
                .distinct()
                .toList();
        assertThat(selectors).hasSizeGreaterThan(20);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(selectors)
                        .filteredOn(selector -> prometheus.query(selector).isEmpty())
                        .isEmpty());
    }

    @Test
    void everyPanelHasData() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Repository.dashboardExpressions())
                        .filteredOn(expression -> prometheus.query(expression).isEmpty())
                        .isEmpty());
    }

    @Test
    void aDeadLetterRaisesItsAlert() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(prometheus.alerts("DeadLetters")).containsExactly("economy firing");
            assertThat(prometheus.alerts("GatewayDeadLetters")).containsExactly("gateway.replies.v1 firing");
        });
        assertThat(prometheus.alerts("LedgerFaults")).isEmpty();
        assertThat(prometheus.rules())
                .hasSameSizeAs(Repository.ruleExpressions())
                .allSatisfy(rule -> assertThat(rule.path("health").asText())
                        .as(rule.toString())
                        .isEqualTo("ok"));
    }

    @Test
    void theContainersHealthChecksTellReadyFromDead() throws Exception {
        int port = URI.create(stack.url("moderation-1")).getPort();
        assertThat(healthCheck(port)).isZero();
        assertThat(healthCheck(Ports.free())).isNotZero();
    }

    /** Here, because this bot has no Keycloak. */
    @Test
    void theDashboardSaysPlainlyThatTheLogInIsAway() throws Exception {
        var page = HTTP.send(
                HttpRequest.newBuilder(URI.create(stack.url("dashboard-1")))
                        .header("Accept", "text/html")
                        .build(),
                BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.body()).contains("The log-in does not answer. Try again in a moment.", "Try again</a>");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void aKilledServiceRaisesItsAlert() {
        stack.server("games-1").kill();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(prometheus.alerts("InstanceAway"))
                        .singleElement()
                        .asString()
                        .matches("games (pending|firing)"));
    }

    /** The one that docker-compose.yml has for every service, at another port. */
    private static int healthCheck(int port) throws IOException, InterruptedException {
        List<String> command = Repository.merged("docker-compose.yml")
                .at("/services/moderation-service/healthcheck/test")
                .valueStream()
                .skip(1)
                .map(word -> word.asText().replace("/8080", "/" + port))
                .toList();
        return Programs.run(folder, Map.of(), command).exitCode();
    }

    private static void putWhatIsNoMessage(String... topics) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", stack.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            for (String topic : topics) {
                producer.send(new ProducerRecord<>(topic, "1", "no message"));
            }
        }
    }

    private static void use(JsonNode guild, String command) throws IOException, InterruptedException {
        String member = guild.path("members")
                .valueStream()
                .filter(candidate -> !candidate.path("bot").asBoolean())
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        simulator(
                "/guilds/" + guild.path("id").asText() + "/channels/"
                        + guild.at("/channels/0/id").asText() + "/commands",
                "{\"userId\": \"" + member + "\", \"command\": \"" + command + "\", \"options\": {}}");
    }

    private static JsonNode simulator(String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(stack.simulatorUrl() + "/sim/v1" + path));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        }
        var response = HTTP.send(request.build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isLessThan(300);
        return Repository.json(response.body());
    }
}
