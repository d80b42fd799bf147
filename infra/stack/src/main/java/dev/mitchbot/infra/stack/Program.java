package dev.mitchbot.infra.stack;

import dev.mitchbot.infra.servers.AotCache;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a service's JVM is told what to run. */
public sealed interface Program {
    List<String> arguments(Path home);

    /** The same, for a run in which the JVM writes down what later ones need at their start; such a JVM ends slowly. */
    default List<String> recordingArguments(Path home) {
        return arguments(home);
    }

    /** A Quarkus application, built in its module. Where the cache of a recording run is there, it starts from that. */
    record QuarkusApp(String module) implements Program {
        @Override
        public List<String> arguments(Path home) {
            Path jar = jar(home);
            List<String> arguments = new ArrayList<>();
            if (isRecorded(home)) {
                arguments.addAll(cache(jar).arguments());
            }
            arguments.add("-jar");
            arguments.add(jar.toString());
            return arguments;
        }

        @Override
        public List<String> recordingArguments(Path home) {
            Path jar = jar(home);
            return List.of(AotCache.COUNTED_AND_NOT_OPTIMIZED, cache(jar).recordingArgument(), "-jar", jar.toString());
        }

        /** Whether a start of what is built now would begin with a recording. */
        boolean isRecorded(Path home) {
            Path jar = jar(home);
            return cache(jar).isMadeFrom(jar);
        }

        private Path jar(Path home) {
            Path jar = home.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
            if (!Files.exists(jar)) {
                throw new Refusal(module + " is not built: " + jar + " is missing; ./mitchbot up builds it.");
            }
            return jar;
        }

        private static AotCache cache(Path jar) {
            return new AotCache(jar.resolveSibling("app.aot"));
        }
    }

    /** A class on the launcher's own class path. */
    record MainClass(String className) implements Program {
        @Override
        public List<String> arguments(Path home) {
            return List.of("-cp", System.getProperty("java.class.path"), className);
        }
    }
}
