package dev.mitchbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedBot.class)
class GamesE2E {
    private static final Pattern GAME = Pattern.compile("Game (\\S+) · nonce (\\d+)");
    private static final Pattern HAS_NOW = Pattern.compile("has ([0-9,]+) coins now");

    private final RunningBot bot;
    private final ControlFace control;

    GamesE2E(RunningBot bot) {
        this.bot = bot;
        control = bot.control();
    }

    @AfterEach
    void theBooksAreRight() {
        assertThat(bot.books().faults()).isEmpty();
        assertThat(bot.books().held()).isEmpty();
    }

    @Test
    void flipsACoinAndPaysForARightCall() {
        Guild guild = control.newGuild("coin", 2);
        String member = guild.member(1);

        Seen flip = guild.use(member, "coinflip", Map.of("amount", 50, "choice", "heads"));

        assertThat(flip.state()).isEqualTo("answered");
        assertThat(flip.isEphemeral()).isFalse();
        long after = flip.text().startsWith("**Heads.**") ? 148 : 50;
        assertThat(flip.text()).contains("You called heads", "<@" + member + "> has " + after + " coins now");
        assertBalance(guild, member, after);
        assertThat(bot.books().moved("STAKE_PLAYED")).anyMatch(cause -> cause.startsWith(flip.id() + "/"));
    }

    @Test
    void refusesAStakeThatNobodyHasAndMovesNothing() {
        Guild guild = control.newGuild("poor", 2);
        String member = guild.member(1);

        Seen flip = guild.use(member, "coinflip", Map.of("amount", 101, "choice", "tails"));
        Seen hand = guild.use(member, "blackjack", Map.of("amount", 5_000));

        assertRefused(flip, "INSUFFICIENT_FUNDS");
        assertThat(flip.text()).contains("101 coins", "100 coins");
        assertRefused(hand, "INSUFFICIENT_FUNDS");
        assertBalance(guild, member, 100);
    }

    @Test
    void refusesASecondStakeWithinThreeSeconds() {
        Guild guild = control.newGuild("hasty", 2);
        String member = guild.member(1);

        guild.use(member, "coinflip", Map.of("amount", 1, "choice", "heads"));
        Seen second = guild.use(member, "coinflip", Map.of("amount", 1, "choice", "heads"));

        assertRefused(second, "COOLDOWN");
        assertThat(second.text()).contains("<t:");
    }

    @Test
    void playsAWholeHandWithClicks() {
        Hand hand = hand("hand");
        Seen table = hand.dealt();
        assertThat(table.isEphemeral()).isFalse();
        assertThat(table.text()).contains("**50 coins**", "<t:");
        assertBalance(hand.guild(), hand.player(), 50);

        Seen last = table;
        while (last.offers("Hit") && total(last) < 17) {
            last = hand.guild().click(hand.player(), last, "Hit");
        }
        if (last.offers("Stand")) {
            last = hand.guild().click(hand.player(), last, "Stand");
        }

        assertThat(last.message().path("id")).isEqualTo(table.message().path("id"));
        assertThat(last.offers("Hit")).isFalse();
        long balance = balanceIn(last);
        assertThat(balance).isIn(50L, 100L, 150L);
        assertBalance(hand.guild(), hand.player(), balance);
    }

    @Test
    void keepsOthersAwayFromAHand() {
        Hand hand = hand("stranger");

        Seen refused = hand.guild().click(hand.guild().member(2), hand.dealt(), "Stand");

        assertRefused(refused, "NOT_YOUR_GAME");
        assertThat(hand.guild().click(hand.player(), hand.dealt(), "Stand").text())
                .contains("has", "coins now");
    }

    @Test
    void dealsNoSecondHandBesideTheFirst() {
        Hand hand = hand("greedy");

        assertRefused(hand.guild().use(hand.player(), "blackjack", Map.of("amount", 1)), "ALREADY_PLAYING");
        hand.guild().click(hand.player(), hand.dealt(), "Stand");
    }

    @Test
    void ignoresTheButtonOfAnEarlierTurn() {
        Hand hand = hand("stale");

        List<Seen> clicks = hand.guild().doubleClick(hand.player(), hand.dealt(), "Hit");

        Seen moved = clicks.stream()
                .filter(click -> !click.isEphemeral())
                .findFirst()
                .orElseThrow();
        if (moved.offers("Hit")) {
            Seen stale = clicks.stream().filter(Seen::isEphemeral).findFirst().orElseThrow();
            assertRefused(stale, "STALE_BUTTON");
            assertThat(moved.field(0).split("  ")).hasSize(3);
            hand.guild().click(hand.player(), moved, "Stand");
        }
    }

    @Test
    void paysOnceForADoubleClick() {
        Hand hand = hand("double");

        List<Seen> clicks = hand.guild().doubleClick(hand.player(), hand.dealt(), "Stand");

        assertThat(clicks).allMatch(click -> click.state().equals("answered"));
        Seen shown = clicks.stream()
                .filter(click -> !click.isEphemeral())
                .findFirst()
                .orElseThrow();
        assertBalance(hand.guild(), hand.player(), balanceIn(shown));
        assertThat(bot.books().entries(hand.guild().id()).stream()
                        .filter(entry -> entry.reason().equals("STAKE_SETTLED"))
                        .map(Books.Entry::transaction)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void checksAGameOnceItsSeedIsReplaced() {
        Guild guild = control.newGuild("fair", 2);
        String member = guild.member(1);
        Seen before = guild.use(member, "fairness", Map.of());
        assertThat(before.isEphemeral()).isTrue();
        String commitment = before.field(0);
        Seen flip = guild.use(member, "coinflip", Map.of("amount", 50, "choice", "heads"));
        Matcher game = GAME.matcher(flip.code());
        assertThat(game.find()).as(flip.code()).isTrue();

        Seen secret = guild.use(member, "fairness", Map.of("game", game.group(1)));
        assertThat(secret.text()).contains("still in use");
        Seen replaced = guild.click(member, before, "Replace the seed");
        assertThat(replaced.field(1)).isEqualTo(commitment);
        Seen checked = guild.use(member, "fairness", Map.of("game", game.group(1)));

        assertThat(checked.text()).contains("As promised");
        assertThat(checked.field(1)).contains("called heads");
        assertThat(checked.field(2)).isEqualTo(replaced.field(0));
        assertThat(checked.field(3)).isEqualTo(commitment);
    }

    /** A hand that is not over with the deal. */
    private Hand hand(String name) {
        for (int attempt = 0; attempt < 10; attempt++) {
            Guild guild = control.newGuild(name + attempt, 3);
            Seen dealt = guild.use(guild.member(1), "blackjack", Map.of("amount", 50));
            assertThat(dealt.state()).isEqualTo("answered");
            if (dealt.offers("Stand")) {
                return new Hand(guild, guild.member(1), dealt);
            }
        }
        throw new AssertionError("ten naturals in a row");
    }

    private record Hand(Guild guild, String player, Seen dealt) {}

    private static int total(Seen table) {
        return Integer.parseInt(table.fieldName(0).replace("You · ", ""));
    }

    private static long balanceIn(Seen seen) {
        Matcher balance = HAS_NOW.matcher(seen.text());
        assertThat(balance.find()).as(seen.text()).isTrue();
        return Long.parseLong(balance.group(1).replace(",", ""));
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
