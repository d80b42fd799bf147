package dev.mitchbot.contracts.command;

/** Discord's permission bits, as far as Mitchbot asks for them. */
public enum Permission {
    KICK_MEMBERS(1L << 1),
    BAN_MEMBERS(1L << 2),
    ADMINISTRATOR(1L << 3),
    MANAGE_CHANNELS(1L << 4),
    MANAGE_GUILD(1L << 5),
    SEND_MESSAGES(1L << 11),
    MANAGE_MESSAGES(1L << 13),
    MANAGE_NICKNAMES(1L << 27),
    MANAGE_ROLES(1L << 28),
    MODERATE_MEMBERS(1L << 40);

    private final long bit;

    Permission(long bit) {
        this.bit = bit;
    }

    /** Whether this bit is set. */
    public boolean in(long permissions) {
        return (permissions & bit) != 0;
    }

    /** The bits of several permissions together, as a command's default needs them. */
    public static long all(Permission... permissions) {
        long bits = 0;
        for (Permission permission : permissions) {
            bits |= permission.bit;
        }
        return bits;
    }
}
