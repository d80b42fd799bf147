package dev.mitchbot.chaos.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mitchbot.chaos.plan.Plan;
import dev.mitchbot.chaos.stage.ControlFace;
import dev.mitchbot.chaos.stage.Stage;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Members of several guilds who use the bot at a steady pace, and remember what they did and were told. */
public final class Load implements AutoCloseable {
    private static final Duration FIRST_LOOK = Duration.ofSeconds(4);
    private static final Duration NEXT_LOOK = Duration.ofSeconds(5);
    private static final Duration LAST_LOOK = Duration.ofSeconds(60);
    private static final Duration GIVES_UP_AFTER = Duration.ofSeconds(170);

    private final ControlFace control;
    private final Decisions decisions;
    private final List<Guild> guilds;
    private final Boards boards = new Boards();
    private final Queue<Deed> deeds = new ConcurrentLinkedQueue<>();
    private final AtomicInteger open = new AtomicInteger();
    private final CountDownLatch quiet = new CountDownLatch(1);
    private final ExecutorService members = Executors.newVirtualThreadPerTaskExecutor();

    public Load(Stage stage, long seed) {
        control = stage.control();
        decisions = new Decisions(seed);
        guilds = IntStream.range(0, Plan.GUILDS)
                .mapToObj(number -> Guild.found(control, "chaos-" + number))
                .toList();
        liftCooldowns(stage);
    }

    public List<Guild> guilds() {
        return guilds;
    }

    /** Acts for so long, whatever becomes of it. */
    public void run(Duration time, int perSecond) {
        long gapNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
        long end = System.nanoTime() + time.toNanos();
        for (long next = System.nanoTime(); next < end; next += gapNanos) {
            Stage.pause(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
            Decision decision = decisions.next();
            open.incrementAndGet();
            members.submit(() -> live(decision));
        }
    }

    /** How many have not heard their last word. */
    public long unsettled() {
        return deeds.stream().filter(deed -> !deed.seen().isSettled()).count();
    }

    public List<Deed> deeds() {
        return List.copyOf(deeds);
    }

    /** Everybody looks once more, and at once; returns when they have. */
    public void lookAtLast() throws InterruptedException {
        quiet.countDown();
        members.shutdown();
        if (!members.awaitTermination(GIVES_UP_AFTER.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException(open.get() + " members never stopped looking");
        }
    }

    /** In every second guild rewards can be had all the time, so that not all are refused. */
    private void liftCooldowns(Stage stage) {
        try (Connection connection = stage.economy();
                var statement = connection.prepareStatement(
                        "insert into guild_settings (guild_id, daily_cooldown_hours, work_cooldown_minutes)"
                                + " values (?, 0, 0)")) {
            for (int index = 0; index < guilds.size(); index += 2) {
                statement.setLong(1, Long.parseLong(guilds.get(index).id()));
                statement.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cooldowns not lifted", e);
        }
    }

    private void live(Decision decision) {
        try {
            follow(act(decision));
        } finally {
            open.decrementAndGet();
        }
    }

    private Deed act(Decision decision) {
        Guild guild = guilds.get(decision.guild());
        Optional<Boards.Button> button = decision.act() == Act.TURN_PAGE ? boards.of(guild) : Optional.empty();
        Act act = decision.act() == Act.TURN_PAGE && button.isEmpty() ? Act.LEADERBOARD : decision.act();
        Map<String, Object> body = new HashMap<>();
        body.put("userId", guild.members().get(decision.actor()));
        Instant at = Instant.now();
        JsonNode started;
        if (act == Act.TURN_PAGE) {
            body.put("messageId", button.orElseThrow().messageId());
            body.put("customId", button.orElseThrow().customId());
            started = control.post(guild.path("clicks"), body);
        } else {
            body.putAll(command(act, guild, decision));
            started = control.post(guild.path("commands"), body);
        }
        var deed = new Deed(started.path("id").asText(), guild, decision, act, at);
        deeds.add(deed);
        return deed;
    }

    private static Map<String, Object> command(Act act, Guild guild, Decision decision) {
        String other = guild.members().get(decision.other());
        Map<String, Object> toOther = Map.of("user", other, "amount", decision.amount());
        return switch (act) {
            case GIVE, GIVE_TO_ONESELF, GIVE_TOO_MUCH -> Map.of("command", "give", "options", toOther);
            case BALANCE -> Map.of("command", "balance", "options", Map.of("user", other));
            case DAILY -> Map.of("command", "daily", "options", Map.of());
            case WORK -> Map.of("command", "work", "options", Map.of());
            case LEADERBOARD, TURN_PAGE -> Map.of("command", "leaderboard", "options", Map.of());
            case ECO_ADD -> Map.of("command", "eco", "subcommand", "add", "options", toOther);
            case ECO_REMOVE -> Map.of("command", "eco", "subcommand", "remove", "options", toOther);
            case ECO_SET -> Map.of("command", "eco", "subcommand", "set", "options", toOther);
        };
    }

    /** Looks until there is an answer, and once more long after it: what comes twice comes late. */
    private void follow(Deed deed) {
        rest(FIRST_LOOK);
        look(deed);
        while (!deed.seen().isSettled() && age(deed).compareTo(GIVES_UP_AFTER) < 0 && quiet.getCount() > 0) {
            rest(NEXT_LOOK);
            look(deed);
        }
        rest(LAST_LOOK.minus(age(deed)));
        look(deed);
    }

    private void look(Deed deed) {
        JsonNode interaction = control.get("/interactions/" + deed.id());
        deed.saw(Seen.of(interaction));
        if (deed.act() == Act.LEADERBOARD || deed.act() == Act.TURN_PAGE) {
            boards.look(guild(deed), interaction);
        }
    }

    private Guild guild(Deed deed) {
        return guilds.stream()
                .filter(guild -> guild.id().equals(deed.guildId()))
                .findFirst()
                .orElseThrow();
    }

    private static Duration age(Deed deed) {
        return Duration.between(deed.at(), Instant.now());
    }

    /** Less where all is quiet already. */
    private void rest(Duration time) {
        try {
            quiet.await(Math.max(0, time.toMillis()), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        members.shutdownNow();
    }
}
