package dev.mitchbot.infra.stack;

import dev.mitchbot.infra.servers.ChildProcess;
import dev.mitchbot.infra.servers.JvmOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The command line of a service's JVM: one for a small machine, unless the settings say otherwise. */
final class JavaCommand {
    /** A young generation that holds what is under way: what is moved on too early fills the old one, and that stops all. */
    private static final List<String> USUAL =
            List.of("-XX:+UseSerialGC", "-Xms64m", "-XX:NewRatio=1", "-XX:SurvivorRatio=4");

    static final List<String> WITHOUT_SECOND_COMPILER = Stream.of(USUAL, JvmOptions.WITHOUT_SECOND_COMPILER)
            .flatMap(List::stream)
            .distinct()
            .toList();

    /** What the compilers have used for a start, some 20 MB, the C library keeps unless it is told to give it back. */
    private static final List<String> ALWAYS = List.of(
            "-XX:TrimNativeHeapInterval=10000",
            "-Xss512k",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private JavaCommand() {}

    static ChildProcess.Command of(Instance instance, Environment environment, Path folder) {
        Service service = instance.service();
        Settings settings = environment.options().settings();
        var arguments = new ArrayList<String>();
        arguments.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        arguments.add(Leftovers.mark(folder));
        arguments.add("-Xmx" + service.heapMegabytes() + "m");
        arguments.addAll(ALWAYS);
        arguments.addAll(settings.words(Settings.JVM_OPTIONS).orElse(USUAL));
        arguments.addAll(service.jvmOptions());
        Path home = environment.options().home();
        arguments.addAll(
                settings.has(Recording.SETTING)
                        ? service.program().recordingArguments(home)
                        : service.program().arguments(home));
        var command = new ChildProcess.Command(
                        instance.name(), arguments, environment.of(instance), Logs.of(folder, instance.name()))
                .onlyTold();
        return service.answersDiscord() ? command : command.nicely();
    }
}
