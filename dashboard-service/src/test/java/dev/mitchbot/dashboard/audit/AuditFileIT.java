package dev.mitchbot.dashboard.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.mitchbot.dashboard.suite.PagesSuite;
import dev.mitchbot.dashboard.suite.WithoutBrowser;
import dev.mitchbot.messaging.suite.Database.Held;
import dev.mitchbot.messaging.suite.KeycloakServer;
import dev.mitchbot.messaging.suite.Servers;
import io.netty.util.internal.PlatformDependent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The audit trail as a file, from the real database. */
@QuarkusTest
@QuarkusTestResource(value = Servers.class, restrictToAnnotatedClass = false)
@QuarkusTestResource(value = KeycloakServer.class, restrictToAnnotatedClass = false)
@QuarkusTestResource(value = WithoutBrowser.class, restrictToAnnotatedClass = false)
class AuditFileIT extends PagesSuite {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String HEADING = "\"at\",\"actorId\",\"actor\",\"deed\",\"subjectId\",\"subject\",\"detail\"";

    /** The lines as the table has them, put together without the service. */
    private static final String NEWEST = """
            select concat_ws(',',
                '"' || to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') || '"',
                '"' || actor_id || '"',
                '"' || coalesce((select name from members where guild_id = a.guild_id and user_id = actor_id), '') || '"',
                '"' || deed || '"',
                '"' || coalesce(subject_id::text, '') || '"',
                '"' || coalesce((select name from members where guild_id = a.guild_id and user_id = subject_id), '') || '"',
                '"' || case when detail like '=%' then '''' else '' end || replace(detail, '"', '""') || '"')
            from audit_entries a where guild_id = ? order by entry_number desc limit 10000""";

    private static final long LONG_ONES = 3_000;
    private static final int LETTERS = 8_000;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 200, 399, 10_450})
    void hasTheNewestEntriesInTheirOrder(int deeds) {
        database.execute("insert into members values (?, ?, 'Alice née Zoë', false, now())", guild, ALICE);
        done(deeds, 0);

        Response file = get("audit.csv");

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.contentType().replace(" ", "")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(file.header("Cache-Control")).isEqualTo("no-store");
        assertThat(file.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"audit-" + Long.toUnsignedString(guild) + ".csv\"");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
        String text = new String(file.asByteArray(), StandardCharsets.UTF_8);
        assertThat(text).endsWith("\r\n");
        assertThat(text.split("\r\n"))
                .startsWith(HEADING)
                .hasSize(1 + Math.min(deeds, 10_000))
                .containsExactlyElementsOf(expected());
    }

    @Test
    void endsBrokenWhereItCannotBeReadToItsEnd() throws Exception {
        done(LONG_ONES, LETTERS);
        try (InputStream file = download()) {
            assertThat(file.readNBytes(HEADING.length())).asString().isEqualTo(HEADING);
            Servers.killPostgres();
            try {
                assertThatThrownBy(() -> file.transferTo(OutputStream.nullOutputStream()))
                        .isInstanceOf(IOException.class);
            } finally {
                Servers.startPostgres();
            }
        }
        await().atMost(PATIENCE).until(() -> get("audit").statusCode() == 200);
    }

    @Test
    void isAPageThatSaysSoWhereItCannotBeBegun() throws SQLException {
        done(1, 0);
        Response file;
        try (Held _ = database.hold("begin; lock table audit_entries in access exclusive mode")) {
            file = get("audit.csv");
        }
        assertThat(file.statusCode()).isEqualTo(503);
        assertThat(file.contentType()).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(file.asString()).contains("Something does not answer. Try again in a moment.");
        assertThat(get("audit.csv").statusCode()).isEqualTo(200);
    }

    @Test
    void takesLittleMemoryHoweverManyDoNotTakeTheirsAway() throws Exception {
        done(LONG_ONES, LETTERS);
        List<InputStream> files = new ArrayList<>();
        long before = memory();
        for (int i = 0; i < 10; i++) {
            InputStream file = download();
            assertThat(file.readNBytes(HEADING.length())).asString().isEqualTo(HEADING);
            files.add(file);
        }
        long taken = memory() - before;
        long longest = 0;
        for (InputStream file : files) {
            longest = file.transferTo(OutputStream.nullOutputStream());
            file.close();
        }
        assertThat(longest).as("bytes of each").isGreaterThan(LONG_ONES * LETTERS);
        assertThat(taken).as("bytes for ten of %d", longest).isLessThan(2 * longest);
    }

    private List<String> expected() {
        List<String> lines = new ArrayList<>(List.of(HEADING));
        lines.addAll(database.texts(NEWEST, guild));
        return lines;
    }

    /** Somebody has done so much, and somebody of another guild too. */
    private void done(long deeds, int letters) {
        for (long of : List.of(guild, guild + 1)) {
            database.execute(
                    """
                    insert into audit_entries (message_id, guild_id, at, actor_id, deed, subject_id, detail)
                    select 'm-' || ? || '-' || i, ?, timestamptz '2026-11-01 00:00:00Z' + i * interval '1 second',
                        ?, 'Deed ' || i, case when i % 3 = 0 then null else ? - i % 2 end,
                        case i % 4 when 0 then '=1+' || i when 1 then 'said "no", twice' when 2 then E'two\\nlines' else '' end
                            || repeat('x', ?)
                    from generate_series(1, ?) i""",
                    Long.toUnsignedString(of), of, ALICE, ALICE, letters, of == guild ? deeds : Math.min(deeds, 10));
        }
    }

    private InputStream download() throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path("audit.csv")))
                        .header("Authorization", bearer())
                        .build(),
                BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    /** Bytes on the heap and, of what waits to be sent, beside it. */
    private static long memory() {
        System.gc();
        long beside = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed()
                + beside
                + Math.max(0, PlatformDependent.usedDirectMemory());
    }
}
