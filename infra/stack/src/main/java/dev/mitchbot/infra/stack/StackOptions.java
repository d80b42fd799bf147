package dev.mitchbot.infra.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to start. Without a folder everything lives in a temporary one that goes with the stack; a supervised stack
 * starts again what dies. Keycloak is started only where it is asked for, as it takes as long as all the others.
 */
public record StackOptions(
        Path home,
        Optional<Path> folder,
        boolean fresh,
        boolean freePorts,
        boolean supervised,
        Settings settings,
        List<Service> services,
        Map<String, Integer> instances,
        Map<String, Map<String, String>> environment,
        boolean keycloak) {
    public StackOptions {
        services = List.copyOf(services);
        instances = Map.copyOf(instances);
        environment = Map.copyOf(environment);
    }

    /** Free ports, a temporary folder, only what the environment says of the machine, and nobody who restarts what a test kills. */
    public static StackOptions forTests() {
        return new StackOptions(
                findHome(""),
                Optional.empty(),
                false,
                true,
                false,
                Settings.ofTuning().withoutSecondCompiler(),
                Service.ALL,
                Map.of(),
                Map.of(),
                false);
    }

    /** The ports that the documentation names, data that stays, and supervision. */
    static StackOptions forTerminal(Path home, Settings settings) {
        return new StackOptions(
                home,
                Optional.of(home.resolve(".mitchbot")),
                false,
                false,
                true,
                settings,
                Service.ALL,
                Map.of(),
                Map.of(),
                true);
    }

    public StackOptions in(Path folder) {
        return new StackOptions(
                home,
                Optional.of(folder),
                fresh,
                freePorts,
                supervised,
                settings,
                services,
                instances,
                environment,
                keycloak);
    }

    /** Forgets the data of earlier starts. */
    public StackOptions fresh(boolean fresh) {
        return new StackOptions(
                home, folder, fresh, freePorts, supervised, settings, services, instances, environment, keycloak);
    }

    public StackOptions with(Settings settings) {
        return new StackOptions(
                home, folder, fresh, freePorts, supervised, settings, services, instances, environment, keycloak);
    }

    public StackOptions with(List<Service> services) {
        return new StackOptions(
                home, folder, fresh, freePorts, supervised, settings, services, instances, environment, keycloak);
    }

    public StackOptions supervised(boolean supervised) {
        return new StackOptions(
                home, folder, fresh, freePorts, supervised, settings, services, instances, environment, keycloak);
    }

    /** With a Keycloak that has the demo's users. */
    public StackOptions withKeycloak() {
        return new StackOptions(
                home, folder, fresh, freePorts, supervised, settings, services, instances, environment, true);
    }

    /** So many instances of a service; unnamed services have one. */
    public StackOptions with(String service, int count) {
        var changed = new HashMap<>(instances);
        changed.put(service, count);
        return new StackOptions(
                home, folder, fresh, freePorts, supervised, settings, services, changed, environment, keycloak);
    }

    /** Further settings for the instances of one service. */
    public StackOptions withEnvironment(String service, Map<String, String> variables) {
        var changed = new HashMap<>(environment);
        changed.put(service, Map.copyOf(variables));
        return new StackOptions(
                home, folder, fresh, freePorts, supervised, settings, services, instances, changed, keycloak);
    }

    /** The repository's root: the given folder, by default the working directory, or the nearest above it that holds the Maven wrapper. */
    static Path findHome(String given) {
        Path start = Path.of(given).toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        throw new Refusal("Mitchbot's folder was not found above " + start + "; run this inside the repository.");
    }
}
