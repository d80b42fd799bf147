package dev.mitchbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MemberE2E {
    private static final Pattern RELATIVE_TIME = Pattern.compile("<t:(\\d+):R>");

    private static RunningBot bot;
    private static ControlFace control;

    @BeforeAll
    static void start() {
        bot = RunningBot.start();
        control = bot.control();
    }

    @AfterAll
    static void stop() {
        if (bot != null) {
            bot.close();
        }
    }

    @AfterEach
    void theBooksAreRight() {
        control.clearFaults();
        assertThat(bot.books().faults()).isEmpty();
    }

    @Test
    void paysTheDailyRewardOnceAndSaysWhenTheNextIsDue() {
        Guild guild = control.newGuild("daily", 2);
        String member = guild.member(1);

        Seen paid = guild.daily(member);
        assertThat(paid.state()).isEqualTo("answered");
        assertThat(paid.isEphemeral()).isFalse();
        assertThat(paid.text()).contains("**100 coins**", "<@" + member + "> has 200 coins");

        Seen refused = guild.daily(member);
        assertRefused(refused, "COOLDOWN");
        var due = RELATIVE_TIME.matcher(refused.text());
        assertThat(due.find()).as(refused.text()).isTrue();
        assertThat(Instant.ofEpochSecond(Long.parseLong(due.group(1))))
                .isBetween(
                        Instant.now().plus(Duration.ofHours(23)),
                        Instant.now().plus(Duration.ofHours(24)).plusSeconds(1));
        assertBalance(guild, member, 200);
    }

    @Test
    void showsBothBalancesAfterAGift() {
        Guild guild = control.newGuild("gift", 3);
        String giver = guild.member(1);
        String receiver = guild.member(2);

        Seen given = guild.give(giver, receiver, 30);
        assertThat(given.state()).isEqualTo("answered");
        assertThat(given.isEphemeral()).isFalse();
        assertThat(given.text()).contains("<@" + giver + "> gave <@" + receiver + "> **30 coins**");
        assertThat(given.field(0)).isEqualTo("<@" + giver + "> has 70 coins");
        assertThat(given.field(1)).isEqualTo("<@" + receiver + "> has 130 coins");
        assertBalance(guild, giver, 70);
        assertBalance(guild, receiver, 130);
    }

    @Test
    void refusesGiftsThatCannotBeAndMovesNothing() {
        Guild guild = control.newGuild("refusals", 3);
        String giver = guild.member(1);
        String receiver = guild.member(2);

        Seen poor = guild.give(giver, receiver, 101);
        assertRefused(poor, "INSUFFICIENT_FUNDS");
        assertThat(poor.text()).contains("101 coins", "100 coins");
        assertRefused(guild.give(giver, giver, 1), "SELF_TARGET");
        assertRefused(guild.give(giver, guild.bot(), 1), "BOT_TARGET");
        assertBalance(guild, giver, 100);
        assertBalance(guild, receiver, 100);
    }

    @Test
    void letsOnlyAdministratorsAdjustBalances() {
        Guild guild = control.newGuild("admins", 2);
        String owner = guild.member(0);
        String member = guild.member(1);

        Seen refused = guild.eco(member, "add", Map.of("user", member, "amount", 1_000));
        assertThat(refused.state()).isEqualTo("failed");
        assertThat(refused.error()).contains("permission", "/eco");
        assertBalance(guild, member, 100);

        Seen added = guild.eco(owner, "add", Map.of("user", member, "amount", 1_000, "reason", "rent"));
        assertThat(added.state()).isEqualTo("answered");
        assertThat(added.text()).contains("+1,000 coins", "1,100 coins");
        assertBalance(guild, member, 1_100);
    }

    @Test
    void turnsThePagesOfTheLeaderboard() {
        Guild guild = control.newGuild("ranks", 12);
        for (int rank = 1; rank <= 12; rank++) {
            long amount = 10_000 - 100L * rank;
            Seen set = guild.eco(guild.member(0), "set", Map.of("user", guild.member(rank - 1), "amount", amount));
            assertThat(set.state()).isEqualTo("answered");
        }

        Seen first = guild.use(guild.member(5), "leaderboard", Map.of());
        assertThat(first.text().lines()).hasSize(10);
        assertThat(first.text().lines().findFirst().orElseThrow())
                .contains("<@" + guild.member(0) + ">", "9,900 coins");
        assertThat(first.button("Previous").path("disabled").asBoolean()).isTrue();

        Seen second = guild.click(guild.member(5), first, "Next");
        assertThat(second.state()).isEqualTo("answered");
        assertThat(second.message().path("id")).isEqualTo(first.message().path("id"));
        assertThat(second.text().lines()).hasSize(2);
        assertThat(second.text())
                .contains("**11.** <@" + guild.member(10) + ">", "**12.** <@" + guild.member(11) + ">");
        assertThat(second.button("Next").path("disabled").asBoolean()).isTrue();

        Seen back = guild.click(guild.member(5), second, "Previous");
        assertThat(back.text()).isEqualTo(first.text());
    }

    @Test
    void paysOnceForAnInteractionThatDiscordDispatchesTwice() {
        Guild guild = control.newGuild("twice", 3);
        String giver = guild.member(1);
        String receiver = guild.member(2);

        control.fault("duplicate");
        Seen given = guild.give(giver, receiver, 40);
        Seen daily = guild.daily(receiver);
        control.clearFaults();

        assertThat(given.field(0)).isEqualTo("<@" + giver + "> has 60 coins");
        assertThat(daily.text()).contains("has 240 coins");
        assertThat(bot.books().moved("GIFT")).containsOnlyOnce(given.id());
        assertThat(bot.books().moved("DAILY")).containsOnlyOnce(daily.id());
        assertThat(control.interaction(given.id(), Duration.ZERO).messages()).isEqualTo(1);
        assertBalance(guild, giver, 60);
        assertBalance(guild, receiver, 240);
    }

    private static void assertRefused(Seen seen, String code) {
        assertThat(seen.state()).isEqualTo("answered");
        assertThat(seen.isEphemeral()).isTrue();
        assertThat(seen.code()).isEqualTo(code);
    }

    private static void assertBalance(Guild guild, String member, long coins) {
        assertThat(guild.balance(member).text()).isEqualTo("<@%s> has **%,d coins**.".formatted(member, coins));
    }
}
