package dev.mitchbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Moderators use their commands; the guild as Discord has it says what was done. */
abstract class ModerationSuite {
    static final Duration SOON = Duration.ofSeconds(30);
    private static final String STRANGER = "123456789012345678";

    abstract RunningBot bot();

    @Test
    void warnsAMemberAndTellsThem() {
        Discipline guild = discipline("warn", 4);

        Seen first = guild.act("warn", guild.member(1), Map.of("reason", "shouting"));
        Seen second = guild.act("warn", guild.member(1), Map.of("reason", "louder"));

        assertThat(first.isEphemeral()).isTrue();
        assertThat(first.text()).startsWith("Case #1.").contains("once");
        assertThat(second.text()).startsWith("Case #2.").contains("2 times");
        await().atMost(SOON)
                .until(() -> bot().control()
                                .directMessages(guild.guild().id(), guild.member(1))
                                .size()
                        == 2);
        Seen list = guild.act("warnings", guild.member(1), Map.of());
        assertThat(list.text().lines().skip(1))
                .satisfiesExactly(
                        line -> assertThat(line).contains("#2", "louder"),
                        line -> assertThat(line).contains("#1", "shouting", guild.moderator()));
        assertThat(guild.viewCase(1).text()).isEqualTo("shouting");
        assertThat(guild.viewCase(1).field(0)).isEqualTo("done");
        assertThat(guild.viewCase(3).code()).isEqualTo("CASE_NOT_FOUND");
        assertThat(guild.act("warnings", guild.member(2), Map.of()).code()).isEqualTo("NOTHING_TO_SHOW");
    }

    @Test
    void turnsThePagesOfManyWarnings() {
        Discipline guild = discipline("pages", 3);
        for (int number = 1; number <= 12; number++) {
            guild.act("warn", guild.member(1), Map.of("reason", "number " + number));
        }

        Seen first = guild.act("warnings", guild.member(1), Map.of());
        Seen second = guild.guild().click(guild.moderator(), first, "Older");
        Seen back = guild.guild().click(guild.moderator(), second, "Newer");

        assertThat(first.text().lines()).hasSize(11).last().asString().contains("#3");
        assertThat(second.text().lines().skip(1)).hasSize(2).first().asString().contains("#2");
        assertThat(second.button("Older").path("disabled").asBoolean()).isTrue();
        assertThat(back.text()).isEqualTo(first.text());
    }

    @Test
    void bansForGoodAndSaysSoWhenDiscordHasDoneIt() {
        Discipline guild = discipline("ban", 4);
        String member = guild.member(1);

        Seen banned = guild.act("ban", member, Map.of("reason", "spam", "delete_days", 1));

        assertThat(banned.isEphemeral()).isTrue();
        assertThat(banned.text()).startsWith("Case #1.").contains("for good");
        assertThat(guild.isBanned(member)).isTrue();
        assertThat(guild.done(member)).singleElement().asString().startsWith("ban: spam (case #1, ");
        assertThat(bot().control().directMessages(guild.guild().id(), member)).hasSize(1);
        assertThat(guild.cases()).containsExactly("1 BAN DONE");
        assertThat(guild.viewCase(1).field(0)).isEqualTo("done");
    }

    @Test
    void bansAMemberWhoTakesNoLetters() {
        Discipline guild = discipline("deaf", 3);
        bot().control().refuseDirectMessages(guild.guild().id(), guild.member(1));

        assertThat(guild.act("ban", guild.member(1), Map.of()).text()).contains("for good");
        assertThat(guild.isBanned(guild.member(1))).isTrue();
    }

    @Test
    void recordsAsFailedWhatDiscordRefuses() {
        Discipline guild = discipline("powerless", 4);
        bot().control().giveRoles(guild.guild().id(), guild.member(1), List.of());
        guild.takeThePowerOfTheBot();
        guild.forgetWhatTheBotMayDo();

        Seen refused = guild.act("tempban", guild.member(1), Map.of("duration", 5));

        assertThat(refused.code()).isEqualTo("REFUSED_BY_DISCORD");
        assertThat(refused.text()).contains("failed", "Missing Permissions");
        assertThat(guild.isBanned(guild.member(1))).isFalse();
        assertThat(guild.done(guild.member(1))).isEmpty();
        assertThat(guild.cases()).containsExactly("1 TEMPBAN FAILED");
        assertThat(guild.lifts()).isEmpty();
        assertThat(guild.viewCase(1).field(0)).startsWith("failed");
    }

