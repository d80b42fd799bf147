package dev.mitchbot.infra.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mitchbot.infra.servers.JvmOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackIT {
    @TempDir
    Path folder;

    @Test
    void startsEveryProcessAndTellsEachWhereTheOthersAre() throws Exception {
        var options = StackOptions.forTests().with(Echo.ALL).with("economy", 2).with("gateway", 2);
        try (Stack stack = Stack.start(options)) {
            assertThat(stack.names())
                    .containsExactly(
                            "economy-1", "economy-2", "gateway-1", "gateway-2", "kafka", "postgres", "simulator");
            assertThat(Echo.page(stack, "economy-2"))
                    .contains("INSTANCE=economy-2\n")
                    .contains("KAFKA_BOOTSTRAP_SERVERS=" + stack.bootstrapServers() + "\n")
                    .contains("ECONOMY_DATABASE_URL=" + stack.jdbcUrl("economy").replace("jdbc:", "") + "\n")
                    .contains("ECONOMY_DATABASE_USER=economy\n");
            assertThat(Echo.page(stack, "gateway-1"))
                    .contains("DISCORD_API_URL=" + stack.simulatorUrl() + "/api/v10\n")
                    .contains("DISCORD_TOKEN=")
                    .doesNotContain("ECONOMY_DATABASE_PASSWORD");
            var economy = stack.database("economy");
            try (var connection =
                    DriverManager.getConnection(stack.jdbcUrl("economy"), economy.owner(), economy.password())) {
                assertThat(connection.isValid(1)).isTrue();
            }
            assertThat(niceness(stack, "simulator", "gateway-1", "gateway-2", "kafka"))
                    .containsOnly(niceness("self"));
            assertThat(niceness(stack, "economy-1", "economy-2", "postgres")).containsOnly(niceness("self") + 5);
        }
    }

    private static List<Integer> niceness(Stack stack, String... names) throws IOException {
        var niceness = new ArrayList<Integer>();
        for (String name : names) {
            niceness.add(niceness(Long.toString(stack.server(name).pid())));
        }
        return niceness;
    }

    /** The nineteenth field of what proc(5) says; the second is in brackets and may hold spaces. */
    private static int niceness(String pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", pid, "stat"));
        return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[16]);
    }

    /** A guild's id or a shard's number that somebody exported for a bot of their own is not meant for a test. */
    @Test
    void tellsAServiceNothingThatSomebodyHasExported() {
        try (Stack stack = Stack.start(StackOptions.forTests().with(List.of(Echo.ALONE)))) {
            String page = Echo.page(stack, "alone-1");
            assertThat(System.getenv().keySet())
                    .hasSizeGreaterThan(5)
                    .filteredOn(name -> ("\n" + page).contains("\n" + name + "="))
                    .isSubsetOf(Stream.concat(
                                    Stream.of(
                                            "PATH", "HOME", "USER", "LOGNAME", "LANG", "TZ", "TMPDIR", "PWD", "SHLVL",
                                            "_"),
                                    Settings.ofTuning().values().keySet().stream())
                            .toList());
        }
    }

    @Test
    void givesAServiceTheHeapThatItWants() {
        Service alone = Echo.alone(128, JvmOptions.WITH_SHORT_PAUSES);
        try (Stack stack = Stack.start(StackOptions.forTests().with(List.of(alone)))) {
            assertThat(Echo.page(stack, "alone-1")).contains("G1 ").contains("128 MB of heap");
        }
    }

    @Test
    void killsFreezesAndRestartsAProcessByItsName() {
        try (Stack stack =
                Stack.start(StackOptions.forTests().with(List.of(Echo.ALONE)).with("alone", 2))) {
            long before = stack.server("alone-1").pid();
            stack.server("alone-1").kill();
            assertThat(Echo.page(stack, "alone-1")).isEmpty();
            assertThat(Echo.page(stack, "alone-2")).contains("INSTANCE=alone-2");
            stack.server("alone-1").restart();
            assertThat(stack.server("alone-1").pid()).isNotEqualTo(before);
            assertThat(Echo.page(stack, "alone-1")).contains("INSTANCE=alone-1");

            stack.server("alone-1").freeze();
            assertThat(stack.service("alone-1").isReady()).isFalse();
            assertThat(stack.server("alone-1").isAlive()).isTrue();
            stack.server("alone-1").resume();
            assertThat(stack.service("alone-1").isReady()).isTrue();
        }
    }

    @Test
    void takesInGuestsThatNobodyRestartsAndThatEndWithTheStack() {
        var options = StackOptions.forTests().with(List.of(Echo.ALONE)).supervised(true);
        ServiceProcess second;
        try (Stack stack = Stack.start(options)) {
            ServiceProcess first = stack.join("alone");
            assertThat(Echo.page(stack, "alone-2")).contains("INSTANCE=alone-2");
            first.kill();
            second = stack.join("alone");
            assertThat(Echo.page(stack, "alone-3")).contains("INSTANCE=alone-3");
            assertThat(first.isAlive()).isFalse();
        }
        assertThat(second.isAlive()).isFalse();
    }

    @Test
    void findsItsDataAtTheNextStart() throws Exception {
        var options = StackOptions.forTests().with(Echo.ALL).in(folder);
        try (Stack stack = Stack.start(options)) {
            execute(stack, "create table kept (id int)");
        }
        try (Stack stack = Stack.start(options)) {
            execute(stack, "insert into kept values (1)");
        }
        try (Stack stack = Stack.start(options.fresh(true))) {
            assertThatThrownBy(() -> execute(stack, "insert into kept values (2)"))
                    .hasMessageContaining("kept");
        }
    }

    @Test
    void startsAgainWhatDiesWhenSupervised() {
        var options = StackOptions.forTests().with(List.of(Echo.ALONE)).supervised(true);
        try (Stack stack = Stack.start(options)) {
            long before = stack.server("alone-1").pid();
            stack.server("alone-1").process().signal("KILL");
            Eventually.holds(() -> stack.server("alone-1").pid() != before
                    && stack.service("alone-1").isReady());
        }
    }

    @Test
    void endsWithTheLastWordsOfAServiceThatDoesNotStart() {
        var options = StackOptions.forTests()
                .with(List.of(Echo.ALONE))
                .in(folder)
                .withEnvironment("alone", Map.of("ECHO_DIES", "yes"));
        assertThatThrownBy(() -> Stack.start(options))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("alone-1 ended with exit code 3")
                .hasMessageContaining("told to die");
    }

    @Test
    void usesTheServersThatTheSettingsName() {
        var settings = new Settings(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", "kafka.example:9092",
                "ECONOMY_DATABASE_URL", "postgresql://db.example/economy",
                "DISCORD_TOKEN", "real"));
        try (Stack stack = Stack.start(StackOptions.forTests().with(Echo.ALL).with(settings))) {
            assertThat(stack.names()).containsExactly("economy-1", "gateway-1");
            assertThat(Echo.page(stack, "economy-1"))
                    .contains("KAFKA_BOOTSTRAP_SERVERS=kafka.example:9092\n")
                    .contains("ECONOMY_DATABASE_URL=postgresql://db.example/economy\n");
            assertThat(Echo.page(stack, "gateway-1"))
                    .contains("DISCORD_TOKEN=real\n")
                    .doesNotContain("DISCORD_API_URL");
        }
    }

    @Test
    void leavesNothingBehindInTheFolderForTemporaryFiles() {
        Path temporary;
        try (Stack stack = Stack.start(StackOptions.forTests().with(List.of(Echo.ALONE)))) {
            temporary = stack.folder();
            assertThat(temporary).exists();
        }
        assertThat(Files.exists(temporary)).isFalse();
    }

    private static void execute(Stack stack, String sql) throws Exception {
        var economy = stack.database("economy");
        try (var connection =
                        DriverManager.getConnection(stack.jdbcUrl("economy"), economy.owner(), economy.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
