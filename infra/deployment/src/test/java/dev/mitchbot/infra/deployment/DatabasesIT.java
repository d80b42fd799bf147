package dev.mitchbot.infra.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mitchbot.infra.servers.Database;
import dev.mitchbot.infra.servers.LocalPostgres;
import dev.mitchbot.simulator.Skipping;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The script that makes the databases of a deployment, on a real PostgreSQL. */
class DatabasesIT {
    private static final List<Database> DATABASES = Stream.of("economy", "games", "moderation", "dashboard", "keycloak")
            .map(name -> new Database(name, name, name + "'s \"own\" $1 \\password"))
            .toList();

    @Test
    void eachServiceOwnsOneAndEntersNoOther() throws Exception {
        Skipping.without("psql");
        try (var postgres = LocalPostgres.start(LocalPostgres.Options.temporary())) {
            makeDatabases(postgres);
            for (Database database : DATABASES) {
                try (var connection = postgres.address().connect(database);
                        var statement = connection.createStatement()) {
                    statement.execute("create table mine (id int)");
                }
                for (Database other : DATABASES) {
                    if (other != database) {
                        var trespasser = new Database(other.name(), database.owner(), database.password());
                        assertThatThrownBy(() -> postgres.address().connect(trespasser))
                                .isInstanceOf(SQLException.class)
                                .hasMessageContaining("permission denied");
                    }
                }
            }
        }
    }

    private static void makeDatabases(LocalPostgres postgres) throws Exception {
        var environment = new HashMap<String, String>();
        environment.put("PGHOST", "127.0.0.1");
        environment.put("PGPORT", "" + postgres.port());
        environment.put("PGPASSWORD", postgres.address().superuserPassword());
        DATABASES.forEach(database ->
                environment.put(database.name().toUpperCase(Locale.ROOT) + "_DATABASE_PASSWORD", database.password()));
        var script = Repository.path("infra/deployment/postgres/databases.sh");
        var outcome = Programs.run(script.getParent(), environment, List.of(script.toString()));
        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    }
}
