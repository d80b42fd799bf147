package dev.mitchbot.infra.stack;

import dev.mitchbot.infra.servers.PortTaken;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** {@code ./mitchbot up}: starts the stack and stays until it is told to stop. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            Path home = StackOptions.findHome(System.getProperty("mitchbot.home", ""));
            run(Stack.prepare(parse(home, List.of(arguments)), System.out::println));
        } catch (Refusal | PortTaken e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    static void run(Stack stack) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack), "stop"));
        try {
            stack.up();
            welcome(stack);
        } catch (RuntimeException e) {
            if (!stack.isClosed()) {
                System.err.println(e.getMessage());
                System.exit(1);
            }
        }
        new CountDownLatch(1).await();
    }

    static StackOptions parse(Path home, List<String> arguments) {
        Settings settings = Settings.load(home, System.getenv());
        StackOptions options = StackOptions.forTerminal(home, settings);
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            options = switch (argument) {
                case "--fresh" -> options.fresh(true);
                case "--economy", "--games", "--moderation", "--gateway", "--dashboard" ->
                    options.with(argument.substring(2), count(argument, rest));
                default -> throw new Refusal("Unknown option " + argument + "; ./mitchbot help lists the options.");
            };
        }
        if (options.fresh() && settings.has(RealDiscord.TOKEN)) {
            throw new Refusal(
                    "--fresh is for the demo: with DISCORD_TOKEN set it would delete the money of real guilds. "
                            + "If that is what you want, delete " + home.resolve(".mitchbot/data") + " yourself.");
        }
        return options;
    }

    private static int count(String option, Iterator<String> rest) {
        String text = rest.hasNext() ? rest.next() : "";
        if (!text.matches("[1-9][0-9]?")) {
            throw new Refusal(option + " takes a number of instances, such as " + option + " 2.");
        }
        return Integer.parseInt(text);
    }

    private static void welcome(Stack stack) {
        System.out.printf("%nMitchbot is up after %.1f s.%n%n", stack.secondsSinceBegin());
        System.out.println(Overview.of(stack.plan(), stack.folder()));
        System.out.println("Ctrl-C stops it; the next start finds its data.");
    }

    private static void stop(Stack stack) {
        System.out.println("Stopping");
        stack.close();
        System.out.println("Stopped");
    }
}