    @Test
    void refusesWhatTheBotMayNotDoAndWritesToNobody() {
        Discipline guild = discipline("unable", 4);
        String target = guild.member(1);
        bot().control().giveRoles(guild.guild().id(), target, List.of());
        guild.takeThePowerOfTheBot();

        assertThat(guild.act("ban", target, Map.of()).code()).isEqualTo("BOT_LACKS_PERMISSION");
        assertThat(guild.act("tempban", target, Map.of("duration", 5)).code()).isEqualTo("BOT_LACKS_PERMISSION");
        assertThat(guild.act("timeout", target, Map.of("duration", 5)).code()).isEqualTo("BOT_LACKS_PERMISSION");
        assertThat(guild.unban(STRANGER).code()).isEqualTo("BOT_LACKS_PERMISSION");
        assertThat(guild.cases()).isEmpty();
        assertThat(guild.done(target)).isEmpty();
        assertThat(bot().control().directMessages(guild.guild().id(), target)).isEmpty();
        assertThat(guild.act("warn", target, Map.of("reason", "still here")).text())
                .startsWith("Case #1.");
    }

    @Test
    void refusesWhomNobodyMayTouch() {
        Discipline guild = discipline("hierarchy", 6);
        guild.promote(guild.member(1), "Moderator");
        guild.promote(guild.member(2), "Admin");

        for (String command : List.of("ban", "tempban", "timeout", "warn")) {
            Map<String, Object> options =
                    switch (command) {
                        case "warn" -> Map.of("reason", "why not");
                        case "ban" -> Map.of();
                        default -> Map.of("duration", 5);
                    };
            assertThat(guild.act(command, guild.moderator(), options).code()).isEqualTo("SELF_TARGET");
            assertThat(guild.act(command, guild.guild().bot(), options).code()).isEqualTo("BOT_TARGET");
            assertThat(guild.act(command, guild.owner(), options).code()).isEqualTo("OWNER_TARGET");
            assertThat(guild.act(command, guild.member(1), options).code()).isEqualTo("ROLE_TOO_HIGH");
            assertThat(guild.actAs(guild.owner(), command, guild.member(2), options)
                            .code())
                    .isEqualTo("BOT_ROLE_TOO_LOW");
        }
        assertThat(guild.cases()).isEmpty();
        assertThat(guild.actAs(guild.owner(), "ban", guild.member(1), Map.of()).text())
                .contains("for good");
    }

    @Test
    void looksAtPermissionsAgainAlthoughDiscordLetThemPass() {
        Discipline guild = discipline("open", 4);
        bot().control().openEverythingTo(guild.guild().id());
        String plain = guild.member(1);
        String target = guild.member(2);

        assertThat(guild.actAs(plain, "ban", target, Map.of()).code()).isEqualTo("MISSING_PERMISSION");
        assertThat(guild.actAs(plain, "tempban", target, Map.of("duration", 5)).code())
                .isEqualTo("MISSING_PERMISSION");
        assertThat(guild.actAs(plain, "timeout", target, Map.of("duration", 5)).code())
                .isEqualTo("MISSING_PERMISSION");
        assertThat(guild.actAs(plain, "warn", target, Map.of("reason", "x")).code())
                .isEqualTo("MISSING_PERMISSION");
        assertThat(guild.actAs(plain, "warnings", target, Map.of()).code()).isEqualTo("MISSING_PERMISSION");
        assertThat(guild.guild()
                        .use(plain, "unban", Map.of("user_id", STRANGER))
                        .code())
                .isEqualTo("MISSING_PERMISSION");
        assertThat(guild.guild().view(plain, 1).code()).isEqualTo("MISSING_PERMISSION");
        assertThat(guild.act("timeout", target, Map.of("duration", 40_321)).code())
                .isEqualTo("INVALID_NUMBER");
        assertThat(guild.act("tempban", target, Map.of("duration", 0)).code()).isEqualTo("INVALID_NUMBER");
        assertThat(guild.act("ban", target, Map.of("delete_days", 8)).code()).isEqualTo("INVALID_NUMBER");
        assertThat(guild.cases()).isEmpty();
    }

