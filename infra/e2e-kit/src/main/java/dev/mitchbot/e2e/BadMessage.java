package dev.mitchbot.e2e;

import dev.mitchbot.contracts.wire.CloudEvent;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that is no message.
 *
 * @param name also part of its id, by which its dead letter is found
 * @param reason what the dead letter has to say
 */
record BadMessage(String name, Map<String, String> headers, byte[] body, String reason) {
    private static final String MARK = "e2e-bad";
    private static final int TWO_MEGABYTES = 2 << 20;

    /** A header of ours that even a message without CloudEvents headers has. */
    static String mark() {
        return MARK;
    }

    /** What is wrong in every way, made from a good message of the topic. */
    static List<BadMessage> allLike(String type, byte[] good) {
        return List.of(
                new BadMessage("json", headers("json", type), text("{\"not\": json"), "json"),
                new BadMessage("empty", headers("empty", type), new byte[0], "no content"),
                new BadMessage("type", headers("type", "nobody.knows-this.v1"), good, "nobody.knows-this.v1"),
                new BadMessage("no-type", without(CloudEvent.TYPE, headers("no-type", type)), good, CloudEvent.TYPE),
                new BadMessage("no-id", without(CloudEvent.ID, headers("no-id", type)), good, CloudEvent.ID),
                new BadMessage("no-headers", Map.of(), good, "ce_"),
                new BadMessage("field", headers("field", type), text("{}"), "property|cannot map"),
                new BadMessage("null", headers("null", type), text("null"), "null"),
                new BadMessage("large", headers("large", type), large(), "bytes"));
    }

    private static Map<String, String> headers(String name, String type) {
        return Map.of(CloudEvent.ID, "bad-" + name, CloudEvent.TYPE, type);
    }

    private static Map<String, String> without(String header, Map<String, String> headers) {
        var fewer = new HashMap<>(headers);
        fewer.remove(header);
        return fewer;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] large() {
        return text("{\"filler\":\"" + "x".repeat(TWO_MEGABYTES) + "\"}");
    }
}
