package dev.mitchbot.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The wire as it is must read what the wire as it was has written. {@code -Dschemas.update=true} writes the schemas anew,
 * for a change that the first test accepts.
 */
class WireContractTest {
    private static final Path FOLDER = Path.of("src/main/resources/schemas");
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    static List<Class<?>> bodies() {
        return Schemas.bodies();
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void readsWhatTheLastVersionWrote(Class<?> body) throws IOException {
        JsonNode now = Schemas.of(body);
        Path file = FOLDER.resolve(body.getSimpleName() + ".json");
        if (Files.exists(file)) {
            assertThat(breaks(MAPPER.readTree(file.toFile()), now, body.getSimpleName()))
                    .as("a reader of the new version must take what the old one writes; make a new type instead")
                    .isEmpty();
        }
        if (Boolean.getBoolean("schemas.update")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, MAPPER.writeValueAsString(now) + "\n");
        }
        assertThat(file).as("the schema is committed").exists();
        assertThat(MAPPER.readTree(file.toFile()))
                .as("the committed schema is this version's; -Dschemas.update=true writes it")
                .isEqualTo(now);
    }

    @Test
    void noticesAFieldThatBecameRequired() {
        ObjectNode now = MAPPER.createObjectNode().put("type", "object");
        ObjectNode was = now.deepCopy();
        now.putArray("required").add("amount");

        assertThat(breaks(was, now, "Give")).containsExactly("Give.amount is required now");
    }

    @Test
    void noticesAFieldOfAnotherType() {
        ObjectNode was = MAPPER.createObjectNode().put("type", "object");
        was.putObject("properties").putObject("amount").put("type", "integer");
        ObjectNode now = was.deepCopy();
        ((ObjectNode) now.at("/properties/amount")).put("type", "string");

        assertThat(breaks(was, now, "Give")).containsExactly("Give.amount was \"integer\" and is \"string\"");
    }

    @Test
    void noticesAValueThatIsNoLongerKnown() {
        ObjectNode was = MAPPER.createObjectNode();
        was.set("enum", values("PRIMARY", "DANGER"));
        ObjectNode now = MAPPER.createObjectNode();
        now.set("enum", values("PRIMARY"));

        assertThat(breaks(was, now, "Style")).containsExactly("Style no longer knows \"DANGER\"");
    }

    /** What a reader of the new schema cannot take from a writer of the old one. */
    private static List<String> breaks(JsonNode was, JsonNode now, String path) {
        List<String> breaks = new ArrayList<>();
        if (was.has("type") && !was.get("type").equals(now.path("type"))) {
            breaks.add(path + " was " + was.get("type") + " and is " + now.path("type"));
            return breaks;
        }
        Set<JsonNode> known = elements(now.path("enum"));
        elements(was.path("enum")).stream()
                .filter(value -> now.has("enum") && !known.contains(value))
                .forEach(value -> breaks.add(path + " no longer knows " + value));
        Set<JsonNode> required = elements(now.path("required"));
        required.removeAll(elements(was.path("required")));
        required.forEach(field -> breaks.add(path + "." + field.asText() + " is required now"));
        was.path("properties").fieldNames().forEachRemaining(field -> {
            JsonNode after = now.path("properties").path(field);
            if (!after.isMissingNode()) {
                breaks.addAll(breaks(was.path("properties").path(field), after, path + "." + field));
            }
        });
        if (was.has("items")) {
            breaks.addAll(breaks(was.get("items"), now.path("items"), path + "[]"));
        }
        if (was.has("additionalProperties")) {
            breaks.addAll(breaks(was.get("additionalProperties"), now.path("additionalProperties"), path + "{}"));
        }
        return breaks;
    }

    private static Set<JsonNode> elements(JsonNode array) {
        Set<JsonNode> elements = new HashSet<>();
        array.forEach(elements::add);
        return elements;
    }

    private static ArrayNode values(String... values) {
        ArrayNode array = MAPPER.createArrayNode();
        for (String value : values) {
            array.add(value);
        }
        return array;
    }
}
