package dev.mitchbot.chaos.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mitchbot.chaos.load.Change.Answer;
import dev.mitchbot.chaos.load.Change.Manner;
import dev.mitchbot.chaos.load.Change.Subject;
import dev.mitchbot.chaos.stage.Stage;
import dev.mitchbot.infra.stack.visit.Browser;
import dev.mitchbot.infra.stack.visit.Form;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * The demo guild's owner, who changes its settings and the reasons of its cases through the dashboard, in two tabs at
 * once. A form whose answer was lost is sent again as it was, until it is known what became of it.
 */
public final class Owner implements AutoCloseable {
    private static final String NAME = "alice";
    private static final int TABS = 2;
    private static final int WARNINGS = 3;
    private static final int REASON_SHARE = 5;
    private static final int STAKE_FROM = 2_000_000;
    private static final String FORGED_TOKEN = "0".repeat(64);
    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(120);
    private static final Duration WARNED_WITHIN = Duration.ofSeconds(30);
    private static final Duration THINKS = Duration.ofMillis(1_500);
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(2);

    private final Stage stage;
    private final Guild guild;
    private final List<Browser> tabs;
    private final List<Manner> manners = new ArrayList<>();
    private final long seed;
    private final AtomicInteger made = new AtomicInteger();
    private final Queue<Change> changes = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean ending;

    public Owner(Stage stage, long seed) {
        this.stage = stage;
        this.seed = seed;
        guild = demoGuild(stage.control().get("/state"));
        tabs = IntStream.range(0, TABS)
                .mapToObj(_ -> new Browser(stage.dashboardUrl(), NAME))
                .toList();
        for (Manner manner : Manner.values()) {
            manners.addAll(Collections.nCopies(manner.share(), manner));
        }
        stage.await(
                "the owner sees the settings", SHOWN_WITHIN, () -> tabs.stream().allMatch(this::showsSettings));
        for (int number = 1; number <= WARNINGS; number++) {
            warn(guild.members().get(number));
        }
    }

    public void begin() {
        for (int number = 0; number < TABS; number++) {
            Browser tab = tabs.get(number);
            var random = new Random(seed + number);
            threads.submit(() -> {
                try {
                    use(tab, random);
                } catch (RuntimeException e) {
                    stage.timeline().note("a tab of the owner broke: " + e);
                }
            });
        }
    }

    /** Begins no further change; those that are not decided are still sent again. */
    public void end() {
        ending = true;
    }

    /** How many changes are neither saved nor refused. */
    public long undecided() {
        return changes.stream().filter(change -> !change.isDecided()).count();
    }

    public List<Change> changes() {
        return List.copyOf(changes);
    }

    private void use(Browser tab, Random random) {
        while (!ending) {
            Stage.pause(THINKS.multipliedBy(1 + random.nextInt(100)).dividedBy(100));
            Manner manner = manners.get(random.nextInt(manners.size()));
            Subject subject = random.nextInt(REASON_SHARE) == 0 ? Subject.REASON : Subject.SETTINGS;
            String path = subject == Subject.SETTINGS ? settings() : caseNumbered(1 + random.nextInt(WARNINGS));
            try {
                Form form = Form.of(tab.open(path));
                if (manner == Manner.LATE) {
                    make(tab, subject, Manner.ONCE, path, Form.of(tab.open(path)));
                }
                make(tab, subject, manner, path, form);
            } catch (IOException _) {
                Stage.pause(AGAIN_AFTER);
            }
        }
    }

    /** Fills the form in and sends it until it is known what became of it. */
    private void make(Browser tab, Subject subject, Manner manner, String path, Form empty) {
        int number = made.incrementAndGet();
        String value = subject == Subject.SETTINGS ? "" + (STAKE_FROM + number) : "reason " + number;
        Form form = filled(empty, subject, manner, value);
        var change = new Change(form.value("key"), subject, manner, path, value);
        changes.add(change);
        send(tab, change, form);
        while (!change.isDecided()) {
            Stage.pause(AGAIN_AFTER);
            form = manner == Manner.FORGED ? form : ofThisSession(tab, path, form);
            send(tab, change, form);
        }
    }

    private static Form filled(Form empty, Subject subject, Manner manner, String value) {
        Form filled = subject == Subject.SETTINGS ? empty.with("maxStake", value) : empty.with("reason", value);
        return switch (manner) {
            case FORGED -> filled.with("token", FORGED_TOKEN);
            case INVALID ->
                subject == Subject.SETTINGS ? filled.with("dailyRewardLimit", "5") : filled.with("reason", " ");
            case ONCE, TWICE, LATE -> filled;
        };
    }

    private void send(Browser tab, Change change, Form form) {
        List<Future<Answer>> clicks = Collections.nCopies(change.manner() == Manner.TWICE ? 2 : 1, form).stream()
                .map(same -> threads.submit(() -> answer(tab, change, same)))
                .toList();
        for (Future<Answer> click : clicks) {
            try {
                change.answered(click.get());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    private static Answer answer(Browser tab, Change change, Form form) {
        try {
            Browser.Answer answer = tab.send(change.path(), form.fields());
            return switch (answer.status()) {
                case 303 -> answer.location().endsWith("saved=yes") ? Answer.SAVED : Answer.TURNED_AWAY;
                case 400, 409, 412 -> Answer.REFUSED;
                case 403 -> change.manner() == Manner.FORGED ? Answer.REFUSED : Answer.TURNED_AWAY;
                case 302, 401, 404 -> Answer.TURNED_AWAY;
                default -> Answer.LOST;
            };
        } catch (IOException _) {
            return Answer.LOST;
        }
    }

    /** The same form with the token of the session as it is now: the owner may have had to sign in again. */
    private static Form ofThisSession(Browser tab, String path, Form form) {
        try {
            return form.with("token", Form.of(tab.open(path)).value("token"));
        } catch (IOException _) {
            return form;
        }
    }

    private boolean showsSettings(Browser tab) {
        try {
            return !Form.of(tab.open(settings())).value("maxStake").isEmpty();
        } catch (IOException _) {
            return false;
        }
    }

    private void warn(String member) {
        Map<String, Object> body = new HashMap<>();
        body.put("userId", guild.members().getFirst());
        body.put("command", "warn");
        body.put("options", Map.of("target", member, "reason", "to be reconsidered"));
        String id =
                stage.control().post(guild.path("commands"), body).path("id").asText();
        stage.await(
                "a member is warned",
                WARNED_WITHIN,
                () -> Seen.of(stage.control().get("/interactions/" + id)).fate() == Fate.DECIDED);
    }

    private String settings() {
        return "/guilds/" + guild.id() + "/economy";
    }

    private String caseNumbered(int number) {
        return "/guilds/" + guild.id() + "/cases/" + number;
    }

    private static Guild demoGuild(JsonNode state) {
        for (JsonNode guild : state.path("guilds")) {
            if (guild.path("members").findValuesAsText("name").contains(NAME)) {
                return Guild.of(guild);
            }
        }
        throw new IllegalStateException("no guild of " + NAME);
    }

    @Override
    public void close() {
        ending = true;
        threads.shutdownNow();
        tabs.forEach(Browser::close);
    }
}
