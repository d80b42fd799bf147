package dev.mitchbot.games.session;

/** What a kind of game remembers: a record, stored as JSON. */
public interface GameState {}
