package dev.mitchbot.games.chance;

/** Where a game's chance comes from. */
public interface Randomness {
    /** A number from 0 to below the bound, each as likely as any other. */
    int below(int bound);
}
