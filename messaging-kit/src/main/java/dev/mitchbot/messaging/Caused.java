package dev.mitchbot.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mitchbot.contracts.wire.Topic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The inbox's column of caused messages: a JSON array, written so that reading it gives the same bytes to publish. */
final class Caused {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Caused() {}

    static String write(List<Outgoing> caused) {
        if (caused.isEmpty()) {
            return "[]";
        }
        StringBuilder json = new StringBuilder(512);
        for (Outgoing outgoing : caused) {
            json.append(json.isEmpty() ? '[' : ',');
            json.append("{\"topic\":\"").append(outgoing.topic().name());
            json.append("\",\"key\":\"").append(outgoing.key());
            json.append("\",\"id\":").append(quoted(outgoing.id()));
            json.append(",\"type\":\"").append(outgoing.type());
            json.append("\",\"cause\":").append(quoted(outgoing.cause()));
            json.append(",\"trace\":\"").append(outgoing.traceparent());
            json.append("\",\"body\":")
                    .append(new String(outgoing.body(), StandardCharsets.UTF_8))
                    .append('}');
        }
        return json.append(']').toString();
    }

    static List<Outgoing> read(String json) {
        try {
            List<Outgoing> caused = new ArrayList<>();
            for (JsonNode node : MAPPER.readTree(json)) {
                caused.add(new Outgoing(
                        Topic.valueOf(node.get("topic").textValue()),
                        node.get("key").textValue(),
                        node.get("id").textValue(),
                        node.get("type").textValue(),
                        MAPPER.writeValueAsBytes(node.get("body")),
                        node.get("cause").textValue(),
                        node.get("trace").textValue()));
            }
            return caused;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The inbox holds what this version cannot read", e);
        }
    }

    static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        try {
            return MAPPER.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
