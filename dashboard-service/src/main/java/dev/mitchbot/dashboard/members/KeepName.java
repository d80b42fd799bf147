package dev.mitchbot.dashboard.members;

import dev.mitchbot.contracts.discord.MemberSnapshot;
import dev.mitchbot.messaging.Effects;
import dev.mitchbot.messaging.Handler;
import java.util.Map;

/** Of a member's names in a batch, keeps the latest. */
final class KeepName implements Handler<MemberSnapshot, MemberStore.NoKeys, Map<String, MemberSnapshot>> {
    @Override
    public String type() {
        return MemberSnapshot.TYPE;
    }

    @Override
    public Class<MemberSnapshot> bodyType() {
        return MemberSnapshot.class;
    }

    @Override
    public void needs(MemberSnapshot member, MemberStore.NoKeys keys) {}

    @Override
    public void decide(MemberSnapshot member, Map<String, MemberSnapshot> latest, Effects effects) {
        latest.merge(member.key(), member, (one, other) -> other.seenAt().isAfter(one.seenAt()) ? other : one);
    }
}
