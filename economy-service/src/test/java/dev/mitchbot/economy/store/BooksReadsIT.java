package dev.mitchbot.economy.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.economy.ledger.Reason;
import dev.mitchbot.economy.messaging.EconomyDatabase;
import dev.mitchbot.economy.store.Journal.Filter;
import dev.mitchbot.economy.store.Journal.Found;
import dev.mitchbot.economy.store.Journal.Line;
import dev.mitchbot.messaging.Lanes;
import dev.mitchbot.messaging.rest.Cursor;
import dev.mitchbot.messaging.suite.Records;
import dev.mitchbot.messaging.suite.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What managers read of long books: the same as a look at every line would find, without that look. */
@QuarkusTest
@QuarkusTestResource(value = Servers.class, restrictToAnnotatedClass = false)
class BooksReadsIT {
    private static final int LINES = 70_000;
    private static final int COMPARED = 250;
    private static final int MOST = 100;
    private static final long HOUSE = 2;
    private static final long WALLET = 5_001;
    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

    private final long guild = Records.newId();

    @Inject
    Journal journal;

    @Inject
    EconomyDatabase database;

    @Inject
    Vertx vertx;

    /**
     * A line a second, as transactions that waited for the books write them: with times that are up to 20 s off their order.
     * Every tenth line is a gift; the only shifts are at the bottom, below more than a page looks at.
     */
    @BeforeEach
    void fillTheBooks() {
        database.execute(
                "insert into entries (guild_id, entry_number, transaction_number, account_id, amount, balance_after,"
                        + " message_id, reason, at) select ?, n, n - (1 - n % 2),"
                        + " case n % 2 when 1 then 2 else 5000 + n / 2 % 300 end, 1, 1, 'test/' || n,"
                        + " case when n % 10007 = 0 then 'ADMIN_SET' when n < 2000 and n % 100 < 2 then 'WORK'"
                        + " when n % 20 < 2 then 'GIFT' else 'STAKE_PLAYED' end,"
                        + " cast(? as timestamptz) + (n - n * 8 % 21) * interval '1 second' from generate_series(1, ?) n",
                guild, BEGINNING.toString(), LINES);
        database.execute("insert into books (guild_id, last_entry) values (?, ?)", guild, LINES);
        database.execute("insert into accounts select ?, 5000 + n, 10, 1 from generate_series(1, 20000) n", guild);
        database.execute("vacuum analyze entries");
        database.execute("analyze accounts");
    }

    @AfterEach
    void emptyTheBooks() {
        database.forget(guild);
    }

    @Test
    void findTheLinesThatALookAtEveryLineWouldFind() {
        List<Line> all = all();
        assertThat(all).hasSize(LINES);
        forEveryFilter(filter -> assertThat(numbers(filter))
                .as(filter.toString())
                .isEqualTo(all.stream()
                        .filter(line -> fits(filter, line))
                        .map(Line::number)
                        .limit(COMPARED)
                        .toList()));
    }

    @Test
    void lookAtNoMoreLinesThanTheyMay() {
        forEveryFilter(filter -> {
            var walk = LineWalk.of(filter);
            var plan = database.plan(walk.lines(), parameters(filter));
            assertThat(plan.lines())
                    .as(filter + "\n" + String.join("\n", plan.lines()))
                    .noneMatch(
                            line -> line.contains("-> Sort") || line.contains("->  Sort") || line.contains("Bitmap"));
            boolean hasAnIndex =
                    LineWalk.RARE.containsAll(filter.reason().stream().toList());
            assertThat(plan.inVain())
                    .as(filter.toString())
                    .isLessThanOrEqualTo(hasAnIndex ? 300 : LineWalk.LOOKED_AT_MAX);
            if (hasAnIndex) {
                assertThat(plan.pages()).as(filter.toString()).isLessThan(400);
            }
        });
    }

    @Test
    void walkAlongAnIndexOfWhatIsRare() {
        for (Reason reason : LineWalk.RARE) {
            var filter = filter(null, reason, null, null);
            assertThat(database.plan(LineWalk.of(filter).lines(), parameters(filter))
                            .lines())
                    .anyMatch(line -> line.contains("entries_of_rare_reasons"));
        }
    }

    @Test
    void findATimeByHalvingTheNumbers() {
        var plan = database.plan(Journal.BOUNDS, parameters(filter(null, null, at(60_000), at(60_100))));

        assertThat(plan.pages()).as(plan.lines().toString()).isLessThan(300);
    }

    @Test
    void findAWalletByItsKey() {
        var plan = database.plan(Reports.WALLET, Map.of("guild", guild, "member", WALLET, "after", 0));

        assertThat(plan.lines().toString()).contains("accounts_pkey");
        assertThat(plan.inVain()).isZero();
        assertThat(plan.pages()).isLessThan(10);
    }

    private void forEveryFilter(Consumer<Filter> check) {
        for (Long member : Arrays.asList(null, HOUSE, WALLET)) {
            for (Reason reason : Arrays.asList(
                    null, Reason.ADMIN_SET, Reason.STAKE_EXPIRED, Reason.GIFT, Reason.WORK, Reason.OPENING)) {
                for (Instant from : Arrays.asList(null, at(60_000), at(LINES + 100))) {
                    for (Instant to : Arrays.asList(null, at(1_000), at(60_100))) {
                        check.accept(filter(member, reason, from, to));
                    }
                }
            }
        }
    }

    private List<Long> numbers(Filter filter) {
        List<Long> numbers = new ArrayList<>();
        Optional<Cursor> after = Optional.empty();
        do {
            Found found = find(filter, after, MOST);
            found.lines().forEach(line -> numbers.add(line.number()));
            after = found.lines().size() < MOST
                    ? found.stopped()
                    : Optional.of(new Cursor(found.lines().getLast().number()));
        } while (after.isPresent() && numbers.size() < COMPARED);
        return numbers.stream().limit(COMPARED).toList();
    }

    private List<Line> all() {
        return find(filter(null, null, null, null), Optional.empty(), LINES).lines();
    }

    private Found find(Filter filter, Optional<Cursor> after, int most) {
        return new Lanes(vertx, 1)
                .run(0, () -> journal.find(guild, filter, after, most))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private Map<String, Object> parameters(Filter filter) {
        return Map.of(
                "guild", guild,
                "first",
                        filter.from()
                                .map(from -> firstSince(from.minusSeconds(60)))
                                .orElse(1L),
                "before", filter.to().map(to -> firstSince(to.plusSeconds(60))).orElse(LINES + 1L),
                "member", filter.member().orElse(0L),
                "reason", filter.reason().map(Reason::name).orElse(""),
                "from", filter.from().orElse(BEGINNING),
                "to", filter.to().orElse(BEGINNING),
                "most", MOST);
    }

    private long firstSince(Instant moment) {
        return database.number("select first_entry_since(?, cast(? as timestamptz))", guild, moment.toString());
    }

    private static boolean fits(Filter filter, Line line) {
        return filter.member().filter(member -> member != line.accountId()).isEmpty()
                && filter.reason()
                        .filter(reason -> !reason.name().equals(line.reason()))
                        .isEmpty()
                && filter.from().filter(line.at()::isBefore).isEmpty()
                && filter.to().filter(to -> !line.at().isBefore(to)).isEmpty();
    }

    private static Filter filter(Long member, Reason reason, Instant from, Instant to) {
        return new Filter(
                Optional.ofNullable(member),
                Optional.ofNullable(reason),
                Optional.ofNullable(from),
                Optional.ofNullable(to));
    }

    private static Instant at(int seconds) {
        return BEGINNING.plusSeconds(seconds);
    }
}
