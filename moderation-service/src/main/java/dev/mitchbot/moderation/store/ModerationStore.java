package dev.mitchbot.moderation.store;

import dev.mitchbot.messaging.Columns;
import dev.mitchbot.messaging.Sql;
import dev.mitchbot.messaging.Store;
import dev.mitchbot.moderation.cases.Case;
import dev.mitchbot.moderation.cases.CaseLog;
import dev.mitchbot.moderation.cases.Lift;
import dev.mitchbot.moderation.cases.Lifts;
import dev.mitchbot.moderation.cases.Warning;
import dev.mitchbot.moderation.guild.GuildFacts;
import dev.mitchbot.moderation.guild.GuildModeration;
import dev.mitchbot.moderation.guild.Moderation;
import dev.mitchbot.moderation.guild.ModerationKeys;
import dev.mitchbot.moderation.guild.ModerationKeys.GuildKeys;
import dev.mitchbot.moderation.guild.PageKey;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Brings a batch's rows into memory and back: one query for each kind that somebody needs, whatever the batch's size. */
public final class ModerationStore implements Store<ModerationKeys, Moderation> {
    @Override
    public ModerationKeys keys() {
        return new ModerationKeys();
    }

    /**
     * Locks first and looks then: what is read after the lock is what the last writer of the guild has left. What needs
     * nothing from one another is asked for in one go.
     */
    @Override
    public Uni<Moderation> load(Mutiny.Session session, ModerationKeys keys) {
        Loaded loaded = new Loaded();
        return RegistersTable.lock(session, guildsToWrite(keys))
                .invoke(found -> loaded.lastCases = found)
                .chain(() -> Sql.pipelined(
                        GuildFactsTable.find(session, keys.guilds().keySet()).invoke(found -> loaded.facts = found),
                        CasesTable.byNumber(session, wanted(keys, GuildKeys::numbers))
                                .invoke(loaded::add),
                        CasesTable.byAction(session, wanted(keys, GuildKeys::actions))
                                .invoke(loaded::add)
                                .invoke(found -> addTargets(keys, found)),
                        Warnings.pages(session, wanted(keys, GuildKeys::pages)).invoke(found -> loaded.pages = found)))
                .chain(() -> Sql.pipelined(
                        CasesTable.ofBans(session, wanted(keys, GuildKeys::users))
                                .invoke(loaded::add),
                        LiftsTable.find(session, wanted(keys, GuildKeys::users)).invoke(found -> loaded.lifts = found),
                        Warnings.counts(session, wanted(keys, GuildKeys::users))
                                .invoke(found -> loaded.warnings = found)))
                .map(last -> loaded.moderation(keys));
    }

    @Override
    public Uni<Void> save(Mutiny.Session session, Moderation moderation) {
        Map<Long, Long> lastCases = new HashMap<>();
        moderation.guilds().stream()
                .filter(guild -> !guild.log().changed().isEmpty())
                .forEach(guild -> lastCases.put(guild.guildId(), guild.log().lastNumber()));
        return Sql.pipelined(
                RegistersTable.save(session, lastCases),
                CasesTable.save(session, moderation.guilds()),
                LiftsTable.save(session, moderation.guilds()));
    }

    private static List<Long> guildsToWrite(ModerationKeys keys) {
        return keys.guilds().entrySet().stream()
                .filter(guild -> guild.getValue().needsRegister())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static <T> Columns<T> wanted(ModerationKeys keys, Function<GuildKeys, ? extends Iterable<T>> kind) {
        Columns<T> wanted = Columns.empty();
        keys.guilds().forEach((guildId, guild) -> kind.apply(guild).forEach(key -> wanted.add(guildId, key)));
        return wanted;
    }

    /** Only the cases tell whom the actions were about. */
    private static void addTargets(ModerationKeys keys, Columns<Case> cases) {
        for (int i = 0; i < cases.size(); i++) {
            keys.guild(cases.guilds().get(i)).user(cases.rows().get(i).targetId());
        }
    }

    /** What has come so far. */
    private static final class Loaded {
        private final Map<Long, List<Case>> cases = new HashMap<>();
        private Map<Long, Long> lastCases = Map.of();
        private Map<Long, GuildFacts> facts = Map.of();
        private Columns<Lift> lifts = Columns.empty();
        private Map<Long, Map<Long, Long>> warnings = Map.of();
        private Map<Long, Map<PageKey, List<Warning>>> pages = Map.of();

        void add(Columns<Case> found) {
            for (int i = 0; i < found.size(); i++) {
                cases.computeIfAbsent(found.guilds().get(i), guild -> new ArrayList<>())
                        .add(found.rows().get(i));
            }
        }

        Moderation moderation(ModerationKeys keys) {
            Map<Long, GuildModeration> guilds = new HashMap<>();
            keys.guilds().keySet().forEach(guildId -> guilds.put(guildId, guild(guildId)));
            return new Moderation(guilds);
        }

        private GuildModeration guild(long guildId) {
            return new GuildModeration(
                    guildId,
                    Optional.ofNullable(facts.get(guildId)),
                    new CaseLog(guildId, lastCases.getOrDefault(guildId, 0L), cases.getOrDefault(guildId, List.of())),
                    new Lifts(lifts.of(guildId)),
                    pages.getOrDefault(guildId, Map.of()),
                    warnings.getOrDefault(guildId, Map.of()));
        }
    }
}
