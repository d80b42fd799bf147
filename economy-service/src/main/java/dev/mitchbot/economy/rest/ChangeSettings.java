package dev.mitchbot.economy.rest;

import dev.mitchbot.contracts.economy.EconomyEvent.SettingsChanged;
import dev.mitchbot.contracts.wire.Json;
import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.economy.settings.ChangedSettings;
import dev.mitchbot.economy.settings.EconomySettings;
import dev.mitchbot.economy.settings.SettingsChange;
import dev.mitchbot.economy.settings.StoredSettings;
import dev.mitchbot.messaging.Effects;
import dev.mitchbot.messaging.Handler;
import dev.mitchbot.messaging.rest.Versions;
import dev.mitchbot.messaging.rest.Written;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Changes a guild's settings, unless somebody else has changed them since they were looked at. */
final class ChangeSettings implements Handler<SettingsChange, Set<Long>, ChangedSettings> {
    @Override
    public String type() {
        return SettingsChange.TYPE;
    }

    @Override
    public Class<SettingsChange> bodyType() {
        return SettingsChange.class;
    }

    @Override
    public void needs(SettingsChange change, Set<Long> guilds) {
        guilds.add(change.guildId());
    }

    @Override
    public void decide(SettingsChange change, ChangedSettings settings, Effects effects) {
        StoredSettings before = settings.of(change.guildId());
        if (before.version() != change.seenVersion()) {
            effects.respond(Written.refused(Versions.stale()));
            return;
        }
        if (before.values().equals(change.settings())) {
            effects.respond(Written.ok(before.version(), before.values()));
            return;
        }
        StoredSettings after = before.changedTo(change.settings());
        settings.change(change.guildId(), after);
        var event = new SettingsChanged(
                change.guildId(), change.actorId(), json(before.values()), json(after.values()), effects.now());
        effects.publish(Topic.ECONOMY_EVENTS, event.type(), event);
        effects.respond(Written.ok(after.version(), after.values()));
    }

    private static String json(EconomySettings values) {
        return new String(Json.write(values), StandardCharsets.UTF_8);
    }
}
