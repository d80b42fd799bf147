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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * While services are replaced one by one, each version reads what the other writes. {@code -Dschemas.update=true} writes
 * the schemas anew, for a change that the first test accepts.
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
    void understandsTheLastVersionAndIsUnderstoodByIt(Class<?> body) throws IOException {
        JsonNode now = Schemas.of(body);
        Path file = FOLDER.resolve(body.getSimpleName() + ".json");
        if (Files.exists(file)) {
            assertThat(breaks(MAPPER.readTree(file.toFile()), now, body.getSimpleName()))
                    .as("each version must take what the other one writes; make a new type instead")
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
    void everySchemaIsThatOfARecord() throws IOException {
        assertThat(withoutRecord(FOLDER))
                .as("whose record is gone or has another name: others may still write and read it")
                .isEmpty();
    }

    @Test
    void noticesASchemaWhoseRecordIsGone(@TempDir Path folder) throws IOException {
        Files.createFile(folder.resolve("Answer.json"));
        Files.createFile(folder.resolve("Question.json"));

        assertThat(withoutRecord(folder)).containsExactly("Question.json");
    }

    @Test
    void allowsAnotherOptionalField() {
        ObjectNode was = MAPPER.createObjectNode().put("type", "object");
        was.putObject("properties").putObject("amount").put("type", "integer");
        was.putArray("required").add("amount");
        ObjectNode now = was.deepCopy();
        ((ObjectNode) now.get("properties")).putObject("note").put("type", "string");

        assertThat(breaks(was, now, "Give")).isEmpty();
    }

    @Test
    void noticesAFieldThatIsNoLongerRequired() {
        ObjectNode was = MAPPER.createObjectNode().put("type", "object");
        was.putObject("properties").putObject("amount").put("type", "integer");
        ObjectNode now = was.deepCopy();
        was.putArray("required").add("amount");

        assertThat(breaks(was, now, "Give")).containsExactly("Give.amount may be missing now");
    }

    @Test
    void noticesARequiredFieldThatIsGone() {
        ObjectNode now = MAPPER.createObjectNode().put("type", "object");
        ObjectNode was = now.deepCopy();
        was.putObject("properties").putObject("amount").put("type", "integer");
        was.putArray("required").add("amount");

        assertThat(breaks(was, now, "Give")).containsExactly("Give.amount may be missing now");
    }

    @Test
    void noticesAValueThatTheLastVersionDoesNotKnow() {
        ObjectNode was = MAPPER.createObjectNode().put("const", "PRIMARY");
        ObjectNode now = MAPPER.createObjectNode();
        now.set("enum", values("PRIMARY", "DANGER"));

        assertThat(breaks(was, now, "Style")).containsExactly("Style has the new value \"DANGER\"");
    }

    @Test
    void noticesATextThatBecameAChoiceAndAChoiceThatBecameAText() {
        ObjectNode text = MAPPER.createObjectNode().put("type", "string");
        ObjectNode choice = text.deepCopy();
        choice.set("enum", values("PRIMARY"));

        assertThat(breaks(text, choice, "Style")).containsExactly("Style was any value and is one of \"PRIMARY\"");
        assertThat(breaks(choice, text, "Style")).containsExactly("Style was one of \"PRIMARY\" and is any value");
    }

    @Test
    void noticesWhatIsDeepWithin() {
        ObjectNode was = MAPPER.createObjectNode().put("type", "array");
        ObjectNode item = was.putObject("items").put("type", "object");
        item.putObject("additionalProperties").set("enum", values("PRIMARY"));
        ObjectNode now = was.deepCopy();
        ((ObjectNode) now.at("/items/additionalProperties")).set("enum", values("PRIMARY", "DANGER"));

        assertThat(breaks(was, now, "Styles")).containsExactly("Styles[]{} has the new value \"DANGER\"");
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

    /** What a reader of either schema cannot take from a writer of the other one. */
    private static List<String> breaks(JsonNode was, JsonNode now, String path) {
        List<String> breaks = new ArrayList<>();
        if (!was.path("type").equals(now.path("type"))) {
            breaks.add(path + " was " + was.path("type") + " and is " + now.path("type"));
            return breaks;
        }
        breaks.addAll(otherValues(choice(was), choice(now), path));
        Set<JsonNode> before = elements(was.path("required"));
        Set<JsonNode> after = elements(now.path("required"));
        without(after, before).forEach(field -> breaks.add(path + "." + field.asText() + " is required now"));
        without(before, after).forEach(field -> breaks.add(path + "." + field.asText() + " may be missing now"));
        was.path("properties").fieldNames().forEachRemaining(field -> {
            JsonNode kept = now.path("properties").path(field);
            if (!kept.isMissingNode()) {
                breaks.addAll(breaks(was.path("properties").path(field), kept, path + "." + field));
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

    /** Of two choices; an empty one is none, and allows every value. */
    private static List<String> otherValues(Set<JsonNode> was, Set<JsonNode> now, String path) {
        if (was.isEmpty() != now.isEmpty()) {
            return List.of(path + " was " + words(was) + " and is " + words(now));
        }
        List<String> breaks = new ArrayList<>();
        without(was, now).forEach(value -> breaks.add(path + " no longer knows " + value));
        without(now, was).forEach(value -> breaks.add(path + " has the new value " + value));
        return breaks;
    }

    private static String words(Set<JsonNode> choice) {
        return choice.isEmpty()
                ? "any value"
                : "one of " + choice.stream().map(JsonNode::toString).collect(Collectors.joining(", "));
    }

    private static Set<JsonNode> choice(JsonNode schema) {
        return schema.has("const") ? Set.of(schema.get("const")) : elements(schema.path("enum"));
    }

    private static Set<JsonNode> without(Set<JsonNode> all, Set<JsonNode> some) {
        Set<JsonNode> rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    /** The schemas in a folder that belong to no record. */
    private static List<String> withoutRecord(Path folder) throws IOException {
        Set<String> records =
                bodies().stream().map(body -> body.getSimpleName() + ".json").collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !records.contains(name))
                    .toList();
        }
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
