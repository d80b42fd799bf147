package dev.mitchbot.dashboard.members;

import dev.mitchbot.contracts.discord.MemberSnapshot;
import dev.mitchbot.messaging.Columns;
import dev.mitchbot.messaging.Instants;
import dev.mitchbot.messaging.Sql;
import dev.mitchbot.messaging.Store;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** Writes down what members are called; the latest counts, in whatever order it comes. */
final class MemberStore implements Store<MemberStore.NoKeys, Map<String, MemberSnapshot>> {
    private static final String SAVE = """
            insert into members (guild_id, user_id, name, bot, seen_at)
            select g, u, n, b, timestamptz 'epoch' + seen * interval '1 microsecond'
            from unnest(cast(:guilds as bigint[]), cast(:users as bigint[]), cast(:names as text[]),
                        cast(:bots as boolean[]), cast(:times as bigint[])) v (g, u, n, b, seen)
            on conflict (guild_id, user_id) do update
            set name = excluded.name, bot = excluded.bot, seen_at = excluded.seen_at
            where members.seen_at < excluded.seen_at""";

    /** So that two instances never wait for each other. */
    private static final Comparator<MemberSnapshot> ORDER =
            Comparator.comparingLong(MemberSnapshot::guildId).thenComparingLong(MemberSnapshot::userId);

    record NoKeys() {}

    @Override
    public NoKeys keys() {
        return new NoKeys();
    }

    @Override
    public Uni<Map<String, MemberSnapshot>> load(Mutiny.Session session, NoKeys keys) {
        return Uni.createFrom().item(new HashMap<>());
    }

    @Override
    public Uni<Void> save(Mutiny.Session session, Map<String, MemberSnapshot> latest) {
        if (latest.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Columns<MemberSnapshot> members = Columns.empty();
        latest.values().stream().sorted(ORDER).forEach(member -> members.add(member.guildId(), member));
        return Sql.of(session, SAVE)
                .set("guilds", members.guildIds())
                .set("users", members.longs(MemberSnapshot::userId))
                .set("names", members.texts(MemberSnapshot::name))
                .set("bots", members.rows().stream().map(MemberSnapshot::bot).toArray(Boolean[]::new))
                .set("times", members.longs(member -> Instants.micros(member.seenAt())))
                .update()
                .replaceWithVoid();
    }
}
