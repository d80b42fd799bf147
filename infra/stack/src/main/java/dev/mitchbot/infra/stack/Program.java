package dev.mitchbot.infra.stack;

import java.io.File;
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
        /**
         * The cache is mapped where it was made to lie. Elsewhere every address in it is changed first, and each process
         * has a copy of its own.
         */
        private static final List<String> AS_IT_IS =
                List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0");

        @Override
        public List<String> arguments(Path home) {
            Path jar = jar(home);
            List<String> arguments = new ArrayList<>();
            if (isRecorded(home)) {
                arguments.addAll(AS_IT_IS);
                arguments.add("-XX:AOTCache=" + cache(jar));
            }
            arguments.add("-jar");
            arguments.add(jar.toString());
            return arguments;
        }

        @Override
        public List<String> recordingArguments(Path home) {
            Path jar = jar(home);
            return List.of("-XX:AOTCacheOutput=" + cache(jar), "-jar", jar.toString());
        }

        /** Whether there is a cache that was made from what is built now; the JVM would not use another. */
        boolean isRecorded(Path home) {
            Path jar = jar(home);
            File cache = cache(jar).toFile();
            return cache.lastModified() > jar.toFile().lastModified();
        }

        private Path jar(Path home) {
            Path jar = home.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
            if (!Files.exists(jar)) {
                throw new Refusal(module + " is not built: " + jar + " is missing; ./mitchbot up builds it.");
            }
            return jar;
        }

        private static Path cache(Path jar) {
            return jar.resolveSibling("app.aot");
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
