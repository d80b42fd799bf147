package dev.mitchbot.infra.keycloak;

import dev.mitchbot.infra.servers.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;

/**
 * The statements that lay out an empty database for Keycloak, as Keycloak itself has written them down. They take less than
 * a second; Keycloak would need ten, as its migration tool works through two hundred changes one by one.
 */
record Schema(Path file) {
    private static final String CONNECTION = "--spi-connections-jpa--quarkus--";

    /** The migration tool's own table, which is not among the statements; it says which changes a database has. */
    private static final String CHANGES = """
            create table if not exists databasechangelog (
                id varchar(255) not null, author varchar(255) not null, filename varchar(255) not null,
                dateexecuted timestamp not null, orderexecuted integer not null, exectype varchar(10) not null,
                md5sum varchar(35), description varchar(255), comments varchar(255), tag varchar(255),
                liquibase varchar(20), contexts varchar(255), labels varchar(255), deployment_id varchar(10))
            """;

    /** Arguments for a Keycloak that writes the file instead of starting. */
    static Stream<String> writtenInto(Path file) {
        return Stream.of("initialize-empty=false", "migration-strategy=manual", "migration-export=" + file)
                .map(CONNECTION::concat);
    }

    boolean isWritten() {
        return Files.exists(file);
    }

    /** Lays the database out in one transaction; one that has any of Keycloak's changes is left to Keycloak. */
    void layOut(String databaseUrl, Database database) {
        try (Connection connection = DriverManager.getConnection(databaseUrl, database.owner(), database.password());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(CHANGES);
            if (!hasRows(statement)) {
                statement.execute(Files.readString(file));
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("database " + database.name() + " could not be laid out for Keycloak", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasRows(Statement statement) throws SQLException {
        try (var rows = statement.executeQuery("select 1 from databasechangelog limit 1")) {
            return rows.next();
        }
    }
}
