package dev.mitchbot.messaging;

import io.smallrye.mutiny.CompositeException;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.pool.ReactiveConnection;

/**
 * A statement in PostgreSQL's own words, on a session's connection and in its transaction. It goes to the driver as it is:
 * Hibernate's own native queries type every parameter and every row anew, which costs more than most statements do.
 * Hibernate's entities are neither read nor written by it.
 */
public final class Sql {
    private static final Map<String, Statement> KNOWN = new ConcurrentHashMap<>();

    private final ReactiveConnection connection;
    private final Statement statement;
    private final Map<String, Object> values = new HashMap<>();

    private Sql(ReactiveConnection connection, Statement statement) {
        this.connection = connection;
        this.statement = statement;
    }

    /** @param text SQL with parameters such as {@code :guilds}; one of a small number of texts, because each is kept */
    public static Sql of(Mutiny.Session session, String text) {
        return new Sql(
                ((MutinySessionImpl) session).getReactiveConnection(), KNOWN.computeIfAbsent(text, Statement::parse));
    }

    /** @param value null, or what the driver takes: a number, a text, a boolean, or an array of one of them */
    public Sql set(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /**
     * Sends statements one after the other without waiting for what comes back in between. PostgreSQL carries them out in
     * this order, each on what those before it have done; where one of a transaction fails, it carries out no other.
     *
     * @param statements of one session; none but the last a chain, whose later links would fail before
     *     the failure of a statement after it is known
     * @return completes when everything has come back; fails with what the first of them that failed has failed with
     */
    public static Uni<Void> pipelined(Uni<?>... statements) {
        return Uni.combine()
                .all()
                .unis(List.of(statements))
                .collectFailures()
                .discardItems()
                .onFailure(CompositeException.class)
                .transform(failures -> failures.getCauses().getFirst());
    }

    /** The rows that the statement returns, each an array of its columns as the driver reads them. */
    public Uni<List<Object[]>> rows() {
        return run(connection::select).map(result -> {
            List<Object[]> rows = new ArrayList<>(result.size());
            result.forEachRemaining(rows::add);
            return rows;
        });
    }

    /** How many rows the statement has changed. */
    public Uni<Integer> update() {
        return run(connection::update);
    }

    private <T> Uni<T> run(BiFunction<String, Object[], CompletionStage<T>> way) {
        Object[] arguments = statement.arguments(values);
        return Uni.createFrom().completionStage(() -> way.apply(statement.text(), arguments));
    }

    /**
     * A text as PostgreSQL takes it.
     *
     * @param names of the parameters {@code $1}, {@code $2} and so on; one that is used twice stands here twice
     */
    private record Statement(String text, List<String> names) {
        private static final Pattern PARAMETER = Pattern.compile("(?<![:\\w]):([a-zA-Z]\\w*)");

        static Statement parse(String text) {
            List<String> names = new ArrayList<>();
            String numbered = PARAMETER.matcher(text).replaceAll(found -> {
                names.add(found.group(1));
                return "\\$" + names.size();
            });
            return new Statement(numbered, List.copyOf(names));
        }

        Object[] arguments(Map<String, Object> values) {
            Object[] arguments = new Object[names.size()];
            for (int i = 0; i < arguments.length; i++) {
                String name = names.get(i);
                if (!values.containsKey(name)) {
                    throw new IllegalArgumentException("No value for :" + name + " in " + text);
                }
                arguments[i] = values.get(name);
            }
            return arguments;
        }
    }
}
