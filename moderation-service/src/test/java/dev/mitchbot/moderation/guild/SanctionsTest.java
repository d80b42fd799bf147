package dev.mitchbot.moderation.guild;

import static dev.mitchbot.moderation.guild.TestGuild.BOT;
import static dev.mitchbot.moderation.guild.TestGuild.HIGH;
import static dev.mitchbot.moderation.guild.TestGuild.LOW;
import static dev.mitchbot.moderation.guild.TestGuild.MEMBER;
import static dev.mitchbot.moderation.guild.TestGuild.MIDDLE;
import static dev.mitchbot.moderation.guild.TestGuild.MODERATOR;
import static dev.mitchbot.moderation.guild.TestGuild.MOMENT;
import static dev.mitchbot.moderation.guild.TestGuild.OWNER;
import static dev.mitchbot.moderation.guild.TestGuild.TIMES;
import static dev.mitchbot.moderation.guild.TestGuild.command;
import static dev.mitchbot.moderation.guild.TestGuild.described;
import static dev.mitchbot.moderation.guild.TestGuild.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.contracts.action.Action;
import dev.mitchbot.contracts.action.Action.BanMember;
import dev.mitchbot.contracts.action.Action.SendDirectMessage;
import dev.mitchbot.contracts.command.Permission;
import dev.mitchbot.contracts.command.ResolvedUser;
import dev.mitchbot.contracts.command.SlashCommand;
import dev.mitchbot.moderation.bans.Ban;
import dev.mitchbot.moderation.bans.TempBan;
import dev.mitchbot.moderation.bans.Unban;
import dev.mitchbot.moderation.timeout.TimeOut;
import dev.mitchbot.moderation.warnings.Warn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SanctionsTest {
    private static final Optional<List<String>> PLAIN = Optional.of(List.of());

    private final GuildModeration guild = described();

    static List<ModeratorCommand> sanctions() {
        return List.of(new Ban(TIMES), new TempBan(TIMES), new TimeOut(TIMES), new Warn());
    }

    @ParameterizedTest
    @MethodSource("sanctions")
    void takeThePermissionWhateverTheRank(ModeratorCommand sanction) {
        var command = command(
                Permission.all(Permission.MANAGE_GUILD),
                MODERATOR,
                HIGH,
                MEMBER,
                PLAIN,
                "duration",
                "5",
                "reason",
                "x");

        assertThat(said(sanction.decide(command, guild, MOMENT))).endsWith("MISSING_PERMISSION");
        assertNothingHappened();
    }

    static List<ModeratorCommand> takenFromTheBotToo() {
        return List.of(new Ban(TIMES), new TempBan(TIMES), new TimeOut(TIMES), new Unban(TIMES));
    }

    @ParameterizedTest
    @MethodSource("takenFromTheBotToo")
    void takeThePermissionFromTheBotToo(ModeratorCommand sanction) {
        GuildModeration powerless = TestGuild.whereTheBotHas(Permission.all(Permission.MANAGE_GUILD));
        var command = command(
                MODERATOR, MIDDLE, MEMBER, PLAIN, "duration", "5", "user_id", "12345678901234567", "reason", "x");

        Decision refused = sanction.decide(command, powerless, MOMENT);

        assertThat(said(refused)).endsWith("BOT_LACKS_PERMISSION");
        assertThat(refused.letters()).isEmpty();
        assertThat(powerless.log().changed()).isEmpty();
        GuildModeration allowed = TestGuild.whereTheBotHas(Permission.all(Permission.ADMINISTRATOR));
        sanction.decide(command, allowed, MOMENT);
        assertThat(allowed.log().changed()).hasSize(1);
    }

    @Test
    void takeNothingFromTheBotToWarn() {
        GuildModeration powerless = TestGuild.whereTheBotHas(0);
        new Warn().decide(command(MODERATOR, MIDDLE, MEMBER, PLAIN, "reason", "x"), powerless, MOMENT);

        assertThat(powerless.log().changed()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("sanctions")
    void lookAtTheTargetInTheDocumentedOrder(ModeratorCommand sanction) {
        assertThat(refusal(sanction, MODERATOR, MIDDLE, MODERATOR, HIGH)).endsWith("SELF_TARGET");
        assertThat(refusal(sanction, MODERATOR, MIDDLE, BOT, HIGH)).endsWith("BOT_TARGET");
        assertThat(refusal(sanction, MODERATOR, MIDDLE, OWNER, HIGH)).endsWith("OWNER_TARGET");
        assertThat(refusal(sanction, MODERATOR, MIDDLE, MEMBER, HIGH)).endsWith("ROLE_TOO_HIGH");
        assertThat(refusal(sanction, MODERATOR, MIDDLE, MEMBER, MIDDLE)).endsWith("ROLE_TOO_HIGH");
        assertThat(refusal(sanction, OWNER, LOW, MEMBER, HIGH)).endsWith("BOT_ROLE_TOO_LOW");
        assertNothingHappened();
    }

    @ParameterizedTest
    @MethodSource("sanctions")
    void letTheOwnerActWhateverTheirRoles(ModeratorCommand sanction) {
        refusal(sanction, OWNER, LOW, MEMBER, MIDDLE);

        assertThat(guild.log().changed()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("sanctions")
    void waitUntilTheGuildIsKnown(ModeratorCommand sanction) {
        GuildModeration unknown = TestGuild.guild(Optional.empty());
        var command = command(MODERATOR, MIDDLE, MEMBER, PLAIN, "duration", "5", "reason", "x");

        assertThat(said(sanction.decide(command, unknown, MOMENT))).endsWith("GUILD_UNKNOWN");
        assertThat(unknown.log().changed()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sanctions")
    void refuseAReasonThatIsTooLong(ModeratorCommand sanction) {
        var command = command(MODERATOR, MIDDLE, MEMBER, PLAIN, "duration", "5", "reason", "x".repeat(401));

        assertThat(said(sanction.decide(command, guild, MOMENT))).endsWith("INVALID_REASON");
        assertNothingHappened();
    }

    @Test
    void onlyBansReachThoseWhoAreGone() {
        var gone = command(MODERATOR, MIDDLE, MEMBER, Optional.empty(), "duration", "5", "reason", "x");

        assertThat(said(new Warn().decide(gone, guild, MOMENT))).endsWith("TARGET_NOT_MEMBER");
        assertThat(said(new TimeOut(TIMES).decide(gone, guild, MOMENT))).endsWith("TARGET_NOT_MEMBER");
        assertNothingHappened();
        assertThat(new Ban(TIMES).decide(gone, guild, MOMENT).request()).isPresent();
    }

    @Test
    void nobodySilencesAnAdministratorOrTellsThemSo() {
        long administrator = Permission.all(Permission.ADMINISTRATOR, Permission.SEND_MESSAGES);
        TimeOut timeOut = new TimeOut(TIMES);

        Decision refused = timeOut.decide(commandAgainst(Optional.of(administrator), "duration", "5"), guild, MOMENT);

        assertThat(said(refused)).endsWith("ADMINISTRATOR_TARGET");
        assertThat(refused.letters()).isEmpty();
        assertNothingHappened();
        for (Optional<Long> others :
                List.of(Optional.of(Permission.all(Permission.SEND_MESSAGES)), Optional.<Long>empty())) {
            Decision silenced = timeOut.decide(commandAgainst(others, "duration", "5"), guild, MOMENT);
            assertThat(silenced.letters()).hasSize(1);
        }
        assertThat(new Ban(TIMES)
                        .decide(commandAgainst(Optional.of(administrator)), guild, MOMENT)
                        .request())
                .isPresent();
    }

    @Test
    void anAdministratorWhoOutranksIsRefusedForThat() {
        var command = command(
                MODERATOR,
                MIDDLE,
                new ResolvedUser(
                        MEMBER,
                        "target",
                        false,
                        Optional.of(List.of(HIGH)),
                        Optional.of(Permission.all(Permission.ADMINISTRATOR))),
                "duration",
                "5");

        assertThat(said(new TimeOut(TIMES).decide(command, guild, MOMENT))).endsWith("ROLE_TOO_HIGH");
    }

    @Test
    void aBanTellsTheMemberFirstAndTheModeratorNothingYet() {
        var command = command(MODERATOR, MIDDLE, MEMBER, PLAIN, "reason", "spam", "delete_days", "2");

        Decision decision = new Ban(TIMES).decide(command, guild, MOMENT);

        assertThat(decision.reply()).isEmpty();
        assertThat(decision.letters())
                .singleElement()
                .isInstanceOfSatisfying(
                        SendDirectMessage.class,
                        letter -> assertThat(letter.message().toString()).contains("banned from **Tea and scones**"));
        Action action = decision.request().orElseThrow().action();
        assertThat(action)
                .isEqualTo(new BanMember(TestGuild.GUILD, MEMBER, "spam (case #7, caller)", Duration.ofDays(2)));
        assertThat(guild.log().find(7).orElseThrow().isOpen()).isTrue();
    }

    @Test
    void countsOnFromTheLastNumber() {
        for (int i = 0; i < 2; i++) {
            new Warn().decide(command(MODERATOR, MIDDLE, MEMBER, PLAIN, "reason", "x"), guild, MOMENT);
        }

        assertThat(guild.log().changed()).extracting("number").containsExactly(7L, 8L);
        assertThat(guild.warningsOf(MEMBER)).isEqualTo(2);
    }

    @Test
    void refusesNumbersOutsideTheirLimits() {
        for (String minutes : List.of("0", "43201", "-5", "many")) {
            var command = command(MODERATOR, MIDDLE, MEMBER, PLAIN, "duration", minutes);
            assertThat(said(new TempBan(TIMES).decide(command, guild, MOMENT))).endsWith("INVALID_NUMBER");
        }
        var days = command(MODERATOR, MIDDLE, MEMBER, PLAIN, "delete_days", "8");
        assertThat(said(new Ban(TIMES).decide(days, guild, MOMENT))).endsWith("INVALID_NUMBER");
        assertNothingHappened();
    }

    private static SlashCommand commandAgainst(Optional<Long> permissions, String... options) {
        ResolvedUser target = new ResolvedUser(MEMBER, "target", false, PLAIN, permissions);
        return command(MODERATOR, MIDDLE, target, options);
    }

    private String refusal(ModeratorCommand sanction, long caller, String callerRole, long target, String targetRole) {
        var command =
                command(caller, callerRole, target, Optional.of(List.of(targetRole)), "duration", "5", "reason", "x");
        return said(sanction.decide(command, guild, MOMENT));
    }

    private void assertNothingHappened() {
        assertThat(guild.log().changed()).isEmpty();
        assertThat(guild.lifts().changed()).isEmpty();
    }
}
