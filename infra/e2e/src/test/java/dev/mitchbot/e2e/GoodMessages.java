package dev.mitchbot.e2e;

import dev.mitchbot.contracts.action.Action;
import dev.mitchbot.contracts.command.Caller;
import dev.mitchbot.contracts.command.Interaction;
import dev.mitchbot.contracts.command.ResolvedUser;
import dev.mitchbot.contracts.command.SlashCommand;
import dev.mitchbot.contracts.economy.WalletRequest.PlayStake;
import dev.mitchbot.contracts.wire.Snowflakes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Bodies as the bot's own processes send them, of the second and third member of a guild. */
final class GoodMessages {
    private final AtomicInteger ids = new AtomicInteger();
    private final Guild guild;

    GoodMessages(Guild guild) {
        this.guild = guild;
    }

    /** The id of an interaction that began so long ago. */
    long newId(Duration ago) {
        long millis = Instant.now().minus(ago).toEpochMilli() - Snowflakes.EPOCH_MILLIS;
        return (millis << 22) | ids.incrementAndGet();
    }

    /** The id of a message that no interaction causes. */
    String newName(String kind) {
        return kind + "-" + ids.incrementAndGet();
    }

    Interaction interaction(long id) {
        return new Interaction(id, 100000000000000001L, "token-" + id, guildId(), 1);
    }

    SlashCommand coinflip(long id) {
        return command(id, Map.of("amount", "1", "choice", "heads"), Map.of());
    }

    SlashCommand give(long id, long amount) {
        String other = guild.member(2);
        return command(
                id,
                Map.of("user", other, "amount", Long.toString(amount)),
                Map.of(other, new ResolvedUser(Long.parseLong(other), "other", false, Optional.of(List.of()))));
    }

    private SlashCommand command(long id, Map<String, String> options, Map<String, ResolvedUser> users) {
        return new SlashCommand(
                interaction(id), new Caller(memberId(), "member", 0, List.of(), "en-GB"), options, users);
    }

    PlayStake play(String gameId) {
        return new PlayStake(guildId(), gameId, "dice", memberId(), 1, 1, Optional.empty());
    }

    Action nickname(String name) {
        return new Action.SetNickname(guildId(), memberId(), Optional.of(name), "testing");
    }

    static byte[] snapshot(String id, String name) {
        return """
                {"id": "%s", "name": "%s", "ownerId": "1", "memberCount": 1, "channels": [], "roles": [],
                 "managers": [], "botRolePosition": 0}""".formatted(id, name).getBytes();
    }

    private long guildId() {
        return Long.parseLong(guild.id());
    }

    private long memberId() {
        return Long.parseLong(guild.member(1));
    }
}
