package dev.mitchbot.economy.guild;

/**
 * A page of a guild's standings, found by its neighbour instead of counted from the top.
 *
 * @param userId with {@code balance} the neighbour, which is not on the page itself
 */
public record PageKey(long guildId, Direction direction, long balance, long userId) {
    /** Before every wallet there can be. */
    public static PageKey first(long guildId) {
        return new PageKey(guildId, Direction.AFTER, Long.MAX_VALUE, Long.MAX_VALUE);
    }

    /** On which side of the neighbour the page lies. */
    public enum Direction {
        AFTER,
        BEFORE
    }
}
