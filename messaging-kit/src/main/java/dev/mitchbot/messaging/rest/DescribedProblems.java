package dev.mitchbot.messaging.rest;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Adds to the description of each operation what all of them have: the token that it needs, and its problems. */
public final class DescribedProblems implements OASFilter {
    private static final String TOKEN = "jwt";
    private static final String PROBLEM = "Problem";
    private static final String FIELD_ERROR = "FieldError";
    private static final String INVALID = "400";

    private static final Map<String, String> OF_ALL = Map.of(
            "401", "A valid bearer token is needed",
            "403", "This user may not manage that guild, or there is none",
            "503", "The database or the broker does not answer; Retry-After says when to try again");

    @Override
    public Operation filterOperation(Operation operation) {
        operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(TOKEN)));
        APIResponses responses = operation.getResponses();
        if (takesAnything(operation)) {
            responses.addAPIResponse(INVALID, described("Each invalid field, parameter or header is listed"));
        }
        OF_ALL.forEach((status, description) -> responses.addAPIResponse(status, described(description)));
        var inOrder = new TreeMap<>(responses.getAPIResponses());
        inOrder.tailMap(INVALID).values().forEach(response -> response.setContent(problems()));
        responses.setAPIResponses(inOrder);
        return operation;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents().addSchema(PROBLEM, problem()).addSchema(FIELD_ERROR, fieldError());
    }

    private static boolean takesAnything(Operation operation) {
        return operation.getRequestBody() != null
                || operation.getParameters() != null
                        && !operation.getParameters().isEmpty();
    }

    private static APIResponse described(String description) {
        return OASFactory.createAPIResponse().description(description);
    }

    private static Content problems() {
        return OASFactory.createContent()
                .addMediaType(Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(referenceTo(PROBLEM)));
    }

    private static Schema problem() {
        return object().addProperty("title", text())
                .addProperty("status", type(SchemaType.INTEGER).format("int32"))
                .addProperty("detail", text())
                .addProperty("errors", type(SchemaType.ARRAY).items(referenceTo(FIELD_ERROR)))
                .required(List.of("title", "status", "detail"));
    }

    private static Schema fieldError() {
        return object().addProperty("field", text())
                .addProperty("message", text())
                .required(List.of("field", "message"));
    }

    private static Schema object() {
        return type(SchemaType.OBJECT);
    }

    private static Schema text() {
        return type(SchemaType.STRING);
    }

    private static Schema type(SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }

    private static Schema referenceTo(String schema) {
        return OASFactory.createSchema().ref(schema);
    }
}
