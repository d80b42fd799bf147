package dev.mitchbot.moderation.guild;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The rows that a batch needs, guild by guild in the order of their ids. */
public final class ModerationKeys {
    private final SortedMap<Long, GuildKeys> guilds = new TreeMap<>();

    public GuildKeys guild(long guildId) {
        return guilds.computeIfAbsent(guildId, id -> new GuildKeys());
    }

    public SortedMap<Long, GuildKeys> guilds() {
        return guilds;
    }

    /** The rows of one guild. What the gateway has told of it always comes along. */
    public static final class GuildKeys {
        private final Set<Long> numbers = new LinkedHashSet<>();
        private final Set<String> actions = new LinkedHashSet<>();
        private final Set<Long> users = new LinkedHashSet<>();
        private final Set<PageKey> pages = new LinkedHashSet<>();
        private boolean register;

        /** To write in the case log: nobody else may write in this guild's until the batch is saved. */
        public GuildKeys register() {
            register = true;
            return this;
        }

        public GuildKeys caseNumbered(long number) {
            numbers.add(number);
            return this;
        }

        /** The case that asked for an action, if there is one, and what is known of its target. */
        public GuildKeys caseAskedAs(String actionId) {
            actions.add(actionId);
            return this;
        }

        /**
         * The user's bans to be lifted, the last word on whether they are banned, what is open of that, and how many
         * warnings they have.
         */
        public GuildKeys user(long userId) {
            users.add(userId);
            return this;
        }

        public GuildKeys page(PageKey page) {
            pages.add(page);
            return this;
        }

        public Set<Long> numbers() {
            return numbers;
        }

        public Set<String> actions() {
            return actions;
        }

        public Set<Long> users() {
            return users;
        }

        public Set<PageKey> pages() {
            return pages;
        }

        public boolean needsRegister() {
            return register;
        }
    }
}
