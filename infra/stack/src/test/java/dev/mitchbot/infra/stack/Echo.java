package dev.mitchbot.infra.stack;

import dev.mitchbot.infra.stack.Service.Need;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The stack's services with the small test service in the place of each. */
final class Echo {
    private static final Program PROGRAM = new Program.MainClass(EchoService.class.getName());

    static final Service SIMULATOR = standIn(Service.SIMULATOR);
    static final Service ECONOMY = standIn(Service.ECONOMY);
    static final Service GATEWAY = standIn(Service.GATEWAY);
    static final List<Service> ALL = List.of(GATEWAY, ECONOMY, SIMULATOR);
    /** Needs no server, so it starts in a moment. */
    static final Service ALONE = new Service("alone", false, PROGRAM, 8099, 64, Set.of(), "/");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Echo() {}

    static Service alone(int heapMegabytes, List<String> jvmOptions) {
        return new Service("alone", false, PROGRAM, 8099, heapMegabytes, jvmOptions, Set.of(), "/");
    }

    static Service needing(String name, Need... needs) {
        return new Service(name, false, PROGRAM, 8099, 64, Set.of(needs), "/");
    }

    static String page(Stack stack, String name) {
        var request = HttpRequest.newBuilder(URI.create(stack.url(name) + "/"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Service standIn(Service service) {
        return new Service(
                service.name(), service.single(), PROGRAM, service.port(), 64, service.needs(), service.readyPath());
    }
}
