package dev.mitchbot.messaging.suite;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mitchbot.contracts.wire.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What a service says of its REST API. */
record Description(JsonNode document) {
    private static final String PROBLEM = "#/components/schemas/Problem";

    static Description served() {
        try {
            return new Description(Json.read(
                    given().queryParam("format", "json").get("/q/openapi").asByteArray(), JsonNode.class));
        } catch (IOException e) {
            throw new AssertionError("The description is not JSON", e);
        }
    }

    boolean hasBearerTokens() {
        return document.at("/components/securitySchemes/jwt/scheme").asText().equals("bearer");
    }

    List<String> fieldsOfProblems() {
        return document.at("/components/schemas/Problem/properties")
                .propertyStream()
                .map(Map.Entry::getKey)
                .toList();
    }

    List<Operation> operations() {
        return document.path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(method -> new Operation(path.getKey(), method.getKey(), method.getValue())))
                .toList();
    }

    List<Operation> reads() {
        return operations().stream()
                .filter(operation -> operation.method().equals("get"))
                .toList();
    }

    /** @param path with its parameters' names in braces */
    record Operation(String path, String method, JsonNode node) {
        /** Whether this address is one of the operation's. */
        boolean isAt(String address) {
            return address.matches(path.replaceAll("[{][^}]*[}]", "[^/]+"));
        }

        boolean needsToken() {
            return node.path("security").valueStream().anyMatch(needed -> needed.has("jwt"));
        }

        /** The status of each error. */
        List<String> errors() {
            return node.path("responses")
                    .propertyStream()
                    .map(Map.Entry::getKey)
                    .filter(status -> status.compareTo("400") >= 0)
                    .toList();
        }

        boolean answersWithProblem(String status) {
            return node.path("responses")
                    .path(status)
                    .path("content")
                    .path("application/problem+json")
                    .at("/schema/$ref")
                    .asText()
                    .equals(PROBLEM);
        }

        List<String> queryParameters() {
            return node.path("parameters")
                    .valueStream()
                    .filter(parameter -> parameter.path("in").asText().equals("query"))
                    .map(parameter -> parameter.path("name").asText())
                    .toList();
        }
    }
}
