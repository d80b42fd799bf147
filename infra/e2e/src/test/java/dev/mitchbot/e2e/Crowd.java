package dev.mitchbot.e2e;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Members of several guilds who use the economy without waiting for its answers. */
final class Crowd {
    private static final int GUILDS = 4;
    private static final int MEMBERS = 10;
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(90);

    private final ControlFace control;
    private final List<Guild> guilds;
    private final Set<String> interactions = new LinkedHashSet<>();
    private final Set<String> gifts = new LinkedHashSet<>();
    private int turn;

    Crowd(ControlFace control, String name) {
        this.control = control;
        guilds = IntStream.range(0, GUILDS)
                .mapToObj(number -> control.newGuild(name + "-" + number, MEMBERS))
                .toList();
    }

    /** Gifts of one coin, which everybody can afford, and every fifth time a reward or a look. */
    void act(int times) {
        for (int end = turn + times; turn < end; turn++) {
            Guild guild = guilds.get(turn % GUILDS);
            String member = guild.member(turn / GUILDS % MEMBERS);
            String neighbour = guild.member((turn / GUILDS + 1) % MEMBERS);
            switch (turn % 5) {
                case 0 -> start(guild, member, "daily", Map.of());
                case 1 -> start(guild, member, "balance", Map.of("user", neighbour));
                default -> gifts.add(start(guild, member, "give", Map.of("user", neighbour, "amount", 1)));
            }
        }
    }

    private String start(Guild guild, String member, String command, Map<String, Object> options) {
        String id = guild.use(member, command, options, Duration.ZERO).id();
        interactions.add(id);
        return id;
    }

    /** Everything that was asked for, once each is decided or the member knows that nothing happened. */
    List<Seen> settled() {
        var settled = new ArrayList<Seen>();
        for (String id : interactions) {
            settled.add(await("interaction " + id)
                    .atMost(SETTLED_WITHIN)
                    .until(
                            () -> control.interaction(id, Duration.ZERO),
                            seen -> seen.isDecided() || seen.isToldThatNothingHappened()));
        }
        return settled;
    }

    List<String> decidedGifts(List<Seen> settled) {
        return settled.stream()
                .filter(Seen::isDecided)
                .map(Seen::id)
                .filter(gifts::contains)
                .toList();
    }

    /** The movements of the gifts that this crowd asked for. */
    List<String> movedGifts(Books books) {
        return books.moved("GIFT").stream().filter(gifts::contains).toList();
    }
}
