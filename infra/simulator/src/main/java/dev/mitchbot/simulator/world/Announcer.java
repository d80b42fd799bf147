package dev.mitchbot.simulator.world;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Tells the gateway what the bot should hear, and the viewers what changed. */
public final class Announcer {
    private final List<Consumer<Dispatch>> gateways = new ArrayList<>();
    private final List<Consumer<Change>> viewers = new ArrayList<>();

    public void onDispatch(Consumer<Dispatch> gateway) {
        gateways.add(gateway);
    }

    public void onChange(Consumer<Change> viewer) {
        viewers.add(viewer);
    }

    public void dispatch(Dispatch event) {
        gateways.forEach(gateway -> gateway.accept(event));
    }

    public void changed(Change change) {
        viewers.forEach(viewer -> viewer.accept(change));
    }
}
