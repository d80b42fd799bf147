package dev.mitchbot.e2e;

import static dev.mitchbot.e2e.Answers.assertBalance;
import static dev.mitchbot.e2e.Answers.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each command with its refusals, as members use them. */
abstract class CommandSuite {
    private static final Pattern RELATIVE_TIME = Pattern.compile("<t:(\\d+):R>");

    abstract RunningBot bot();

    @AfterEach
    void theBooksAreRight() {
        control().clearFaults();
        assertThat(bot().books().faults()).isEmpty();
    }

    @Test
    void paysTheDailyRewardOnceAndSaysWhenTheNextIsDue() {
        Guild guild = control().newGuild("daily", 2);
        String member = guild.member(1);

        Seen paid = guild.daily(member);
        assertThat(paid.state()).isEqualTo("answered");
        assertThat(paid.isEphemeral()).isFalse();
        assertThat(paid.text()).contains("**100 coins**", "<@" + member + "> has 200 coins");

        assertCooldown(guild.daily(member), Duration.ofHours(24));
        assertBalance(guild, member, 200);
    }

    @Test
    void paysForWorkAndSaysWhenThereIsMore() {
        Guild guild = control().newGuild("work", 2);
        String member = guild.member(1);

        Seen paid = guild.work(member);
        assertThat(paid.state()).isEqualTo("answered");
        assertThat(paid.isEphemeral()).isFalse();
        long wage = new Deed(Deed.Kind.WORK, member, member, 0).changes(paid).get(member);
        assertThat(wage).isBetween(50L, 150L);

        assertCooldown(guild.work(member), Duration.ofHours(1));
        assertBalance(guild, member, 100 + wage);
    }

