package dev.mitchbot.games.chance;

/** A seed that is no secret any more, because nothing will be drawn from it again. */
public record RevealedSeed(long playerId, int number, ServerSeed seed) {}
