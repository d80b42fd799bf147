package dev.mitchbot.simulator.world;

/** Discord's permission bits, as far as the simulator enforces them. */
public final class Permission {
    public static final long KICK_MEMBERS = 1L << 1;
    public static final long BAN_MEMBERS = 1L << 2;
    public static final long ADMINISTRATOR = 1L << 3;
    public static final long MANAGE_CHANNELS = 1L << 4;
    public static final long MANAGE_GUILD = 1L << 5;
    public static final long ADD_REACTIONS = 1L << 6;
    public static final long VIEW_AUDIT_LOG = 1L << 7;
    public static final long VIEW_CHANNEL = 1L << 10;
    public static final long SEND_MESSAGES = 1L << 11;
    public static final long MANAGE_MESSAGES = 1L << 13;
    public static final long EMBED_LINKS = 1L << 14;
    public static final long ATTACH_FILES = 1L << 15;
    public static final long READ_MESSAGE_HISTORY = 1L << 16;
    public static final long MENTION_EVERYONE = 1L << 17;
    public static final long USE_EXTERNAL_EMOJIS = 1L << 18;
    public static final long CHANGE_NICKNAME = 1L << 26;
    public static final long MANAGE_NICKNAMES = 1L << 27;
    public static final long MANAGE_ROLES = 1L << 28;
    public static final long USE_APPLICATION_COMMANDS = 1L << 31;
    public static final long MODERATE_MEMBERS = 1L << 40;

    public static final long ALL = (1L << 53) - 1;

    static final long EVERYONE = VIEW_CHANNEL
            | SEND_MESSAGES
            | EMBED_LINKS
            | ATTACH_FILES
            | ADD_REACTIONS
            | READ_MESSAGE_HISTORY
            | CHANGE_NICKNAME
            | USE_APPLICATION_COMMANDS;
    static final long MODERATOR = KICK_MEMBERS
            | BAN_MEMBERS
            | MODERATE_MEMBERS
            | MANAGE_MESSAGES
            | MANAGE_CHANNELS
            | MANAGE_NICKNAMES
            | VIEW_AUDIT_LOG;
    static final long BOT = EVERYONE | MODERATOR | MANAGE_GUILD | MANAGE_ROLES | MENTION_EVERYONE | USE_EXTERNAL_EMOJIS;
    static final long WHILE_TIMED_OUT = VIEW_CHANNEL | READ_MESSAGE_HISTORY;

    private Permission() {}
}
