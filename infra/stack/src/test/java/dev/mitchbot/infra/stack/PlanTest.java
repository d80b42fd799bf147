package dev.mitchbot.infra.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mitchbot.infra.servers.Database;
import dev.mitchbot.infra.servers.Ports;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanTest {
    private static final Settings LITTLE_MEMORY = new Settings(Map.of("MITCHBOT_MIN_MEMORY_MB", "1"));

    @TempDir
    Path folder;

    @Test
    void givesEachProcessItsDocumentedPort() {
        Plan plan = plan(Settings.none(), "--economy", "2", "--games", "2", "--gateway", "3");
        assertThat(plan.instances())
                .extracting(instance -> instance.name() + " " + instance.port())
                .containsExactly(
                        "gateway-1 8080",
                        "gateway-2 9080",
                        "gateway-3 10080",
                        "dashboard-1 8084",
                        "games-1 8082",
                        "games-2 9082",
                        "economy-1 8081",
                        "economy-2 9081",
                        "moderation-1 8083",
                        "simulator 8090");
        assertThat(plan.bootstrapServers()).contains("127.0.0.1:19092");
        assertThat(plan.databaseUrl("economy")).isEqualTo("postgresql://127.0.0.1:15432/economy");
        assertThat(plan.portSettings()).hasSize(14);
    }

    @Test
    void movesAPortWithItsSetting() {
        Plan plan = plan(new Settings(Map.of("ECONOMY_HTTP_PORT", "7001", "SIMULATOR_PORT", "7002")));
        assertThat(plan.instances()).extracting(Instance::port).containsExactly(8080, 8084, 8082, 7001, 8083, 7002);
    }

    @Test
    void knowsTheUsersOfTheDemoOnlyInTheDemo() {
        assertThat(realm(Map.of()))
                .containsEntry("DEMO_USERS", "true")
                .containsEntry("PROGRAMS_PASSWORD_LOGIN", "true")
                .containsEntry("DISCORD_LOGIN", "false");
        assertThat(realm(Map.of("DISCORD_TOKEN", "real", "DISCORD_CLIENT_ID", "1", "DISCORD_CLIENT_SECRET", "2")))
                .containsEntry("DEMO_USERS", "false")
                .containsEntry("PROGRAMS_PASSWORD_LOGIN", "false")
                .containsEntry("DISCORD_LOGIN", "true");
    }

    @Test
    void takesNoPasswordOfTheDemoAlongToARealDiscord() {
        assertThat(plan(Settings.none()).databases()).extracting(Database::name).contains("keycloak_demo");
        assertThat(plan(new Settings(Map.of("DISCORD_TOKEN", "real"))).databases())
                .extracting(Database::name)
                .contains("keycloak")
                .doesNotContain("keycloak_demo");
    }

    @Test
    void letsEachDashboardAskAnotherInstance() {
        var options = options(Settings.none(), "--dashboard", "3", "--economy", "2");
        assertThat(dashboards(options, "ECONOMY_URL"))
                .containsExactly("http://127.0.0.1:8081", "http://127.0.0.1:9081", "http://127.0.0.1:8081");
        assertThat(dashboards(options, "GAMES_URL")).containsOnly("http://127.0.0.1:8082");

        var elsewhere = options(new Settings(Map.of("ECONOMY_URL", "https://economy.example")), "--economy", "2");
        assertThat(dashboards(elsewhere, "ECONOMY_URL")).containsExactly("https://economy.example");
    }

    @Test
    void startsNoKeycloakBesideTheOneThatIsGiven() {
        var settings = new Settings(Map.of("OIDC_URL", "https://login.example/realms/mitchbot"));
        assertThat(plan(settings).login()).isEmpty();
        assertThat(plan(settings).databases())
                .noneMatch(database -> database.name().startsWith("keycloak"));
    }

    @Test
    void keepsAPasswordFromStartToStart() {
        assertThat(plan(Settings.none()).databases())
                .isEqualTo(plan(Settings.none()).databases());
    }

    @Test
    void namesTheSettingThatMovesATakenPort() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Plan plan = plan(new Settings(Map.of(
                    "KAFKA_PORT",
                    "" + taken.getLocalPort(),
                    "POSTGRES_PORT",
                    "" + Ports.free(),
                    "GATEWAY_HTTP_PORT",
                    "" + Ports.free())));
            assertThatThrownBy(() -> Machine.checkPorts(plan))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("Port " + taken.getLocalPort()
                            + " is taken by another program; stop it, or choose another port with KAFKA_PORT.");
        }
    }

    @Test
    void movesTheDashboardsPortNoMoreOnceLogInKnowsIt() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var settings = free(plan(Settings.none())).with("DASHBOARD_HTTP_PORT", "" + taken.getLocalPort());
            String begin = "Port " + taken.getLocalPort() + " is taken by another program; stop it";
            assertThatThrownBy(() -> Machine.checkPorts(plan(settings)))
                    .hasMessage(begin + ", or choose another port with DASHBOARD_HTTP_PORT.");
            login(settings).keepDashboardUrl();
            assertThatThrownBy(() -> Machine.checkPorts(plan(settings)))
                    .hasMessage(begin + ": since the first start log-in knows the dashboard by its port.");
        }
    }

    @Test
    void movesThePortOfADashboardBehindAProxyWhenever() {
        var settings = new Settings(Map.of("DASHBOARD_URL", "https://mitchbot.example"));
        login(settings).keepDashboardUrl();
        assertThat(plan(settings).isSettled("DASHBOARD_HTTP_PORT")).isFalse();
        assertThatCode(() -> login(settings.with("DASHBOARD_HTTP_PORT", "7003")).checkDashboardUrl())
                .doesNotThrowAnyException();
    }

    @Test
    void refusesAPortThatIsWantedTwice() {
        Plan twice = plan(new Settings(Map.of("ECONOMY_HTTP_PORT", "8082")));
        assertThatThrownBy(twice::portSettings)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Port 8082 is wanted twice")
                .hasMessageContaining("ECONOMY_HTTP_PORT")
                .hasMessageContaining("GAMES_HTTP_PORT");
    }

    @Test
    void startsNoDashboardToWhichLogInSendsNobodyBack() {
        var options = StackOptions.forTests()
                .with(List.of(Service.DASHBOARD))
                .withKeycloak()
                .in(folder);
        String first = "" + Ports.free();
        String second = "" + Ports.free();
        var settings = LITTLE_MEMORY.with("DASHBOARD_HTTP_PORT", first);
        try (Stack stack = Stack.prepare(options.with(settings), _ -> {})) {
            stack.plan().login().orElseThrow().keepDashboardUrl();
        }
        var moved = settings.with("DASHBOARD_HTTP_PORT", second);
        assertThatThrownBy(() -> Stack.prepare(options.with(moved), _ -> {}))
                .isInstanceOf(Refusal.class)
                .hasMessage("Log-in sends people back to http://127.0.0.1:" + first
                        + " since the first start, and the dashboard would be at http://127.0.0.1:" + second
                        + ": set DASHBOARD_HTTP_PORT and DASHBOARD_URL as they were, or move the dashboard"
                        + " as infra/keycloak/README.md says.");
        Stack.prepare(options.with(settings), _ -> {}).close();
        Stack.prepare(options.with(moved.with("DASHBOARD_URL", "http://127.0.0.1:" + first)), _ -> {})
                .close();
        Stack.prepare(options.with(moved.with("DISCORD_TOKEN", "real")), _ -> {})
                .close();
    }

    @Test
    void asksForMemoryInOneLine() {
        assertThatThrownBy(() -> Machine.checkMemory(new Settings(Map.of("MITCHBOT_MIN_MEMORY_MB", "999999999"))))
                .isInstanceOf(Refusal.class)
                .message()
                .startsWith("Mitchbot needs 999999999 MB of free memory")
                .doesNotContain("\n");
    }

    @Test
    void asksForThreeGigabytesUnlessToldOtherwise() {
        var nothingSaid = new Settings(Map.of());
        assertThatCode(() -> Machine.checkMemory(nothingSaid, 3_072)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Machine.checkMemory(nothingSaid, 3_071))
                .hasMessageStartingWith("Mitchbot needs 3072 MB of free memory and there are 3071 MB;");
        assertThatCode(() -> Machine.checkMemory(new Settings(Map.of("MITCHBOT_MIN_MEMORY_MB", "1000")), 1_000))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesOptionsThatItDoesNotKnow() {
        assertThatThrownBy(() -> plan(Settings.none(), "--economy", "none"))
                .hasMessage("--economy takes a number of instances, such as --economy 2.");
        assertThatThrownBy(() -> plan(Settings.none(), "--later")).hasMessageStartingWith("Unknown option --later");
        assertThatThrownBy(() -> plan(Settings.none(), "--gateway", "25")).hasMessageContaining("1 to 24");
    }

    @Test
    void forgetsNothingOfARealDiscord(@TempDir Path home) throws Exception {
        Files.writeString(home.resolve(".env"), "DISCORD_TOKEN=real\n");
        assertThatThrownBy(() -> Main.parse(home, List.of("--fresh")))
                .hasMessageStartingWith("--fresh is for the demo");
        assertThat(Main.parse(home, List.of()).fresh()).isFalse();
    }

    @Test
    void keepsTheDemoOffTheDataOfARealDiscord() throws Exception {
        var demo = StackOptions.forTests().with(List.of()).in(folder).with(LITTLE_MEMORY);
        var real = demo.with(LITTLE_MEMORY.with("DISCORD_TOKEN", "real"));
        Stack.prepare(demo, _ -> {}).close();
        Stack.prepare(demo.fresh(true), _ -> {}).close();
        Stack.prepare(real, _ -> {}).close();
        Path kept = Files.writeString(folder.resolve("data/kept"), "");
        for (boolean fresh : new boolean[] {false, true}) {
            assertThatThrownBy(() -> Stack.prepare(demo.fresh(fresh), _ -> {}))
                    .isInstanceOf(Refusal.class)
                    .message()
                    .startsWith("The data in " + folder.resolve("data")
                            + " is that of real guilds and DISCORD_TOKEN is not set:")
                    .doesNotContain("\n");
        }
        Stack.prepare(real, _ -> {}).close();
        assertThat(kept).exists();
    }

    @Test
    void letsTheDemoHaveItsDataBackWhenARealDiscordDidNotStart() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var demo =
                    StackOptions.forTests().with(List.of(Echo.ALONE)).in(folder).with(LITTLE_MEMORY);
            var real = LITTLE_MEMORY.with("DISCORD_TOKEN", "real").with("ALONE_HTTP_PORT", "" + taken.getLocalPort());
            assertThatThrownBy(() -> Stack.prepare(demo.with(real), _ -> {})).hasMessageContaining("is taken");
            assertThatCode(() -> Stack.prepare(demo, _ -> {}).close()).doesNotThrowAnyException();
        }
    }

    @Test
    void showsWhatRunsWhere() {
        Plan plan = plan(Settings.none());
        assertThat(Overview.of(plan, folder).lines())
                .hasSize(14)
                .anyMatch(line -> line.matches("keycloak +http://127.0.0.1:8180/realms/mitchbot +\\S+/keycloak.log"))
                .anyMatch(line -> line.matches("dashboard-1 +http://127.0.0.1:8084/ +\\S+/logs/dashboard-1.log"))
                .anyMatch(line -> line.matches("simulator +http://127.0.0.1:8090/ +\\S+/logs/simulator.log"))
                .anyMatch(line -> line.startsWith("economy-1      http://127.0.0.1:8081/q/health and /q/metrics"));
    }

    @Test
    void showsTheOneEntranceOfSeveralDashboards() {
        assertThat(Overview.of(plan(Settings.none(), "--dashboard", "2"), folder)
                        .lines())
                .anyMatch(line -> line.matches("dashboard-1 +http://127.0.0.1:8084/ .*"))
                .anyMatch(line -> line.matches("dashboard-2 +http://127.0.0.1:9084/q/health and /q/metrics .*"));
        var behindProxy = new Settings(Map.of("DASHBOARD_URL", "https://mitchbot.example"));
        assertThat(Overview.of(plan(behindProxy), folder).lines())
                .anyMatch(line -> line.matches("dashboard-1 +https://mitchbot.example/ .*"));
    }

    /** With another port for each process. */
    private static Settings free(Plan plan) {
        var settings = new HashMap<String, String>();
        plan.portSettings().values().forEach(setting -> settings.put(setting, "" + Ports.free()));
        return new Settings(settings);
    }

    private Map<String, String> realm(Map<String, String> settings) {
        return login(new Settings(settings)).realm();
    }

    private Login login(Settings settings) {
        return plan(settings).login().orElseThrow();
    }

    private List<String> dashboards(StackOptions options, String variable) {
        Plan plan = Plan.of(options, folder);
        var environment = new Environment(options, plan);
        return plan.instances().stream()
                .filter(instance -> instance.service().equals(Service.DASHBOARD))
                .map(instance -> environment.of(instance).get(variable))
                .toList();
    }

    private Plan plan(Settings settings, String... arguments) {
        return Plan.of(options(settings, arguments), folder);
    }

    private StackOptions options(Settings settings, String... arguments) {
        return Main.parse(folder, List.of(arguments)).with(settings);
    }
}
