package dev.mitchbot.bench.ledger;

import dev.mitchbot.bench.machine.MeasuredStack;
import dev.mitchbot.infra.stack.Stack;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The journals of some guilds, read through the REST API by a user of the demo who may manage them. */
final class Journals implements AutoCloseable {
    private static final int GUILDS = 8;
    private static final int LINES = 50;
    private static final String USER = "alice";
    private static final long USER_ID = 937_497_408_307_200_001L;
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ANSWERS_WITHIN)
            .build();
    private final Stack stack;
    private final String token;
    private final List<URI> first;

    /** The stack has Keycloak. */
    Journals(Stack stack, Community community) {
        this.stack = stack;
        giveAway(community);
        token = token();
        first = IntStream.range(0, GUILDS)
                .mapToObj(community::guild)
                .map(guild -> URI.create(
                        "%s/api/v1/guilds/%d/ledger?limit=%d".formatted(stack.url("economy-1"), guild, LINES)))
                .toList();
    }

    List<URI> first() {
        return first;
    }

    /** By following each page's link to the next; nothing where a journal is shorter. */
    List<URI> thousandth() {
        return first.parallelStream().flatMap(this::thousandth).toList();
    }

    private Stream<URI> thousandth(URI journal) {
        URI page = journal;
        for (int number = 1; number < Pages.DEEP; number++) {
            String next = new JsonObject(read(page)).getString("next");
            if (next == null) {
                return Stream.empty();
            }
            page = URI.create(journal + "&cursor=" + next);
        }
        return Stream.of(page);
    }

    /** Reads these pages over and over, each by a reader of its own; returns the pages a second. */
    double read(List<URI> pages, Duration time) {
        var read = new LongAdder();
        long began = System.nanoTime();
        pages.stream()
                .map(page -> Thread.ofPlatform().start(() -> {
                    while (System.nanoTime() - began < time.toNanos()) {
                        read(page);
                        read.increment();
                    }
                }))
                .toList()
                .forEach(Journals::join);
        return read.sum() / ((System.nanoTime() - began) / 1e9);
    }

    private String read(URI page) {
        return send(HttpRequest.newBuilder(page).header("Authorization", "Bearer " + token));
    }

    private String token() {
        var request = HttpRequest.newBuilder(URI.create(stack.oidcUrl() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "grant_type=password&client_id=programs&username=" + USER + "&password=" + USER));
        return new JsonObject(send(request)).getString("access_token");
    }

    private String send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.timeout(ANSWERS_WITHIN).build(), BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(response + ": " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new IllegalStateException("the API does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void join(Thread reader) {
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void giveAway(Community community) {
        try (var economy = MeasuredStack.economy(stack);
                var guilds = economy.prepareStatement(
                        "insert into guilds (guild_id, name, owner_id, member_count, managers, announced_at) "
                                + "values (?, 'Grown', ?, ?, '{}', now())")) {
            for (int guild = 0; guild < GUILDS; guild++) {
                guilds.setLong(1, community.guild(guild));
                guilds.setLong(2, USER_ID);
                guilds.setInt(3, community.members());
                guilds.addBatch();
            }
            guilds.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("the guilds could not be given away", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
