package dev.mitchbot.simulator.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.mitchbot.simulator.Skipping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Discord's published OpenAPI description, against which recorded exchanges are checked. */
public final class DiscordDescription {
    private static final String ADDRESS = "https://discord.invalid/openapi.json";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonNode document;
    private final JsonSchemaFactory schemas;
    private final PathTemplates templates;
    private final Map<String, JsonSchema> compiled = new HashMap<>();

    private DiscordDescription(String text) {
        this.document = parsed(text);
        this.schemas = JsonSchemaFactory.getInstance(
                VersionFlag.V202012,
                builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(ADDRESS, text))));
        this.templates = new PathTemplates(document.get("paths"));
    }

    /**
     * Finds the description: at the system property {@code discord.openapi}, at the environment's
     * {@code DISCORD_OPENAPI}, or at {@code shared/spec/discord-openapi.json} beside a parent of the working folder. Skips
     * the test where there is none.
     */
    public static DiscordDescription findOrSkip() {
        var found = Optional.ofNullable(System.getProperty("discord.openapi"))
                .or(() -> Optional.ofNullable(System.getenv("DISCORD_OPENAPI")))
                .map(Path::of)
                .or(DiscordDescription::aboveWorkingFolder)
                .filter(Files::isRegularFile);
        Skipping.unless(
                found.isPresent(), "Discord's API description is missing, so exchanges are not checked against it");
        return read(found.orElseThrow());
    }

    private static Optional<Path> aboveWorkingFolder() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            var candidate = folder.resolve("shared/spec/discord-openapi.json");
            if (Files.isRegularFile(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static DiscordDescription read(Path file) {
        try {
            return new DiscordDescription(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What is wrong with an exchange; the path is below the API's version, bodies may be empty. */
    public List<String> flaws(String method, String path, String request, int status, String response) {
        var template = templates.matching(path.split("\\?")[0]);
        if (template.isEmpty()) {
            return List.of(method + " " + path + ": no such path");
        }
        var verb = method.toLowerCase(Locale.ROOT);
        var operation = document.get("paths").get(template.get()).path(verb);
        if (operation.isMissingNode()) {
            return List.of(method + " " + template.get() + ": no such operation");
        }
        var at = "/paths/" + escaped(template.get()) + "/" + verb;
        var flaws = new ArrayList<String>();
        if (!request.isEmpty() && status < 400) {
            var schema = operation.at("/requestBody/content/application~1json/schema");
            check(
                    at + "/requestBody/content/application~1json/schema",
                    schema,
                    JdaDialect.normalised(parsed(request)),
                    flaws);
        }
        checkResponse(at, operation, status, response, flaws);
        return flaws.stream()
                .map(flaw -> method + " " + template.get() + " " + status + ": " + flaw)
                .toList();
    }

    private void checkResponse(String at, JsonNode operation, int status, String response, List<String> flaws) {
        var responses = operation.get("responses");
        var key = responses.has(String.valueOf(status)) ? String.valueOf(status) : status / 100 + "XX";
        if (status < 500 && !responses.has(key)) {
            flaws.add("the description has no answer " + status);
            return;
        }
        if (response.isEmpty() || !responses.has(key)) {
            return;
        }
        var pointer = at + "/responses/" + key;
        var described = responses.get(key);
        if (described.has("$ref")) {
            pointer = described.get("$ref").asText().substring(1);
            described = document.at(pointer);
        }
        var schema = described.at("/content/application~1json/schema");
        var body = parsed(response);
        if (status >= 400 && body instanceof ObjectNode refusal) {
            // The description has numbers as codes of single fields, where Discord sends and documents names.
            refusal.remove("errors");
        }
        check(pointer + "/content/application~1json/schema", schema, body, flaws);
    }

    private void check(String pointer, JsonNode schema, JsonNode body, List<String> flaws) {
        if (schema.isMissingNode()) {
            flaws.add("the description has no body here");
            return;
        }
        compiled.computeIfAbsent(pointer, this::compile).validate(body).stream()
                .map(ValidationMessage::getMessage)
                .forEach(flaws::add);
    }

    private JsonSchema compile(String pointer) {
        var reference = MAPPER.createObjectNode().put("$ref", ADDRESS + "#" + pointer);
        return schemas.getSchema(reference);
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1").replace("{", "%7B").replace("}", "%7D");
    }

    private static JsonNode parsed(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
