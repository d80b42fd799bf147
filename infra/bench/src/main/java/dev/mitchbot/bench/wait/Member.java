package dev.mitchbot.bench.wait;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** Somebody who uses one command after the other, each as soon as the last is answered, and now and then plays a hand. */
final class Member {
    static final int PATIENCE_MS = 10_000;
    /** A little more than the economy wants between two stakes. */
    private static final long BETWEEN_HANDS_NANOS = Duration.ofMillis(3_200).toNanos();

    private final ControlFace control;
    private final Tally tally;
    private final RandomGenerator random;
    private final String channel;
    private final String id;
    private final List<String> others;
    private long lastHand;

    /** @param channel the path of the channel in which everybody is */
    Member(ControlFace control, Tally tally, RandomGenerator random, String channel, String id, List<String> others) {
        this.control = control;
        this.tally = tally;
        this.random = random;
        this.channel = channel;
        this.id = id;
        this.others = others;
        lastHand = System.nanoTime() - random.nextLong(BETWEEN_HANDS_NANOS);
    }

    Future<Void> goOn() {
        if (tally.isClosed()) {
            return Future.succeededFuture();
        }
        if (System.nanoTime() - lastHand < BETWEEN_HANDS_NANOS) {
            return act("/commands", command()).compose(answered -> goOn());
        }
        lastHand = System.nanoTime();
        return act("/commands", command("blackjack", new JsonObject().put("amount", 1)))
                .onSuccess(shown -> tally.dealt())
                .compose(this::playOn)
                .compose(over -> goOn());
    }

    /** Hits as often as not, until the hand is over; also when the time is, so that no hand is left behind. */
    private Future<Void> playOn(JsonObject shown) {
        return Buttons.in(shown)
                .map(buttons -> act("/clicks", buttons.click(random.nextBoolean()))
                        .onSuccess(answered -> tally.clicked())
                        .compose(this::playOn)
                        .recover(Member::unlessGone))
                .orElseGet(Future::succeededFuture);
    }

    /** A button that has gone since it was seen: the hand is over. */
    private static Future<Void> unlessGone(Throwable failure) {
        return String.valueOf(failure.getMessage()).contains("the message has no component")
                ? Future.succeededFuture()
                : Future.failedFuture(failure);
    }

    private Future<JsonObject> act(String what, JsonObject action) {
        return control.post(channel + what, action.put("userId", id).put("wait", PATIENCE_MS))
                .onSuccess(tally::take);
    }

    /** 60 % gifts, 30 % looks at a balance, 10 % rewards and work, as in the ledger's measurement. */
    private JsonObject command() {
        int percent = random.nextInt(100);
        if (percent < 60) {
            String receiver = others.get(random.nextInt(others.size()));
            return command("give", new JsonObject().put("user", receiver).put("amount", 1));
        }
        return command(percent < 90 ? "balance" : percent < 95 ? "daily" : "work", new JsonObject());
    }

    private JsonObject command(String name, JsonObject options) {
        return new JsonObject().put("command", name).put("options", options);
    }
}
