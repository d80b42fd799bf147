package dev.mitchbot.e2e;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Processes of a bot that die in the same moment: {@code games-1+economy-1}. */
record Victims(RunningBot bot, List<String> names) {
    static Victims of(RunningBot bot, String names) {
        return new Victims(bot, List.of(names.split("\\+")));
    }

    void kill() {
        names.forEach(name -> bot.stack().server(name).kill());
    }

    /** Starts all of them at once, and waits until they are ready. */
    void restart() {
        CompletableFuture.allOf(names.stream()
                        .map(name -> CompletableFuture.runAsync(
                                () -> bot.stack().server(name).restart()))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    /** Whether others do the work of each of them meanwhile. */
    boolean haveStandIns() {
        return services().noneMatch(service -> names.containsAll(bot.names(service)));
    }

    boolean leaveNobodyOf(String service) {
        return services().anyMatch(service::equals) && names.containsAll(bot.names(service));
    }

    private Stream<String> services() {
        return names.stream().map(name -> name.split("-")[0]).distinct();
    }
}
