package dev.mitchbot.contracts.command;

import java.util.Map;

/**
 * A half-typed option that wants suggestions. Its message type is {@code <service>.<command>.autocomplete.v1}.
 *
 * @param option the option that is being typed
 * @param value what stands there so far
 * @param options the other options given so far, by name
 */
public record Autocomplete(
        Interaction interaction, Caller caller, String option, String value, Map<String, String> options)
        implements Command {
    public Autocomplete {
        options = Map.copyOf(options);
    }
}