    @Test
    void showsBothBalancesAfterAGift() {
        Guild guild = control().newGuild("gift", 3);
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
        Guild guild = control().newGuild("refusals", 3);
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
    void showsAnybodysBalanceAndTouchesNothing() {
        Guild guild = control().newGuild("looks", 3);
        Seen other = guild.use(guild.member(1), "balance", Map.of("user", guild.member(2)));
        assertThat(other.text()).isEqualTo("<@" + guild.member(2) + "> has **100 coins**.");
        assertThat(other.isEphemeral()).isFalse();
        assertRefused(guild.leaderboard(guild.member(1)), "NOTHING_TO_SHOW");
        assertThat(bot().books().entries(guild.id())).isEmpty();
    }

    @Test
    void adjustsBalancesAndRefusesToTakeWhatIsNotThere() {
        Guild guild = control().newGuild("adjusted", 2);
        String owner = guild.member(0);
        String member = guild.member(1);

        assertThat(guild.eco(owner, "set", Map.of("user", member, "amount", 500))
                        .text())
                .contains("+400 coins", "500 coins");
        assertThat(guild.eco(owner, "remove", Map.of("user", member, "amount", 200))
                        .text())
                .contains("-200 coins", "300 coins");
        Seen poor = guild.eco(owner, "remove", Map.of("user", member, "amount", 301));
        assertRefused(poor, "INSUFFICIENT_FUNDS");
        assertThat(poor.text()).contains("301 coins", "300 coins");
        Seen inspected = guild.eco(owner, "balance", Map.of("user", member));
        assertThat(inspected.isEphemeral()).isTrue();
        assertThat(inspected.text()).isEqualTo("<@" + member + "> has **300 coins**.");
    }

    @Test
    void refusesByItselfWhatDiscordShouldHaveRefused() {
        Guild guild = control().newGuild("open", 3);
        String member = guild.member(1);
        control().openEverythingTo(guild.id());

        for (String word : List.of("add", "remove", "set")) {
            assertRefused(guild.eco(member, word, Map.of("user", member, "amount", 50)), "MISSING_PERMISSION");
        }
        assertRefused(guild.eco(member, "balance", Map.of("user", member)), "MISSING_PERMISSION");
        assertRefused(guild.give(member, guild.member(2), 0), "INVALID_AMOUNT");
        assertRefused(guild.give(member, guild.member(2), -5), "INVALID_AMOUNT");
        String owner = guild.member(0);
        assertRefused(guild.eco(owner, "add", Map.of("user", member, "amount", 100_000_001)), "INVALID_AMOUNT");
        assertRefused(
                guild.eco(owner, "add", Map.of("user", member, "amount", 1, "reason", "x".repeat(201))),
                "INVALID_REASON");
        assertThat(bot().books().entries(guild.id())).isEmpty();
    }

    @Test
    void movesNothingWhereTheEconomyIsSwitchedOff() {
        Guild guild = control().newGuild("off", 3);
        String owner = guild.member(0);
        String member = guild.member(1);
        bot().books().switchOff(guild.id());

        Stream.of(
                        guild.daily(member),
                        guild.work(member),
                        guild.balance(member),
                        guild.give(member, guild.member(2), 1),
                        guild.leaderboard(member),
                        guild.eco(owner, "add", Map.of("user", member, "amount", 7)),
                        guild.eco(owner, "remove", Map.of("user", member, "amount", 7)),
                        guild.eco(owner, "set", Map.of("user", member, "amount", 7)),
                        guild.eco(owner, "balance", Map.of("user", member)))
                .forEach(seen -> assertRefused(seen, "ECONOMY_DISABLED"));
        assertThat(bot().books().entries(guild.id())).isEmpty();
    }

    @Test
    void letsOnlyAdministratorsAdjustBalances() {
        Guild guild = control().newGuild("admins", 2);
        String owner = guild.member(0);
        String member = guild.member(1);

        for (String word : List.of("add", "remove", "set")) {
            assertForbidden(guild.eco(member, word, Map.of("user", member, "amount", 1_000)));
        }
        assertForbidden(guild.eco(member, "balance", Map.of("user", member)));
        assertBalance(guild, member, 100);

        Seen added = guild.eco(owner, "add", Map.of("user", member, "amount", 1_000, "reason", "rent"));
        assertThat(added.state()).isEqualTo("answered");
        assertThat(added.text()).contains("+1,000 coins", "1,100 coins");
        assertBalance(guild, member, 1_100);
    }

    @Test
    void turnsThePagesOfTheLeaderboard() {
        Guild guild = control().newGuild("ranks", 12);
        for (int rank = 1; rank <= 12; rank++) {
            long amount = 10_000 - 100L * rank;
            Seen set = guild.eco(guild.member(0), "set", Map.of("user", guild.member(rank - 1), "amount", amount));
            assertThat(set.state()).isEqualTo("answered");
        }

        Seen first = guild.leaderboard(guild.member(5));
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
        Guild guild = control().newGuild("twice", 3);
        String giver = guild.member(1);
        String receiver = guild.member(2);

        control().fault("duplicate");
        Seen given = guild.give(giver, receiver, 40);
        Seen daily = guild.daily(receiver);
        control().clearFaults();

        assertThat(given.field(0)).isEqualTo("<@" + giver + "> has 60 coins");
        assertThat(daily.text()).contains("has 240 coins");
        assertThat(bot().books().moved("GIFT")).containsOnlyOnce(given.id());
        assertThat(bot().books().moved("DAILY")).containsOnlyOnce(daily.id());
        assertThat(control().interaction(given.id(), Duration.ZERO).messages()).isEqualTo(1);
        assertBalance(guild, giver, 60);
        assertBalance(guild, receiver, 240);
    }

    private ControlFace control() {
        return bot().control();
    }

    private static void assertForbidden(Seen seen) {
        assertThat(seen.state()).isEqualTo("failed");
        assertThat(seen.error()).contains("permission", "/eco");
    }

    private static void assertCooldown(Seen seen, Duration cooldown) {
        assertRefused(seen, "COOLDOWN");
        var due = RELATIVE_TIME.matcher(seen.text());
        assertThat(due.find()).as(seen.text()).isTrue();
        assertThat(Instant.ofEpochSecond(Long.parseLong(due.group(1))))
                .isBetween(
                        Instant.now().plus(cooldown).minusSeconds(60),
                        Instant.now().plus(cooldown).plusSeconds(1));
    }
}
