package dev.mitchbot.dashboard.audit;

import dev.mitchbot.contracts.economy.EconomyEvent.BalanceAdjusted;
import dev.mitchbot.contracts.economy.EconomyEvent.SettingsChanged;
import dev.mitchbot.contracts.moderation.ModerationEvent.CaseClosed;
import dev.mitchbot.contracts.moderation.ModerationEvent.CaseOpened;
import dev.mitchbot.contracts.moderation.ModerationEvent.CaseReasonChanged;
import dev.mitchbot.messaging.Effects;
import dev.mitchbot.messaging.Handler;
import java.util.List;
import java.util.function.Function;

/** Writes an event into the audit trail. */
record WriteDown<B>(String type, Class<B> bodyType, Function<B, Deed> deed)
        implements Handler<B, AuditStore.NoKeys, List<AuditEntry>> {
    static List<WriteDown<?>> all() {
        return List.of(
                new WriteDown<>("economy.settings-changed.v1", SettingsChanged.class, Deed::of),
                new WriteDown<>("economy.balance-adjusted.v1", BalanceAdjusted.class, Deed::of),
                new WriteDown<>("moderation.case-opened.v1", CaseOpened.class, Deed::of),
                new WriteDown<>("moderation.case-closed.v1", CaseClosed.class, Deed::of),
                new WriteDown<>("moderation.case-reason-changed.v1", CaseReasonChanged.class, Deed::of));
    }

    @Override
    public void needs(B body, AuditStore.NoKeys keys) {}

    @Override
    public void decide(B body, List<AuditEntry> entries, Effects effects) {
        entries.add(new AuditEntry(effects.messageId(), effects.guildId(), deed.apply(body)));
    }
}
