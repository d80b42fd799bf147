package dev.mitchbot.infra.stack;

import java.nio.file.Path;

/** The launcher as it runs in a terminal, with the small test service in the place of each service. */
final class EchoMain {
    private EchoMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        var options =
                StackOptions.forTests().with(Echo.ALL).in(Path.of(arguments[0])).supervised(true);
        Main.run(Stack.prepare(options, System.out::println));
    }
}
