package dev.mitchbot.moderation.cases;

import java.time.Instant;

/** A warning as the list shows it. */
public record Warning(long caseNumber, long moderatorId, String reason, Instant at) {}
