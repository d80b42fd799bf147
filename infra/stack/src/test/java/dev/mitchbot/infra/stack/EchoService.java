package dev.mitchbot.infra.stack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A service as small as can be: ready at once, and its page tells the environment that it was given, and its heap. */
final class EchoService {
    private EchoService() {}

    public static void main(String[] arguments) throws IOException {
        if ("yes".equals(System.getenv("ECHO_DIES"))) {
            System.err.println("told to die");
            System.exit(3);
        }
        int port = Integer.parseInt(System.getenv("HTTP_PORT"));
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            byte[] body = page(System.getenv()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        server.start();
        System.out.println("echo listens on " + port);
    }

    private static String page(Map<String, String> environment) {
        var page = new StringBuilder();
        new TreeMap<>(environment)
                .forEach((name, value) ->
                        page.append(name).append('=').append(value).append('\n'));
        ManagementFactory.getGarbageCollectorMXBeans()
                .forEach(collector -> page.append(collector.getName()).append('\n'));
        page.append(Runtime.getRuntime().maxMemory() >> 20).append(" MB of heap\n");
        return page.toString();
    }
}
