package dev.mitchbot.games.guild;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The rows that a batch needs, guild by guild in the order of their ids. */
public final class GamesKeys {
    private final SortedMap<Long, GuildKeys> guilds = new TreeMap<>();

    public GuildKeys guild(long guildId) {
        return guilds.computeIfAbsent(guildId, id -> new GuildKeys());
    }

    public SortedMap<Long, GuildKeys> guilds() {
        return guilds;
    }

    /** The rows of one guild. Its odds always come along. */
    public static final class GuildKeys {
        private final Set<Long> players = new LinkedHashSet<>();
        private final Set<Long> asking = new LinkedHashSet<>();
        private final Set<String> games = new LinkedHashSet<>();
        private final Set<String> checked = new LinkedHashSet<>();

        /** A member's seeds, and the games that they have open. */
        public GuildKeys player(long userId) {
            players.add(userId);
            return this;
        }

        /** A member, and besides the open games the instant ones that the ledger has not answered. */
        public GuildKeys asking(long userId) {
            asking.add(userId);
            return player(userId);
        }

        /** A game, if there is one with this id, and its player. */
        public GuildKeys game(String gameId) {
            games.add(gameId);
            return this;
        }

        /** A game with the seed that it was drawn from, if that is revealed. */
        public GuildKeys check(String gameId) {
            checked.add(gameId);
            return game(gameId);
        }

        public Set<Long> players() {
            return players;
        }

        public Set<Long> asking() {
            return asking;
        }

        public Set<String> games() {
            return games;
        }

        public Set<String> checked() {
            return checked;
        }
    }
}
