package dev.mitchbot.messaging.suite;

import java.util.Map;

/** The body of a message that a {@link PoisonHandler} cannot handle; a service's tests add one to the service's handlers. */
public record Poison(Map<String, String> content) {
    static final String TYPE = "suite.poison.v1";

    /** What its handler throws with. */
    static final String SYMPTOM = "this one is poisoned";
}
