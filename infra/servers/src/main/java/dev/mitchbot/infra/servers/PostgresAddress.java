package dev.mitchbot.infra.servers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** Where a PostgreSQL listens, and how its superuser enters. */
public record PostgresAddress(String host, int port, String superuserPassword) {
    static final String SUPERUSER = "postgres";

    public String jdbcUrl(String database) {
        return "jdbc:" + reactiveUrl(database);
    }

    public String reactiveUrl(String database) {
        return "postgresql://" + host + ":" + port + "/" + database;
    }

    public Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database.name()), database.owner(), database.password());
    }

    public Connection connectAsSuperuser(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), SUPERUSER, superuserPassword);
    }

    /** Creates the database and its owner where missing, and sets the owner's password; nobody else may connect. */
    public Database create(Database database) {
        try (Connection connection = connectAsSuperuser("postgres");
                Statement statement = connection.createStatement()) {
            String owner = database.owner();
            if (isMissing(connection, "select 1 from pg_roles where rolname = ?", owner)) {
                statement.execute("create role " + owner);
            }
            statement.execute("alter role " + owner + " login password '"
                    + database.password().replace("'", "''") + "'");
            if (isMissing(connection, "select 1 from pg_database where datname = ?", database.name())) {
                statement.execute("create database " + database.name() + " owner " + owner);
            }
            statement.execute("revoke connect on database " + database.name() + " from public");
            return database;
        } catch (SQLException e) {
            throw new IllegalStateException("database " + database.name() + " could not be created", e);
        }
    }

    private static boolean isMissing(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return !statement.executeQuery().next();
        }
    }
}
