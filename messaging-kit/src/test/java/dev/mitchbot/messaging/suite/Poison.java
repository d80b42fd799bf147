package dev.mitchbot.messaging.suite;

import java.util.Map;

/** The body of a message whose handler always throws; a service's tests bring that handler. */
public record Poison(Map<String, String> content) {
    /** What its handler throws with. */
    public static final String SYMPTOM = "this one is poisoned";
}
