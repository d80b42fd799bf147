package dev.mitchbot.e2e;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mitchbot.infra.servers.Secrets;
import dev.mitchbot.infra.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** What the stack's Keycloak can be told to do otherwise, by its administrator. */
record KeycloakAdmin(String url, String password) {
    private static final String REALMS = "/realms/";
    private static final Duration USUAL = Duration.ofMinutes(5);

    static KeycloakAdmin of(Stack stack) {
        String realmUrl = stack.oidcUrl();
        return new KeycloakAdmin(
                realmUrl.substring(0, realmUrl.indexOf(REALMS)),
                Secrets.keptIn(stack.folder().resolve("data/keycloak-admin-password")));
    }

    /** Does something while tokens last only so long. */
    void whileTokensLast(Duration life, Runnable action) {
        tokensLast(life);
        try {
            action.run();
        } finally {
            tokensLast(USUAL);
        }
    }

    private void tokensLast(Duration life) {
        send(HttpRequest.newBuilder(URI.create(url + "/admin/realms/mitchbot"))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"accessTokenLifespan\":" + life.toSeconds() + "}"))
                .build());
    }

    private String token() {
        String answer = send(HttpRequest.newBuilder(URI.create(url + REALMS + "master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "grant_type=password&client_id=admin-cli&username=admin&password=" + password))
                .build());
        try {
            return new ObjectMapper().readTree(answer).path("access_token").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String send(HttpRequest request) {
        try (var http = HttpClient.newHttpClient()) {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new AssertionError(request + " got " + response.statusCode() + ": " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted at " + request, e);
        }
    }
}
