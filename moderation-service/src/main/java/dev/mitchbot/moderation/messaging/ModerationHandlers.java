package dev.mitchbot.moderation.messaging;

import dev.mitchbot.messaging.Handler;
import dev.mitchbot.moderation.bans.Ban;
import dev.mitchbot.moderation.bans.LiftBan;
import dev.mitchbot.moderation.bans.TempBan;
import dev.mitchbot.moderation.bans.Unban;
import dev.mitchbot.moderation.guild.Moderation;
import dev.mitchbot.moderation.guild.ModerationKeys;
import dev.mitchbot.moderation.guild.Times;
import dev.mitchbot.moderation.outcome.CloseCase;
import dev.mitchbot.moderation.outcome.TellOfDelay;
import dev.mitchbot.moderation.outcome.ViewCase;
import dev.mitchbot.moderation.timeout.TimeOut;
import dev.mitchbot.moderation.warnings.ShowWarnings;
import dev.mitchbot.moderation.warnings.TurnPage;
import dev.mitchbot.moderation.warnings.Warn;
import java.util.List;

/** Everything that moderation knows how to handle. */
final class ModerationHandlers {
    private ModerationHandlers() {}

    static List<Handler<?, ModerationKeys, Moderation>> all(Times times) {
        return List.of(
                new RuleHandler<>(new Warn()),
                new RuleHandler<>(new ShowWarnings()),
                new RuleHandler<>(new TurnPage()),
                new RuleHandler<>(new ViewCase()),
                new RuleHandler<>(new Ban(times)),
                new RuleHandler<>(new TempBan(times)),
                new RuleHandler<>(new Unban(times)),
                new RuleHandler<>(new TimeOut(times)),
                new RuleHandler<>(new CloseCase(times)),
                new RuleHandler<>(new LiftBan(times)),
                new RuleHandler<>(new TellOfDelay()));
    }
}
