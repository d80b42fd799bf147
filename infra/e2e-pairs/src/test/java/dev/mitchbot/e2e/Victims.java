package dev.mitchbot.e2e;

import java.util.List;

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
        AtOnce.each(names, name -> bot.stack().server(name).restart());
    }

    /** Whether others do the work of each of them meanwhile. */
    boolean haveStandIns() {
        return names.stream().map(name -> name.split("-")[0]).noneMatch(this::leaveNobodyOf);
    }

    boolean leaveNobodyOf(String service) {
        return names.containsAll(bot.names(service));
    }
}