    @Test
    void refusesReasonsThatDiscordShouldHaveFoundTooLong() {
        Discipline guild = discipline("memoirs", 3);
        bot().control().openEverythingTo(guild.guild().id());
        String target = guild.member(1);
        String memoirs = "x".repeat(401);

        assertThat(guild.act("warn", target, Map.of("reason", memoirs)).code()).isEqualTo("INVALID_REASON");
        assertThat(guild.act("ban", target, Map.of("reason", memoirs)).code()).isEqualTo("INVALID_REASON");
        for (String command : List.of("tempban", "timeout")) {
            assertThat(guild.act(command, target, Map.of("duration", 5, "reason", memoirs))
                            .code())
                    .isEqualTo("INVALID_REASON");
        }
        assertThat(guild.guild()
                        .use(guild.moderator(), "unban", Map.of("user_id", STRANGER, "reason", memoirs))
                        .code())
                .isEqualTo("INVALID_REASON");
        assertThat(guild.cases()).isEmpty();
    }

    @Test
    void bansWhoHasGoneAndRefusesThemWhatTakesAMember() {
        Discipline guild = discipline("gone", 3);
        String target = guild.member(1);
        bot().control().removeMember(guild.guild().id(), target);

        assertThat(guild.act("warn", target, Map.of("reason", "and another thing"))
                        .code())
                .isEqualTo("TARGET_NOT_MEMBER");
        assertThat(guild.act("timeout", target, Map.of("duration", 5)).code()).isEqualTo("TARGET_NOT_MEMBER");
        guild.act("ban", target, Map.of());
        assertThat(guild.isBanned(target)).isTrue();
        assertThat(guild.cases()).containsExactly("1 BAN DONE");
    }

    @Test
    void silencesAMemberForAWhile() {
        Discipline guild = discipline("timeout", 3);

        Seen silenced = guild.act("timeout", guild.member(1), Map.of("duration", 90, "reason", "noise"));

        assertThat(silenced.text()).contains("silent for 1 h 30 min");
        Instant until = Instant.parse(
                guild.memberNow(guild.member(1)).path("timeoutUntil").asText());
        assertThat(Duration.between(Instant.now(), until)).isBetween(Duration.ofMinutes(88), Duration.ofMinutes(90));
        assertThat(guild.cases()).containsExactly("1 TIMEOUT DONE");
    }

    @Test
    void letsABannedUserBackAndNobodyElse() {
        Discipline guild = discipline("unban", 3);
        String member = guild.member(1);
        guild.act("tempban", member, Map.of("duration", 60));

        assertThat(guild.unban(member).text()).startsWith("Case #2.");
        assertThat(guild.isBanned(member)).isFalse();
        assertThat(guild.lifts()).isEmpty();

        Seen notBanned = guild.unban(member);
        assertThat(notBanned.code()).isEqualTo("TARGET_NOT_FOUND");
        assertThat(notBanned.text()).contains("this user is not banned");
        assertThat(guild.unban("12345678901234567x").code()).isEqualTo("INVALID_ID");
        assertThat(guild.cases()).containsExactly("1 TEMPBAN DONE", "2 UNBAN DONE", "3 UNBAN FAILED");
    }

    @Test
    void neverLiftsABanForGood() {
        Discipline guild = discipline("for-good", 4);
        String member = guild.member(1);
        String other = guild.member(2);
        guild.act("tempban", member, Map.of("duration", 60));
        guild.act("tempban", other, Map.of("duration", 60));
        guild.act("ban", member, Map.of("reason", "enough"));

        assertThat(guild.lifts()).containsExactly("2");
        guild.letPass(Duration.ofHours(3));

        await().atMost(SOON).until(() -> guild.lifts().isEmpty());
        assertThat(guild.isBanned(other)).isFalse();
        assertThat(guild.isBanned(member)).isTrue();
        assertThat(guild.cases()).containsExactly("1 TEMPBAN DONE", "2 TEMPBAN DONE", "3 BAN DONE", "4 UNBAN DONE");
    }

    final Discipline discipline(String name, int members) {
        return Discipline.in(bot(), name, members);
    }
}
