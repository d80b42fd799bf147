package dev.mitchbot.chaos.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mitchbot.chaos.load.Buttons.Button;
import dev.mitchbot.chaos.plan.Plan;
import dev.mitchbot.chaos.stage.Stage;
import dev.mitchbot.chaos.stage.Timeline;
import dev.mitchbot.infra.stack.visit.ControlApi;
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
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Members of several guilds who use the bot at a steady pace, and remember what they did and were told. */
public final class Load implements AutoCloseable {
    private static final Duration FIRST_LOOK = Duration.ofSeconds(4);
    private static final Duration NEXT_LOOK = Duration.ofSeconds(5);
    private static final Duration LAST_LOOK = Duration.ofSeconds(60);
    /** After an outage a result takes the place of "nothing happened" or "not confirmed" more than a minute later. */
    private static final Duration LAST_LOOK_OF_THE_DOUBTFUL = Duration.ofMinutes(5);
    /** A ban that ends long after the load has ended would only be waited for. */
    private static final Duration BANNED_FOR = Duration.ofMinutes(1);

    private static final Duration GIVES_UP_AFTER = Duration.ofSeconds(170);

    private final ControlApi control;
    private final Timeline timeline;
    private final Decisions decisions;
    private final List<Guild> guilds;
    private final Boards boards = new Boards();
    private final Queue<Deed> deeds = new ConcurrentLinkedQueue<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger visitors = new AtomicInteger();
    private final CountDownLatch quiet = new CountDownLatch(1);
    private final ExecutorService members = Executors.newVirtualThreadPerTaskExecutor();

    public Load(Stage stage, long seed) {
        control = stage.control();
        timeline = stage.timeline();
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
            Decision decision = inTime(decisions.next(), end - next);
            open.incrementAndGet();
            members.submit(() -> live(decision));
        }
    }

    /** How many still wait for their last word. */
    public long unsettled() {
        return deeds.stream()
                .filter(deed -> !deed.seen().isSettled() && age(deed).compareTo(GIVES_UP_AFTER) < 0)
                .count();
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
        timeline.note(refused + " interactions never began, as their button had gone");
    }

    /** In every second guild rewards can be had all the time, so that not all are refused. */
    private void liftCooldowns(Stage stage) {
        try (Connection connection = stage.database("economy");
                var statement = connection.prepareStatement(
                        "insert into guild_settings (guild_id, daily_cooldown_hours, work_cooldown_minutes, stake_interval_seconds)"
                                + " values (?, 0, 0, 0)")) {
            for (int index = 0; index < guilds.size(); index += 2) {
                statement.setLong(1, Long.parseLong(guilds.get(index).id()));
                statement.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cooldowns not lifted", e);
        }
    }

    private static Decision inTime(Decision decision, long nanosLeft) {
        return decision.act() == Act.TEMPBAN && nanosLeft < BANNED_FOR.toNanos() ? decision.as(Act.ECO_ADD) : decision;
    }

    private void live(Decision decision) {
        spend(decision, () -> act(decision));
    }

    /** A part of a member's life; the report has to say where it ended by the harness' own fault. */
    private void spend(Decision decision, Supplier<Deed> begin) {
        try {
            begun(begin).ifPresent(deed -> follow(deed, decision));
        } catch (RuntimeException e) {
            timeline.note("a member was lost sight of: " + e);
        } finally {
            open.decrementAndGet();
        }
    }

    private Optional<Deed> begun(Supplier<Deed> begin) {
        try {
            return Optional.of(begin.get());
        } catch (ControlApi.Refused _) {
            refused.incrementAndGet();
            return Optional.empty();
        }
    }

    /** Hits or stands as long as there are buttons: which of them, the amount at stake decides. */
    private void playOn(Deed deed, Decision decision, List<Button> buttons) {
        if (deed.act().isPlay() && deed.seen().fate() == Fate.DECIDED && buttons.size() > 1 && quiet.getCount() > 0) {
            Button button = buttons.get((int) (decision.amount() % buttons.size()));
            open.incrementAndGet();
            members.submit(() -> spend(decision, () -> click(decision, Act.MOVE, button)));
        }
    }

    private Deed act(Decision decision) {
        Guild guild = guilds.get(decision.guild());
        Optional<Button> button = decision.act() == Act.TURN_PAGE ? boards.of(guild) : Optional.empty();
        if (button.isPresent()) {
            return click(decision, Act.TURN_PAGE, button.get());
        }
        Act act = decision.act() == Act.TURN_PAGE ? Act.LEADERBOARD : decision.act();
        String other = act == Act.TEMPBAN ? visitor(guild) : guild.members().get(decision.other());
        Map<String, Object> body = new HashMap<>(command(act, other, decision));
        return begin(guild, decision, act, other, "commands", body);
    }

    private Deed click(Decision decision, Act act, Button button) {
        Guild guild = guilds.get(decision.guild());
        Map<String, Object> body = new HashMap<>();
        body.put("messageId", button.messageId());
        body.put("customId", button.customId());
        String player = guild.members().get(decision.actor());
        return begin(guild, decision, act, player, "clicks", body);
    }

    private Deed begin(Guild guild, Decision decision, Act act, String other, String how, Map<String, Object> body) {
        Instant at = Instant.now();
        body.put("userId", guild.members().get(decision.actor()));
        String id = control.post(guild.path(how), body).path("id").asText();
        var deed = new Deed(id, guild, decision, act, other, at);
        deeds.add(deed);
        return deed;
    }

    /** Somebody who comes to be banned: nobody is banned twice, so each ban has its own end. */
    private String visitor(Guild guild) {
        return control.post(
                        "/guilds/" + guild.id() + "/members", Map.of("name", "visitor-" + visitors.incrementAndGet()))
                .path("id")
                .asText();
    }

    private static Map<String, Object> command(Act act, String other, Decision decision) {
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
            case COINFLIP ->
                Map.of("command", "coinflip", "options", Map.of("amount", decision.amount(), "choice", "heads"));
            case BLACKJACK, MOVE -> Map.of("command", "blackjack", "options", Map.of("amount", decision.amount()));
            case TEMPBAN ->
                Map.of("command", "tempban", "options", Map.of("target", other, "duration", 1, "reason", "chaos"));
        };
    }

    /** Looks until there is an answer, and once more long after it: what comes twice comes late. */
    private void follow(Deed deed, Decision decision) {
        rest(FIRST_LOOK);
        List<Button> buttons = look(deed);
        while (!deed.seen().isSettled() && age(deed).compareTo(GIVES_UP_AFTER) < 0 && quiet.getCount() > 0) {
            rest(NEXT_LOOK);
            buttons = look(deed);
        }
        playOn(deed, decision, buttons);
        rest(LAST_LOOK.minus(age(deed)));
        look(deed);
        if (!deed.seen().isPlain()) {
            rest(LAST_LOOK_OF_THE_DOUBTFUL.minus(age(deed)));
            look(deed);
        }
    }

    private List<Button> look(Deed deed) {
        JsonNode interaction = control.get("/interactions/" + deed.id());
        deed.saw(Seen.of(interaction));
        List<Button> buttons = Buttons.of(interaction);
        if (deed.act() == Act.LEADERBOARD || deed.act() == Act.TURN_PAGE) {
            boards.look(guild(deed), buttons);
        }
        return buttons;
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
