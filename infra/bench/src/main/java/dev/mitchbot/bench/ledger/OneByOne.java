package dev.mitchbot.bench.ledger;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;

/** The usual way in the JVM: a Vert.x client, prepared statements, each connection with one gift at a time. */
final class OneByOne implements AutoCloseable {
    private static final String SEEN = "select payload_hash from inbox where message_id = $1";
    private static final String REMEMBER = "insert into inbox (message_id, payload_hash) values ($1, $1)";
    private static final String LOCK = """
            select account_id, balance from accounts where guild_id = $1 and account_id in ($2, $3)
            order by account_id for update""";
    private static final String MOVE = """
            update accounts set balance = balance + $3, version = version + 1
            where guild_id = $1 and account_id = $2 returning balance""";
    private static final String ENTER = """
            insert into entries (guild_id, account_id, amount, balance_after, message_id, reason, counterparty)
            values ($1, $2, -$6::bigint, $4, $7, 'GIFT', $3), ($1, $3, $6, $5, $7, 'GIFT', $2)""";
    private static final String SEND =
            "insert into outbox (topic, key, body) values ('gateway.replies.v1', $1, $2::text::json)";
    private static final String REPLY = reply();

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    private final UsualWay usual;
    private final LongAdder gifts = new LongAdder();
    private volatile boolean open = true;

    OneByOne(UsualWay usual) {
        this.usual = usual;
    }

    double giftsPerSecond(Duration warmUp, Duration time) throws InterruptedException {
        List<Future<Void>> connections = new ArrayList<>();
        for (int i = 0; i < UsualWay.CONNECTIONS; i++) {
            connections.add(PgConnection.connect(vertx, options())
                    .compose(connection -> goOn(connection).eventually(() -> connection.close())));
        }
        Thread.sleep(warmUp);
        long began = System.nanoTime();
        gifts.reset();
        Thread.sleep(time);
        double rate = gifts.sum() / ((System.nanoTime() - began) / 1e9);
        open = false;
        Future.all(connections).toCompletionStage().toCompletableFuture().join();
        return rate;
    }

    private Future<Void> goOn(PgConnection connection) {
        return open ? gift(connection).compose(done -> goOn(connection)) : Future.succeededFuture();
    }

    private Future<Void> gift(PgConnection connection) {
        RandomGenerator random = ThreadLocalRandom.current();
        long message = random.nextLong(1, Long.MAX_VALUE);
        long guild = 1 + random.nextInt(UsualWay.GUILDS);
        long giver = 1 + random.nextInt(UsualWay.MEMBERS);
        long receiver = 1 + (giver + random.nextInt(UsualWay.MEMBERS - 1)) % UsualWay.MEMBERS;
        long amount = 1 + random.nextInt(5);
        return connection
                .begin()
                .compose(transaction -> run(connection, SEEN, Tuple.of(message))
                        .compose(rows -> run(connection, REMEMBER, Tuple.of(message)))
                        .compose(rows -> run(connection, LOCK, Tuple.of(guild, giver, receiver)))
                        .compose(rows -> run(connection, MOVE, Tuple.of(guild, giver, -amount)))
                        .compose(given -> run(connection, MOVE, Tuple.of(guild, receiver, amount))
                                .compose(got -> run(
                                        connection,
                                        ENTER,
                                        Tuple.of(guild, giver, receiver, balance(given), balance(got), amount)
                                                .addLong(message))))
                        .compose(rows -> run(connection, SEND, Tuple.of(Long.toString(guild), REPLY)))
                        .compose(rows -> transaction.commit()))
                .onSuccess(done -> gifts.increment());
    }

    private static Future<RowSet<Row>> run(PgConnection connection, String sql, Tuple values) {
        return connection.preparedQuery(sql).execute(values);
    }

    private static long balance(RowSet<Row> rows) {
        return rows.iterator().next().getLong(0);
    }

    private PgConnectOptions options() {
        return new PgConnectOptions()
                .setHost(usual.postgres().host())
                .setPort(usual.postgres().port())
                .setDatabase(usual.database().name())
                .setUser(usual.database().owner())
                .setPassword(usual.database().password())
                .setCachePreparedStatements(true);
    }

    /** The same one that pgbench sends. */
    private static String reply() {
        String script = Resources.text("/usual/give.pgbench");
        return script.substring(script.indexOf("'{\"") + 1, script.indexOf("}}'") + 2);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
