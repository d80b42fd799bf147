package dev.mitchbot.bench.ledger;

import dev.mitchbot.bench.machine.MeasuredStack;
import dev.mitchbot.infra.servers.Database;
import dev.mitchbot.infra.servers.PostgresAddress;
import dev.mitchbot.infra.servers.Secrets;
import dev.mitchbot.infra.stack.Stack;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The same gift the usual way, on the same PostgreSQL: a transaction for each command. It is spared what the economy
 * does besides: Kafka, JSON, the relay of the outbox, numbers without a gap.
 */
record UsualWay(PostgresAddress postgres, Database database) {
    static final int CONNECTIONS = 16;
    static final int GUILDS = 100;
    static final int MEMBERS = 1_000;

    static UsualWay prepare(Stack stack) {
        PostgresAddress postgres = MeasuredStack.postgres(stack);
        var usual = new UsualWay(postgres, postgres.create(new Database("usual", "usual", Secrets.random())));
        usual.execute(Resources.text("/usual/tables.sql"));
        return usual;
    }

    /** Every gift left its two entries, and no coin came or went. */
    void requireRight() {
        String wrong = """
                select (select sum(balance) <> %d from accounts) or (select sum(amount) <> 0 from entries)
                    or (select count(*) from entries) <> 2 * (select count(*) from outbox)""".formatted(1_000_000L * GUILDS * MEMBERS);
        try (Connection connection = postgres.connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(wrong)) {
            rows.next();
            if (rows.getBoolean(1)) {
                throw new IllegalStateException("the usual way has lost coins");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String script) {
        try (Connection connection = postgres.connect(database);
                var statement = connection.createStatement()) {
            statement.execute(script);
        } catch (SQLException e) {
            throw new IllegalStateException("the usual way's tables", e);
        }
    }
}
