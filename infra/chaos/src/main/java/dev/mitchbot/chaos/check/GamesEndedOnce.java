package dev.mitchbot.chaos.check;

import dev.mitchbot.chaos.load.Act;
import dev.mitchbot.chaos.load.Deed;
import dev.mitchbot.chaos.load.Fate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the games remember is what the ledger has moved, player by player, and what the player was told. */
record GamesEndedOnce() implements Check {
    private static final String GAMES = """
            select game_id, guild_id || ':' || player_id, status,
                   case status when 'ENDED' then payout - stake else 0 end
            from games""";
    private static final String MOVED = """
            select guild_id || ':' || account_id, sum(amount) from entries
            where account_id > 4 and reason like 'STAKE_%' group by guild_id, account_id""";

    @Override
    public String promise() {
        return "Every stake was settled or returned once, and no player was told otherwise";
    }

    @Override
    public List<Violation> violations(Evidence evidence) {
        var found = new ArrayList<Violation>();
        Map<String, String> status = new HashMap<>();
        Map<String, Long> owed = new HashMap<>();
        for (List<String> game : evidence.rows("games", GAMES)) {
            status.put(game.get(0), game.get(2));
            owed.merge(game.get(1), Long.parseLong(game.get(3)), Long::sum);
        }
        for (List<String> moved : evidence.rows("economy", MOVED)) {
            owed.merge(moved.get(0), -Long.parseLong(moved.get(1)), Long::sum);
        }
        owed.forEach((player, difference) -> {
            if (difference != 0) {
                found.add(Violation.of(
                        this, "player %s: the games and the ledger differ by %d".formatted(player, difference)));
            }
        });
        for (Deed deed : evidence.deeds()) {
            if (deed.act() == Act.COINFLIP || deed.act() == Act.BLACKJACK) {
                judge(deed, status.getOrDefault(deed.id(), "NONE"), found);
            }
        }
        return found;
    }

    private void judge(Deed deed, String status, List<Violation> found) {
        Fate fate = deed.seen().fate();
        boolean played = status.equals("ENDED");
        if (fate == Fate.DECIDED && status.equals("NONE")
                || fate == Fate.DECIDED && deed.act() == Act.COINFLIP && !played) {
            found.add(Violation.of(this, deed, "was told of a game that is " + status));
        }
        boolean toldOfNone = fate == Fate.REFUSED
                || fate == Fate.TOLD_THAT_NOTHING_HAPPENED
                || fate == Fate.NOT_CONFIRMED
                || fate == Fate.BROKEN;
        if (toldOfNone && played) {
            found.add(Violation.of(this, deed, "was told of no game, and it was played"));
        }
    }
}
