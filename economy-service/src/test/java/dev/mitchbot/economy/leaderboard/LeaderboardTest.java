package dev.mitchbot.economy.leaderboard;

import static dev.mitchbot.economy.guild.Assert.assertRefused;
import static dev.mitchbot.economy.guild.TestGuild.guild;
import static dev.mitchbot.economy.guild.TestGuild.now;
import static dev.mitchbot.messaging.suite.Acting.ALICE;
import static dev.mitchbot.messaging.suite.Acting.GUILD;
import static dev.mitchbot.messaging.suite.Acting.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mitchbot.contracts.reply.Answer;
import dev.mitchbot.contracts.reply.Button;
import dev.mitchbot.contracts.reply.MessageBody;
import dev.mitchbot.contracts.reply.MessageUpdate;
import dev.mitchbot.economy.guild.Decision;
import dev.mitchbot.economy.guild.EconomyKeys.GuildKeys;
import dev.mitchbot.economy.guild.GuildEconomy;
import dev.mitchbot.economy.guild.PageKey;
import dev.mitchbot.economy.guild.TestGuild;
import dev.mitchbot.economy.ledger.Accounts;
import dev.mitchbot.economy.ledger.Standing;
import dev.mitchbot.economy.wording.Refusal;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeaderboardTest {
    @Test
    void givesMedalsToTheFirstThreeAndNumbersToTheOthers() {
        MessageBody page = show(standings(1, 5));

        assertThat(lines(page))
                .containsExactly(
                        "\uD83E\uDD47 <@10001> · 9,999 coins",
                        "\uD83E\uDD48 <@10002> · 9,998 coins",
                        "\uD83E\uDD49 <@10003> · 9,997 coins",
                        "**4.** <@10004> · 9,996 coins",
                        "**5.** <@10005> · 9,995 coins");
        assertThat(previous(page).disabled()).isTrue();
        assertThat(next(page).disabled()).isTrue();
    }

    @Test
    void showsTenAndAWayOnWhereThereAreMore() {
        MessageBody page = show(standings(1, 11));

        assertThat(lines(page)).hasSize(10);
        assertThat(previous(page).disabled()).isTrue();
        assertThat(next(page).disabled()).isFalse();
        assertThat(next(page).customId()).isEqualTo("economy:leaderboard:next:9990:10010:10");
    }

    @Test
    void turnsToTheNextPageAndBack() {
        MessageBody second = click("next:9990:10010:10", standings(11, 11));

        assertThat(lines(second)).hasSize(10).first().isEqualTo("**11.** <@10011> · 9,989 coins");
        assertThat(previous(second).customId()).isEqualTo("economy:leaderboard:prev:9989:10011:11");
        assertThat(next(second).customId()).isEqualTo("economy:leaderboard:next:9980:10020:20");

        MessageBody last = click("next:9980:10020:20", standings(21, 3));
        assertThat(lines(last)).hasSize(3);
        assertThat(next(last).disabled()).isTrue();

        MessageBody back = click("prev:9979:10021:21", standings(10, 11));
        assertThat(lines(back)).hasSize(10).first().isEqualTo("**11.** <@10011> · 9,989 coins");
    }

    @Test
    void comesBackToTheTopWithItsMedals() {
        MessageBody top = click("prev:9989:10011:11", standings(1, 10), standings(1, 11));

        assertThat(lines(top)).hasSize(10).first().asString().startsWith("\uD83E\uDD47");
        assertThat(previous(top).disabled()).isTrue();
    }

    @Test
    void showsTheTopWhereThePageHasGone() {
        MessageBody top = click("next:9990:10010:10", List.of(), standings(1, 4));

        assertThat(lines(top)).hasSize(4);
    }

    @Test
    void saysToTheCallerAloneThatThereIsNothing() {
        GuildEconomy guild = guild().page(PageKey.first(GUILD), List.of()).open();

        assertRefused(new ShowLeaderboard().decide(by(ALICE).command(), guild, now()), guild, Refusal.NOTHING_TO_SHOW);
    }

    @Test
    void refusesWhileTheEconomyIsSwitchedOff() {
        GuildEconomy guild = guild().with(TestGuild.switchedOff()).open();
        String button = "economy:leaderboard:next:9990:10010:10";

        assertRefused(new ShowLeaderboard().decide(by(ALICE).command(), guild, now()), guild, Refusal.ECONOMY_DISABLED);
        assertRefused(new TurnPage().decide(by(ALICE).clicking(button), guild, now()), guild, Refusal.ECONOMY_DISABLED);
    }

    @Test
    void keepsItsButtonsWithinWhatDiscordTakes() {
        Turn longest =
                new Turn(PageKey.Direction.AFTER, new Standing(Long.MAX_VALUE, Accounts.CEILING), 999_999_999_999L);

        assertThat(longest.customId()).hasSizeLessThanOrEqualTo(100);
        assertThat(Turn.parse(longest.customId().substring("economy:leaderboard:".length())))
                .isEqualTo(longest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "next", "up:1:2:3", "next:-1:2:3", "next:1:2", "next:1:2:3:4"})
    void takesNoButtonThatItDidNotMake(String payload) {
        assertThatThrownBy(() ->
                        new TurnPage().needs(by(ALICE).clicking("economy:leaderboard:" + payload), new GuildKeys()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static MessageBody show(List<Standing> top) {
        GuildEconomy guild = guild().page(PageKey.first(GUILD), top).open();
        Decision decision = new ShowLeaderboard().decide(by(ALICE).command(), guild, now());
        assertThat(TestGuild.isForCallerOnly(decision.reply())).isFalse();
        return ((Answer) decision.reply()).message();
    }

    private static MessageBody click(String payload, List<Standing> found) {
        return click(payload, found, List.of());
    }

    private static MessageBody click(String payload, List<Standing> found, List<Standing> top) {
        GuildEconomy guild = guild().page(Turn.parse(payload).page(GUILD), found)
                .page(PageKey.first(GUILD), top)
                .open();
        Decision decision = new TurnPage().decide(by(ALICE).clicking("economy:leaderboard:" + payload), guild, now());
        return ((MessageUpdate) decision.reply()).message();
    }

    /** Wallets by rank: the first has 9,999 coins, each further one a coin less. */
    private static List<Standing> standings(long firstRank, int count) {
        return LongStream.range(firstRank, firstRank + count)
                .mapToObj(rank -> new Standing(10_000 + rank, 10_000 - rank))
                .toList();
    }

    private static List<String> lines(MessageBody page) {
        return page.embeds().getFirst().description().orElseThrow().lines().toList();
    }

    private static Button previous(MessageBody page) {
        return page.rows().getFirst().buttons().getFirst();
    }

    private static Button next(MessageBody page) {
        return page.rows().getFirst().buttons().getLast();
    }
}
