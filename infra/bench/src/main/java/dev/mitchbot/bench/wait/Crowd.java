package dev.mitchbot.bench.wait;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Virtual members of several guilds, all acting at once. */
final class Crowd implements AutoCloseable {
    private static final int MEMBERS_PER_GUILD = 50;
    private static final int MOST = 500;
    private static final int COINS = 100_000;
    private static final Duration COMMANDS_WITHIN = Duration.ofMinutes(3);

    private record Person(String channel, String id) {}

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Context loop = vertx.getOrCreateContext();
    private final RandomGenerator random = new Random(20_261_124);
    private final ControlFace control;
    private final List<Person> people = new ArrayList<>();

    Crowd(String simulatorUrl) {
        control = new ControlFace(vertx, simulatorUrl, MOST + 1);
    }

    /** Waits until the bot has registered its commands, and founds the guilds. */
    void gather() throws InterruptedException {
        long deadline = System.nanoTime() + COMMANDS_WITHIN.toNanos();
        while (!isThere("eco") || !isThere("blackjack")) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the bot has registered no commands");
            }
            Thread.sleep(100);
        }
        for (int number = 0; number < MOST / MEMBERS_PER_GUILD; number++) {
            join(await(control.post(
                    "/guilds", new JsonObject().put("name", "crowd-" + number).put("members", MEMBERS_PER_GUILD))));
        }
    }

    private boolean isThere(String command) {
        return await(control.get("/state")).getJsonArray("commands").encode().contains('"' + command + '"');
    }

    /** So many members for so long. */
    Tally act(int members, Duration time) {
        Tally tally = new Tally();
        vertx.setTimer(time.toMillis(), over -> tally.close());
        List<Future<Void>> acting = new ArrayList<>();
        List<Person> chosen = spread(members);
        for (Person person : chosen) {
            var member = new Member(control, tally, random, person.channel(), person.id(), others(person, chosen));
            acting.add(onLoop(member::goOn));
        }
        await(Future.all(acting));
        return tally;
    }

    /** All members act on one event loop, as their connections do. */
    private Future<Void> onLoop(Supplier<Future<Void>> work) {
        Promise<Void> done = Promise.promise();
        loop.runOnContext(start -> work.get().onComplete(done));
        return done.future();
    }

    /** The same number from each guild. */
    private List<Person> spread(int members) {
        List<Person> chosen = new ArrayList<>();
        for (int i = 0; i < members; i++) {
            int guilds = people.size() / MEMBERS_PER_GUILD;
            chosen.add(people.get(i % guilds * MEMBERS_PER_GUILD + i / guilds));
        }
        return chosen;
    }

    /** Gifts stay among those who act: coins given to the others would be missing before long. */
    private static List<String> others(Person person, List<Person> chosen) {
        return chosen.stream()
                .filter(other -> other.channel().equals(person.channel()) && !other.equals(person))
                .map(Person::id)
                .toList();
    }

    /** The owner, who is the first, sees to it that nobody's coins run out. */
    private void join(JsonObject guild) {
        String channel = guild.getJsonArray("channels").getJsonObject(0).getString("id");
        String path = "/guilds/%s/channels/%s".formatted(guild.getString("id"), channel);
        List<String> ids = guild.getJsonArray("members").stream()
                .map(JsonObject.class::cast)
                .filter(member -> !member.getBoolean("bot", false))
                .map(member -> member.getString("id"))
                .toList();
        ids.forEach(id -> people.add(new Person(path, id)));
        await(Future.all(ids.stream().map(id -> endow(path, ids.getFirst(), id)).toList()));
    }

    private Future<JsonObject> endow(String channel, String owner, String id) {
        return control.post(
                        channel + "/commands",
                        new JsonObject()
                                .put("userId", owner)
                                .put("command", "eco")
                                .put("subcommand", "add")
                                .put("options", new JsonObject().put("user", id).put("amount", COINS))
                                .put("wait", Member.PATIENCE_MS))
                .map(answered -> {
                    if (!"answered".equals(answered.getString("state"))) {
                        throw new IllegalStateException("no coins for " + id + ": " + answered);
                    }
                    return answered;
                });
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.MINUTES)
                .join();
    }

    @Override
    public void close() {
        await(vertx.close());
    }
}
