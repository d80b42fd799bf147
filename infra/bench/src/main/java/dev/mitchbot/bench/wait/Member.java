package dev.mitchbot.bench.wait;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.random.RandomGenerator;

/** Somebody who uses one command after the other, each as soon as the last is answered. */
final class Member {
    private static final int PATIENCE_MS = 10_000;

    private final ControlFace control;
    private final Tally tally;
    private final RandomGenerator random;
    private final String commands;
    private final String id;
    private final List<String> others;

    /** @param commands the path below which the channel's commands are given */
    Member(ControlFace control, Tally tally, RandomGenerator random, String commands, String id, List<String> others) {
        this.control = control;
        this.tally = tally;
        this.random = random;
        this.commands = commands;
        this.id = id;
        this.others = others;
    }

    Future<Void> goOn() {
        return tally.isClosed()
                ? Future.succeededFuture()
                : control.post(commands, command()).compose(interaction -> {
                    tally.take(interaction);
                    return goOn();
                });
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
        return new JsonObject()
                .put("userId", id)
                .put("command", name)
                .put("options", options)
                .put("wait", PATIENCE_MS);
    }
}
