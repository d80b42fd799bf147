package dev.mitchbot.simulator.world;

/** Discord's gateway intents, as far as the simulator has events for them. */
public final class Intent {
    public static final int NONE = 0;
    public static final int GUILDS = 1;
    public static final int GUILD_MEMBERS = 1 << 1;
    public static final int GUILD_MODERATION = 1 << 2;
    public static final int GUILD_PRESENCES = 1 << 8;
    public static final int GUILD_MESSAGES = 1 << 9;
    public static final int GUILD_MESSAGE_REACTIONS = 1 << 10;
    public static final int DIRECT_MESSAGES = 1 << 12;
    public static final int DIRECT_MESSAGE_REACTIONS = 1 << 13;
    public static final int MESSAGE_CONTENT = 1 << 15;
    public static final int ALL_KNOWN = (1 << 26) - 1;

    private Intent() {}
}
