package dev.mitchbot.simulator.control;

import dev.mitchbot.simulator.faults.Fault;
import dev.mitchbot.simulator.faults.Faults;
import dev.mitchbot.simulator.gateway.Gateway;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes the Discord face misbehave. */
public final class FaultControls implements Controls {
    private static final int DELAY_DEFAULT_MS = 1_000;
    private static final int DELAY_MAX_MS = 600_000;
    private static final int SECONDS_MAX = 86_400;

    private final Faults faults;
    private final Gateway gateway;

    public FaultControls(Faults faults, Gateway gateway) {
        this.faults = faults;
        this.gateway = gateway;
    }

    @Override
    public List<Control> controls() {
        return List.of(
                Control.post("/faults", this::add),
                Control.delete("/faults", order -> {
                    faults.clear();
                    return Answer.noContent();
                }),
                Control.post("/gateway/reconnect", order -> {
                    gateway.askToReconnect();
                    return Answer.noContent();
                }),
                Control.post("/gateway/invalidate", order -> {
                    gateway.invalidateAll(order.body().getBoolean("resumable", false));
                    return Answer.noContent();
                }));
    }

    private Future<Answer> add(Order order) {
        var kind = kind(order.text("kind"));
        var seconds = order.body().getValue("seconds") == null
                ? Optional.<Long>empty()
                : Optional.of((long) order.number("seconds", 0, 1, SECONDS_MAX));
        int delay = order.number("ms", DELAY_DEFAULT_MS, 0, DELAY_MAX_MS);
        double probability = probability(order);
        boolean lasts = kind != Fault.Kind.DISCONNECT || seconds.isPresent();
        if (lasts && !faults.add(kind, order.optionalText("route"), probability, delay, seconds)) {
            throw Problem.tooSoon("there are " + Faults.MAX_ACTIVE + " faults already; DELETE /faults first");
        }
        if (kind == Fault.Kind.DISCONNECT) {
            gateway.disconnectAll();
        }
        return Answer.created(new JsonObject().put("kind", kind.label()));
    }

    private static Fault.Kind kind(String label) {
        return Arrays.stream(Fault.Kind.values())
                .filter(kind -> kind.label().equals(label))
                .findFirst()
                .orElseThrow(() ->
                        Problem.badField("kind", "must be latency, error, rate-limit, disconnect, duplicate or drop"));
    }

    private static double probability(Order order) {
        var value = order.body().getValue("probability");
        if (value == null) {
            return 1;
        }
        if (value instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() <= 1) {
            return number.doubleValue();
        }
        throw Problem.badField("probability", "must be a number from 0 to 1");
    }
}
