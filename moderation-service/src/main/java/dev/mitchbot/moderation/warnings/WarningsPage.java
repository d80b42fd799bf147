package dev.mitchbot.moderation.warnings;

import dev.mitchbot.contracts.reply.Button;
import dev.mitchbot.contracts.reply.Button.Style;
import dev.mitchbot.contracts.reply.Embed;
import dev.mitchbot.contracts.reply.MessageBody;
import dev.mitchbot.moderation.cases.Warning;
import dev.mitchbot.moderation.guild.PageKey;
import dev.mitchbot.moderation.guild.PageKey.Direction;
import dev.mitchbot.moderation.wording.Colors;
import dev.mitchbot.moderation.wording.Texts;
import java.util.List;

/** Ten warnings of a user, the newest first. */
record WarningsPage(long userId, List<Warning> warnings, boolean hasNewer, boolean hasOlder) {
    static final int SIZE = 10;
    private static final int REASON_SHOWN = 120;

    /** @param found up to {@link #SIZE} + 1 warnings: one more tells that there are more in the key's direction */
    static WarningsPage of(PageKey key, List<Warning> found) {
        boolean more = found.size() > SIZE;
        if (key.direction() == Direction.OLDER) {
            boolean first = key.caseNumber() == Long.MAX_VALUE;
            return new WarningsPage(key.userId(), found.subList(0, Math.min(SIZE, found.size())), !first, more);
        }
        return new WarningsPage(
                key.userId(), found.subList(Math.max(0, found.size() - SIZE), found.size()), more, true);
    }

    boolean isEmpty() {
        return warnings.isEmpty();
    }

    MessageBody message(long total) {
        StringBuilder lines = new StringBuilder(Texts.mention(userId));
        warnings.forEach(warning -> lines.append('\n').append(line(warning)));
        Embed embed = Embed.of(Colors.WARNING, lines.toString()).titled("Warnings: " + total);
        return hasNewer || hasOlder ? MessageBody.of(embed).withRow(newer(), older()) : MessageBody.of(embed);
    }

    private Button newer() {
        PageKey back = new PageKey(userId, Direction.NEWER, warnings.getFirst().caseNumber());
        return Button.of(Style.SECONDARY, Turn.customId(back), "Newer").disabledIf(!hasNewer);
    }

    private Button older() {
        PageKey on = new PageKey(userId, Direction.OLDER, warnings.getLast().caseNumber());
        return Button.of(Style.SECONDARY, Turn.customId(on), "Older").disabledIf(!hasOlder);
    }

    private static String line(Warning warning) {
        return "**#%d** %s · %s · %s"
                .formatted(
                        warning.caseNumber(),
                        Texts.relative(warning.at()),
                        Texts.mention(warning.moderatorId()),
                        Texts.cut(warning.reason(), REASON_SHOWN));
    }
}
