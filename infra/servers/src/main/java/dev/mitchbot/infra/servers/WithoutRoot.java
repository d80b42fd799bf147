package dev.mitchbot.infra.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL refuses to run as root: for root it runs in a user namespace, or where those are forbidden as nobody. */
enum WithoutRoot {
    AS_IS(List.of()),
    IN_NAMESPACE(List.of("unshare", "-U")),
    /** Keeps the right to pass through folders that are closed to nobody, such as root's home. */
    AS_NOBODY(List.of(
            "setpriv",
            "--reuid=65534",
            "--regid=65534",
            "--clear-groups",
            "--inh-caps=+dac_override",
            "--ambient-caps=+dac_override"));

    private static final WithoutRoot HERE = choose();

    private final List<String> prefix;

    WithoutRoot(List<String> prefix) {
        this.prefix = prefix;
    }

    static WithoutRoot here() {
        return HERE;
    }

    List<String> command(List<String> arguments) {
        var command = new ArrayList<>(prefix);
        command.addAll(arguments);
        return command;
    }

    /** Gives the folder to whoever will run the server. */
    void handOver(Path folder) {
        if (this == AS_NOBODY && !succeeds(List.of("chown", "-R", "65534:65534", folder.toString()))) {
            throw new IllegalStateException(folder + " could not be given to the user nobody");
        }
    }

    private static WithoutRoot choose() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return AS_IS;
        }
        return succeeds(IN_NAMESPACE.command(List.of("true"))) ? IN_NAMESPACE : AS_NOBODY;
    }

    private static boolean succeeds(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
