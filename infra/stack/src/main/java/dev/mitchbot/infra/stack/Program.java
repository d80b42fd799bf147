package dev.mitchbot.infra.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How a service's JVM is told what to run. */
public sealed interface Program {
    List<String> arguments(Path home);

    /** A Quarkus application, built in its module. */
    record QuarkusApp(String module) implements Program {
        @Override
        public List<String> arguments(Path home) {
            Path jar = home.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
            if (!Files.exists(jar)) {
                throw new Refusal(module + " is not built: " + jar + " is missing; ./mitchbot up builds it.");
            }
            return List.of("-jar", jar.toString());
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
