package dev.mitchbot.chaos.stage;

import java.time.Duration;
import java.time.Instant;

/** How a killed process came back. */
public record Recovery(String process, Instant killed, Duration ready) {}
