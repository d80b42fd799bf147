package dev.mitchbot.moderation.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.contracts.moderation.ModerationEvent.CaseKind;
import dev.mitchbot.messaging.Lanes;
import dev.mitchbot.messaging.rest.Cursor;
import dev.mitchbot.messaging.suite.Database;
import dev.mitchbot.messaging.suite.Records;
import dev.mitchbot.messaging.suite.Servers;
import dev.mitchbot.moderation.cases.Case;
import dev.mitchbot.moderation.cases.CaseState;
import dev.mitchbot.moderation.store.CaseFiles.Filter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is read of a long case log: the same as a look at every case would find, without that look. */
@QuarkusTest
@QuarkusTestResource(value = Servers.class, restrictToAnnotatedClass = false)
class CaseFilesIT {
    private static final int CASES = 50_000;
    private static final int COMPARED = 250;
    private static final int MOST = 100;
    private static final long OFTEN = 4_001;
    private static final long SELDOM = 4_400;

    private static final Filter EVERYTHING = new Filter(Optional.empty(), Optional.empty(), Optional.empty());

    private final long guild = Records.newId();
    private final Database database = new Database();

    @Inject
    CaseFiles files;

    @Inject
    Vertx vertx;

    /** Half of them warnings, half of the others time-outs, the others bans, of which few are temporary; nobody is unbanned. */
    @BeforeEach
    void fillTheLog() {
        database.execute(
                "insert into cases (guild_id, case_number, kind, state, target_id, moderator_id, reason, opened_at,"
                        + " closed_at) select ?, n, case when n % 2 = 0 then 'WARN' when n % 4 = 1 then 'TIMEOUT'"
                        + " when n % 1000 = 3 then 'TEMPBAN' else 'BAN' end,"
                        + " case when n % 2 = 1 and n % 50 = 9 then 'FAILED' when n % 5000 = 11 then 'UNANSWERED'"
                        + " else 'DONE' end, case when n % 3 = 0 then 4001 else 4000 + n % 900 end, 1, 'reason', now(),"
                        + " now() from generate_series(1, ?) n",
                guild, CASES);
        database.execute("analyze cases");
    }

    @Test
    void findTheCasesThatALookAtEveryCaseWouldFind() {
        List<Case> all = find(EVERYTHING, CASES);
        assertThat(all).hasSize(CASES);
        forEveryFilter(filter -> assertThat(find(filter, COMPARED))
                .as(filter.toString())
                .isEqualTo(all.stream()
                        .filter(one -> fits(filter, one))
                        .limit(COMPARED)
                        .toList()));
    }

    @Test
    void lookAtLittleMoreThanTheyFind() {
        forEveryFilter(filter -> {
            var plan = database.plan(
                    CaseFiles.page(filter),
                    Map.of(
                            "guild",
                            guild,
                            "before",
                            Long.MAX_VALUE,
                            "user",
                            filter.user().orElse(0L),
                            "most",
                            MOST));
            assertThat(plan.lines())
                    .as(filter + "\n" + String.join("\n", plan.lines()))
                    .noneMatch(line -> line.contains("->  Sort")
                            || line.contains("Bitmap")
                            || line.contains("pkey") && !filter.equals(EVERYTHING));
            if (filter.user().isEmpty() || filter.state().isEmpty()) {
                assertThat(plan.inVain()).as(filter.toString()).isZero();
                assertThat(plan.pages()).as(filter.toString()).isLessThan(400);
            }
        });
    }

    private void forEveryFilter(Consumer<Filter> check) {
        for (Long user : Arrays.asList(null, OFTEN, SELDOM, 7L)) {
            for (CaseKind kind : withNone(CaseKind.values())) {
                for (CaseState state : withNone(CaseState.values())) {
                    check.accept(new Filter(
                            Optional.ofNullable(user), Optional.ofNullable(kind), Optional.ofNullable(state)));
                }
            }
        }
    }

    private static <E> List<E> withNone(E[] values) {
        List<E> all = new ArrayList<>(List.of(values));
        all.add(null);
        return all;
    }

    private List<Case> find(Filter filter, int count) {
        List<Case> found = new ArrayList<>();
        List<Case> page;
        do {
            page = find(filter, found.stream().reduce((one, last) -> last).map(last -> new Cursor(last.number())));
            found.addAll(page);
        } while (page.size() == MOST && found.size() < count);
        return found.stream().limit(count).toList();
    }

    private List<Case> find(Filter filter, Optional<Cursor> after) {
        return new Lanes(vertx, 1)
                .run(0, () -> files.find(guild, filter, after, MOST))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private static boolean fits(Filter filter, Case one) {
        return filter.user().filter(user -> user != one.targetId()).isEmpty()
                && filter.kind().filter(kind -> kind != one.kind()).isEmpty()
                && filter.state().filter(state -> state != one.state()).isEmpty();
    }
}
