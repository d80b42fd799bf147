package dev.mitchbot.simulator.rest;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A multipart body: its {@code payload_json} and the files beside it. */
record Multipart(JsonObject payload, List<Upload> files) {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]*)\"");

    /** A file that came with a message: its field, name and size. */
    record Upload(String field, String name, int bytes) {}

    static Multipart of(String contentType, Buffer body) {
        var boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw ApiError.of(400, 50109, "The request body contains invalid JSON.");
        }
        var payload = new JsonObject();
        var files = new ArrayList<Upload>();
        var whole = body.toString(StandardCharsets.ISO_8859_1);
        for (var part : whole.split(Pattern.quote("--" + boundary.group(1)))) {
            int headerEnd = part.indexOf("\r\n\r\n");
            if (headerEnd < 0) {
                continue;
            }
            var header = part.substring(0, headerEnd);
            var content = part.substring(headerEnd + 4, part.length() - 2);
            var name = NAME.matcher(header);
            var file = FILE_NAME.matcher(header);
            if (file.find()) {
                files.add(new Upload(name.find() ? name.group(1) : "", file.group(1), content.length()));
            } else if (name.find() && name.group(1).equals("payload_json")) {
                payload = Content.json(Buffer.buffer(content.getBytes(StandardCharsets.ISO_8859_1)));
            }
        }
        return new Multipart(payload, files);
    }
}
