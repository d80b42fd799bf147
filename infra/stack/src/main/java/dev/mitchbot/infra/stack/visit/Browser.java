package dev.mitchbot.infra.stack.visit;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person's browser before the dashboard: it keeps their session, and enters through Keycloak's form where it has none. */
public final class Browser implements AutoCloseable {
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(10);
    private static final int HOPS_MAX = 10;
    private static final Pattern LOGIN_FORM = Pattern.compile("<form[^>]*\\bid=\"kc-form-login\"[^>]*>");
    private static final Pattern ACTION = Pattern.compile("\\baction=\"([^\"]*)\"");

    /** Answers after which the session is worth nothing. */
    private static final Set<Integer> SHUT_OUT = Set.of(400, 401, 403);

    private final CookieManager cookies = new Cookies();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .connectTimeout(ANSWERED_WITHIN)
            .build();
    private final URI dashboard;
    private final String user;

    /** @param user one of the demo's, whose password is their name */
    public Browser(String dashboardUrl, String user) {
        this.dashboard = URI.create(dashboardUrl);
        this.user = user;
    }

    /** Takes this machine for a secure origin without TLS, as browsers do; the JDK would keep Keycloak's cookies back. */
    private static final class Cookies extends CookieManager {
        private static final Pattern SECURE = Pattern.compile("(?i);\\s*secure\\b");

        @Override
        public void put(URI uri, Map<String, List<String>> headers) throws IOException {
            var plain = new HashMap<String, List<String>>();
            headers.forEach((name, values) -> plain.put(
                    name,
                    values.stream()
                            .map(value -> SECURE.matcher(value).replaceAll(""))
                            .toList()));
            super.put(uri, plain);
        }
    }

    /** What the dashboard answered to a form, which is followed nowhere. */
    public record Answer(int status, String location) {}

    /**
     * Opens a page of the dashboard.
     *
     * @throws IOException where it is not shown, for whatever reason
     */
    public String open(String path) throws IOException {
        HttpResponse<String> response = follow(get(dashboard.resolve(path)));
        Matcher login = LOGIN_FORM.matcher(response.body());
        if (login.find()) {
            response = follow(signIn(response.uri(), login.group()));
        }
        boolean shown = response.statusCode() == 200 && response.uri().getPort() == dashboard.getPort();
        if (!shown && (response.statusCode() == 200 || SHUT_OUT.contains(response.statusCode()))) {
            cookies.getCookieStore().removeAll();
        }
        if (!shown) {
            throw new IOException(response.uri() + " got " + response.statusCode());
        }
        return response.body();
    }

    /**
     * Sends a form.
     *
     * @throws IOException where nobody knows what became of it
     */
    public Answer send(String path, Map<String, String> fields) throws IOException {
        HttpResponse<String> response = post(dashboard.resolve(path), fields);
        return new Answer(
                response.statusCode(), response.headers().firstValue("Location").orElse(""));
    }

    private HttpResponse<String> signIn(URI page, String form) throws IOException {
        Matcher action = ACTION.matcher(form);
        if (!action.find()) {
            throw new IOException("Keycloak's form goes nowhere: " + form);
        }
        URI target = page.resolve(Form.unescaped(action.group(1)));
        return post(target, Map.of("username", user, "password", user));
    }

    private HttpResponse<String> follow(HttpResponse<String> begin) throws IOException {
        HttpResponse<String> response = begin;
        for (int hop = 0; hop < HOPS_MAX && response.statusCode() / 100 == 3; hop++) {
            response = get(response.uri()
                    .resolve(response.headers().firstValue("Location").orElseThrow()));
        }
        return response;
    }

    private HttpResponse<String> get(URI uri) throws IOException {
        return exchange(HttpRequest.newBuilder(uri));
    }

    private HttpResponse<String> post(URI uri, Map<String, String> fields) throws IOException {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return exchange(HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.timeout(ANSWERED_WITHIN).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
