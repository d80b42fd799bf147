package dev.mitchbot.moderation.guild;

import dev.mitchbot.moderation.cases.CaseLog;
import dev.mitchbot.moderation.cases.Lifts;
import dev.mitchbot.moderation.cases.Warning;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the rules see of one guild, and change.
 *
 * @param facts empty until the gateway has described the guild
 * @param pages of warnings as they were before the batch, newest first, one more than a page where there is one
 * @param warnings how many each user had before the batch
 */
public record GuildModeration(
        long guildId,
        Optional<GuildFacts> facts,
        CaseLog log,
        Lifts lifts,
        Map<PageKey, List<Warning>> pages,
        Map<Long, Long> warnings) {
    /** Its name, in a rule that acts: there the gateway has described the guild. */
    public String name() {
        return facts.orElseThrow().name();
    }

    /** How many warnings a user has. */
    public long warningsOf(long userId) {
        return warnings.getOrDefault(userId, 0L) + log.freshWarnings(userId);
    }
}
