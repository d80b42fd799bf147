package dev.mitchbot.moderation.guild;

import dev.mitchbot.contracts.command.Caller;
import dev.mitchbot.contracts.command.Interaction;
import dev.mitchbot.contracts.command.Permission;
import dev.mitchbot.contracts.command.ResolvedUser;
import dev.mitchbot.contracts.command.SlashCommand;
import dev.mitchbot.contracts.reply.Answer;
import dev.mitchbot.contracts.reply.Embed;
import dev.mitchbot.contracts.reply.Reply;
import dev.mitchbot.moderation.cases.CaseLog;
import dev.mitchbot.moderation.cases.Lifts;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A guild in memory: an owner, the bot in the middle of the ranks, and moderators and members with given roles. */
public final class TestGuild {
    public static final Times TIMES = new Times(Duration.ofSeconds(10), Duration.ofMinutes(2), Duration.ofHours(6), 3);
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    public static final Moment MOMENT = new Moment("m-1", NOW);
    public static final long GUILD = 900_000;
    public static final long OWNER = 1;
    public static final long BOT = 2;
    public static final long MODERATOR = 3;
    public static final long MEMBER = 4;
    public static final String LOW = "10";
    public static final String MIDDLE = "20";
    public static final String HIGH = "30";

    private static final long MODERATORS = Permission.all(Permission.BAN_MEMBERS, Permission.MODERATE_MEMBERS);

    private TestGuild() {}

    public static GuildModeration described() {
        return whereTheBotHas(MODERATORS);
    }

    /** The same, with these permission bits of the bot. */
    public static GuildModeration whereTheBotHas(long permissions) {
        return guild(Optional.of(new GuildFacts(
                "Tea and scones", OWNER, 5, Optional.of(permissions), Map.of(LOW, 1, MIDDLE, 3, HIGH, 7))));
    }

    public static GuildModeration guild(Optional<GuildFacts> facts) {
        return new GuildModeration(
                GUILD, facts, new CaseLog(GUILD, 6, List.of()), new Lifts(List.of()), Map.of(), Map.of());
    }

    /** A command by somebody with every permission of a moderator. */
    public static SlashCommand command(
            long caller, String callerRole, long target, Optional<List<String>> targetRoles, String... options) {
        return command(MODERATORS, caller, callerRole, target, targetRoles, options);
    }

    public static SlashCommand command(
            long permissions,
            long caller,
            String callerRole,
            long target,
            Optional<List<String>> targetRoles,
            String... options) {
        return command(
                permissions,
                caller,
                callerRole,
                new ResolvedUser(target, "target", target == BOT, targetRoles),
                options);
    }

    /** A command by somebody with every permission of a moderator. */
    public static SlashCommand command(long caller, String callerRole, ResolvedUser target, String... options) {
        return command(MODERATORS, caller, callerRole, target, options);
    }

    private static SlashCommand command(
            long permissions, long caller, String callerRole, ResolvedUser target, String... options) {
        Map<String, String> all = new HashMap<>(Map.of("target", Long.toString(target.id())));
        for (int i = 0; i < options.length; i += 2) {
            all.put(options[i], options[i + 1]);
        }
        return new SlashCommand(
                new Interaction(77, BOT, "token", GUILD, 5),
                new Caller(caller, "caller", permissions, List.of(callerRole), "en-GB"),
                all,
                Map.of(Long.toString(target.id()), target));
    }

    /** What a decision says, with the code of a refusal. */
    public static String said(Decision decision) {
        return decision.reply().map(TestGuild::text).orElse("");
    }

    public static String text(Reply reply) {
        Embed embed = ((Answer) reply).message().embeds().getFirst();
        return embed.description().orElse("")
                + embed.footer().map(code -> " " + code).orElse("");
    }
}
