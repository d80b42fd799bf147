package dev.mitchbot.infra.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresIT {
    private static final Database ECONOMY = new Database("economy", "economy", "s'ecret");

    @TempDir
    Path folder;

    @Test
    void keepsItsRowsThroughStopAndStart() throws SQLException {
        var options = LocalPostgres.Options.in(folder).withDatabases(List.of(ECONOMY));
        try (var postgres = LocalPostgres.start(options)) {
            write(postgres);
        }
        try (var postgres = LocalPostgres.start(options)) {
            assertThat(rows(postgres)).isEqualTo(1);
        }
    }

    @Test
    void keepsItsRowsThroughKillNine() throws SQLException {
        try (var postgres =
                LocalPostgres.start(LocalPostgres.Options.temporary().withDatabases(List.of(ECONOMY)))) {
            write(postgres);
            long before = postgres.pid();
            try (Connection open = postgres.address().connect(ECONOMY)) {
                postgres.kill();
                assertThat(ProcessHandle.of(before)).isEmpty();
                assertThat(open.isClosed()).isFalse();
            }
            postgres.restart();
            assertThat(postgres.pid()).isNotEqualTo(before);
            assertThat(rows(postgres)).isEqualTo(1);
        }
    }

    @Test
    void answersAgainWhenItIsResumed() throws SQLException {
        try (var postgres =
                LocalPostgres.start(LocalPostgres.Options.temporary().withDatabases(List.of(ECONOMY)))) {
            write(postgres);
            postgres.freeze();
            String impatient = postgres.jdbcUrl("economy") + "?loginTimeout=1";
            assertThatThrownBy(() -> DriverManager.getConnection(impatient, "economy", "s'ecret"))
                    .isInstanceOf(SQLException.class);
            postgres.resume();
            assertThat(rows(postgres)).isEqualTo(1);
        }
    }

    @Test
    @Timeout(30) // as a child that stays frozen would be waited for
    void comesBackWhenItWasKilledWhileItWasFrozen() throws SQLException {
        try (var postgres =
                LocalPostgres.start(LocalPostgres.Options.temporary().withDatabases(List.of(ECONOMY)))) {
            write(postgres);
            postgres.freeze();
            postgres.kill();
            postgres.restart();
            assertThat(rows(postgres)).isEqualTo(1);
        }
    }

    @Test
    void asksEveryoneForTheirPassword() {
        try (var postgres =
                LocalPostgres.start(LocalPostgres.Options.temporary().withDatabases(List.of(ECONOMY)))) {
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl("economy"), "economy", "wrong"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl("postgres"), "postgres", "postgres"))
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void keepsOwnersOutOfOtherDatabases() {
        var games = new Database("games", "games", "other");
        try (var postgres =
                LocalPostgres.start(LocalPostgres.Options.temporary().withDatabases(List.of(ECONOMY, games)))) {
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl("economy"), "games", "other"))
                    .hasMessageContaining("permission denied for database");
        }
    }

    @Test
    void namesThePortThatIsTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var options = LocalPostgres.Options.in(folder).onPort(taken.getLocalPort());
            assertThatThrownBy(() -> LocalPostgres.start(options))
                    .isInstanceOf(PortTaken.class)
                    .hasMessage("Port " + taken.getLocalPort() + " for PostgreSQL is taken.");
        }
    }

    private static void write(LocalPostgres postgres) throws SQLException {
        try (Connection connection = postgres.address().connect(ECONOMY);
                var statement = connection.createStatement()) {
            statement.execute("create table rows (id int)");
            statement.execute("insert into rows values (1)");
        }
    }

    private static int rows(LocalPostgres postgres) throws SQLException {
        try (Connection connection = postgres.address().connect(ECONOMY);
                var statement = connection.createStatement();
                var result = statement.executeQuery("select count(*) from rows")) {
            result.next();
            return result.getInt(1);
        }
    }
}
