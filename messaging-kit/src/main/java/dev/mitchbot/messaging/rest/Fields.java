package dev.mitchbot.messaging.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mitchbot.messaging.rest.Problem.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A request's body, read field by field, so that every invalid one can be named at once. A field that is asked for must
 * be there; one that nobody asked for is invalid as well.
 */
public final class Fields {
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private final ObjectNode body;
    private final Set<String> asked = new HashSet<>();
    private final List<FieldError> errors;

    private Fields(ObjectNode body, List<FieldError> errors) {
        this.body = body;
        this.errors = new ArrayList<>(errors);
    }

    /** A body to be read, whose headers are in order. */
    public static Fields of(String text) {
        return of(text, List.of());
    }

    /**
     * A body to be read.
     *
     * @param errors what is wrong with the headers that come with it, named together with the invalid fields
     * @throws ProblemException where the text is no JSON object
     */
    static Fields of(String text, List<FieldError> errors) {
        try {
            if (text != null && MAPPER.readTree(text) instanceof ObjectNode body) {
                return new Fields(body, errors);
            }
        } catch (JsonProcessingException e) {
            throw unreadable("The body is not JSON: " + e.getOriginalMessage(), errors);
        }
        throw unreadable("The body must be a JSON object.", errors);
    }

    /** True or false; false where it is missing or invalid, which {@link #requireValid} then says. */
    public boolean bool(String name) {
        JsonNode value = value(name);
        if (value != null && !value.isBoolean()) {
            reject(name, "must be true or false");
        }
        return value != null && value.asBoolean();
    }

    /** A whole number within these limits, both included. */
    public long whole(String name, long smallest, long largest) {
        JsonNode value = value(name);
        if (value == null) {
            return smallest;
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.asLong() < smallest
                || value.asLong() > largest) {
            reject(name, "must be a whole number from " + smallest + " to " + largest);
            return smallest;
        }
        return value.asLong();
    }

    /**
     * A text of a certain form.
     *
     * @param form said to the caller, for example "1 to 32 letters"
     */
    public String text(String name, Pattern pattern, String form) {
        JsonNode value = value(name);
        if (value == null) {
            return "";
        }
        if (!value.isTextual() || !pattern.matcher(value.textValue()).matches()) {
            reject(name, "must be " + form);
            return "";
        }
        return value.textValue();
    }

    /** Notes what is wrong with a field beyond its own limits. */
    public void reject(String name, String message) {
        errors.add(new FieldError(name, message));
    }

    /** Whether nothing has been found wrong with the field so far. */
    public boolean isValid(String name) {
        return errors.stream().noneMatch(error -> error.field().equals(name));
    }

    /** @throws ProblemException where any field is invalid, missing or unknown; it names every one */
    public void requireValid() {
        body.fieldNames().forEachRemaining(name -> {
            if (!asked.contains(name)) {
                reject(name, "is not known here");
            }
        });
        if (!errors.isEmpty()) {
            throw new ProblemException(Problem.invalid(errors));
        }
    }

    private JsonNode value(String name) {
        asked.add(name);
        JsonNode value = body.get(name);
        if (value == null || value.isNull()) {
            reject(name, "is missing");
            return null;
        }
        return value;
    }

    private static ProblemException unreadable(String detail, List<FieldError> errors) {
        return new ProblemException(new Problem("Invalid request", 400, detail, errors));
    }
}
