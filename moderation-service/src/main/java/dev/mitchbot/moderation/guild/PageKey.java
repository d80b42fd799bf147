package dev.mitchbot.moderation.guild;

/**
 * A page of a user's warnings, found by its neighbour instead of counted from the top.
 *
 * @param caseNumber the neighbour, which is not on the page itself
 */
public record PageKey(long userId, Direction direction, long caseNumber) {
    /** Newer than any warning there can be. */
    public static PageKey first(long userId) {
        return new PageKey(userId, Direction.OLDER, Long.MAX_VALUE);
    }

    /** On which side of the neighbour the page lies. */
    public enum Direction {
        OLDER,
        NEWER
    }
}
