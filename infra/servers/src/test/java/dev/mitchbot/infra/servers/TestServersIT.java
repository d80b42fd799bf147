package dev.mitchbot.infra.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestServersIT {
    @TempDir
    Path folder;

    @Test
    void givesEveryTestTheSameServersAndADatabaseOfItsOwn() throws SQLException {
        assertThat(TestServers.postgres()).isEqualTo(TestServers.postgres());
        assertThat(TestServers.kafka()).isEqualTo(TestServers.kafka());
        Database one = TestServers.database("economy");
        Database other = TestServers.database("economy");
        assertThat(one.name()).isNotEqualTo(other.name());
        try (var connection = TestServers.postgres().connect(one)) {
            assertThat(connection.getCatalog()).isEqualTo(one.name());
        }
    }

    @Test
    void leavesNothingWhenItsJvmIsKilled() throws IOException {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        var holder = ChildProcess.start(new ChildProcess.Command(
                "holder",
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temporary,
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName()),
                Map.of(),
                folder.resolve("holder.log")));
        holder.awaitLine("holding", Duration.ofSeconds(60));
        long postgres = Long.parseLong(
                holder.output().replaceAll("(?s).*holding (\\d+).*", "$1").strip());
        assertThat(folders(temporary)).hasSize(2);
        assertThat(ProcessHandle.of(postgres)).isPresent();

        holder.signal("KILL");

        Eventually.holds(
                () -> ProcessHandle.of(postgres).isEmpty() && folders(temporary).isEmpty());
    }

    private static List<Path> folders(Path temporary) {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("mitchbot-postgresql-"))
                    .filter(Files::isDirectory)
                    .filter(file -> file.getFileName().toString().startsWith("mitchbot-"))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A JVM that holds the shared servers until it is killed. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws Exception {
            PostgresAddress postgres = TestServers.postgres();
            TestServers.kafka();
            try (var connection = postgres.connectAsSuperuser("postgres");
                    var row = connection
                            .createStatement()
                            .executeQuery("select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)")) {
                row.next();
                System.out.println("holding " + row.getString(1) + "\n");
            }
            Thread.currentThread().join();
        }
    }
}
