package dev.mitchbot.economy.leaderboard;

import dev.mitchbot.contracts.reply.Button;
import dev.mitchbot.contracts.reply.Button.Style;
import dev.mitchbot.contracts.reply.Embed;
import dev.mitchbot.contracts.reply.MessageBody;
import dev.mitchbot.economy.guild.PageKey.Direction;
import dev.mitchbot.economy.ledger.Standing;
import dev.mitchbot.economy.wording.Answers;
import dev.mitchbot.economy.wording.Coins;
import dev.mitchbot.economy.wording.Colors;
import java.util.List;
import java.util.Optional;

/**
 * Ten wallets, the richest first.
 *
 * @param firstRank the rank of the first of them
 */
record Page(List<Standing> standings, long firstRank, boolean hasPrevious, boolean hasNext) {
    static final int SIZE = 10;
    private static final List<String> MEDALS = List.of("\uD83E\uDD47", "\uD83E\uDD48", "\uD83E\uDD49");

    /** @param found up to {@link #SIZE} + 1 standings: one more tells that there are more */
    static Page first(List<Standing> found) {
        return new Page(cut(found), 1, false, found.size() > SIZE);
    }

    /** The page that a button leads to; empty where it has gone, or where the way back has come to the top. */
    static Optional<Page> turned(Turn turn, List<Standing> found) {
        if (turn.direction() == Direction.AFTER) {
            return found.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Page(cut(found), turn.rank() + 1, true, found.size() > SIZE));
        }
        long firstRank = turn.rank() - SIZE;
        return found.size() <= SIZE || firstRank <= 1
                ? Optional.empty()
                : Optional.of(new Page(found.subList(found.size() - SIZE, found.size()), firstRank, true, true));
    }

    boolean isEmpty() {
        return standings.isEmpty();
    }

    MessageBody message(String currency) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < standings.size(); i++) {
            Standing standing = standings.get(i);
            lines.append(i == 0 ? "" : "\n")
                    .append(place(firstRank + i))
                    .append(' ')
                    .append(Answers.mention(standing.userId()))
                    .append(" · ")
                    .append(Coins.of(standing.balance(), currency));
        }
        Embed embed = Embed.of(Colors.NEUTRAL, lines.toString()).titled("The rich list");
        return MessageBody.of(embed).withRow(previous(), next());
    }

    private Button previous() {
        Turn back = new Turn(Direction.BEFORE, standings.getFirst(), firstRank);
        return Button.of(Style.SECONDARY, back.customId(), "Previous").disabledIf(!hasPrevious);
    }

    private Button next() {
        Turn on = new Turn(Direction.AFTER, standings.getLast(), firstRank + standings.size() - 1);
        return Button.of(Style.SECONDARY, on.customId(), "Next").disabledIf(!hasNext);
    }

    private static String place(long rank) {
        return rank <= MEDALS.size() ? MEDALS.get((int) rank - 1) : "**" + rank + ".**";
    }

    private static List<Standing> cut(List<Standing> found) {
        return found.subList(0, Math.min(SIZE, found.size()));
    }
}
