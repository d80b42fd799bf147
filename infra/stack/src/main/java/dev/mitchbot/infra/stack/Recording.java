package dev.mitchbot.infra.stack;

import dev.mitchbot.infra.stack.Program.QuarkusApp;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * Starts everything once, lets a few members use the commands and stops again. Meanwhile each service's JVM records which
 * classes it loads and how its methods run; later ones begin with that (JEP 483, 514 and 515).
 */
public final class Recording {
    static final String SETTING = "MITCHBOT_RECORDING";

    /** Services start without Keycloak, which is as much work as all of them. */
    private static final Map<String, String> NO_KEYCLOAK = Map.of(
            "OIDC_URL", "http://127.0.0.1:1/realms/nobody", "DASHBOARD_OIDC_SECRET", "of-nobody-of-nobody-of-nobody");

    /** What writes a cache runs once, and for seconds. */
    private static final Map<String, String> WRITER = Map.of("JDK_AOT_VM_OPTIONS", "-XX:TieredStopAtLevel=1");

    /** Without Keycloak less is enough than a stack wants; the build that waits for this has its own share. */
    private static final String ENOUGH_MEGABYTES = "2048";

    private static final Duration WRITTEN_WITHIN = Duration.ofMinutes(4);
    private static final int AT_ONCE = 3;

    private Recording() {}

    public static void main(String[] arguments) {
        Path home = StackOptions.findHome(System.getProperty("mitchbot.home", ""));
        if (services().allMatch(service -> ((QuarkusApp) service.program()).isRecorded(home))) {
            return;
        }
        String enough =
                Settings.load(home, System.getenv()).text(Settings.MIN_MEMORY).orElse(ENOUGH_MEGABYTES);
        try {
            Machine.checkMemory(Settings.none().with(Settings.MIN_MEMORY, enough));
        } catch (Refusal refusal) {
            System.out.println("Not recorded how the services start, which stays slower: " + refusal.getMessage());
            return;
        }
        System.out.println("Recording how the services start, so that they start faster from now on");
        var settings = new HashMap<>(NO_KEYCLOAK);
        settings.putAll(WRITER);
        settings.put(SETTING, "on");
        settings.put(Settings.MIN_MEMORY, enough);
        var options = StackOptions.forTests().with(new Settings(settings)).withEnvironment("dashboard", NO_KEYCLOAK);
        try (Stack stack = Stack.start(options)) {
            Practice.in(stack.simulatorUrl());
            endAll(stack);
        }
    }

    /**
     * A JVM writes its cache as it ends: on one core, for longer than a stack waits, and all at once for much longer. The
     * gateway, the first of the services, has the least to write and fills up the end.
     */
    private static void endAll(Stack stack) {
        try (var writers = Executors.newFixedThreadPool(AT_ONCE)) {
            CompletableFuture.allOf(services().toList().reversed().stream()
                            .map(service -> stack.server(service.name() + "-1").process())
                            .map(process -> CompletableFuture.runAsync(() -> process.stop(WRITTEN_WITHIN), writers))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
    }

    private static Stream<Service> services() {
        return Service.ALL.stream().filter(service -> service.program() instanceof QuarkusApp);
    }
}
