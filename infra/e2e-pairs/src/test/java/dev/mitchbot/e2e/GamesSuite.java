package dev.mitchbot.e2e;

import static dev.mitchbot.e2e.Answers.assertBalance;
import static dev.mitchbot.e2e.Answers.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Coins, hands with their clicks, and what they were drawn from. */
abstract class GamesSuite {
    private static final Pattern GAME = Pattern.compile("Game (\\S+) · nonce (\\d+)");
    private static final Pattern HAS_NOW = Pattern.compile("has ([0-9,]+) coins now");
    private static final Duration DOUBLE_CLICK = Duration.ofMillis(50);
    private static final int ATTEMPTS = 10;

    abstract RunningBot bot();

    @AfterEach
    void theBooksAreRight() {
        assertThat(bot().books().faults()).isEmpty();
        assertThat(bot().books().held()).isEmpty();
    }

    @Test
    void flipsACoinAndPaysForARightCall() {
        Guild guild = bot().control().newGuild("coin", 2);
        String member = guild.member(1);

        Seen flip = guild.use(member, "coinflip", Map.of("amount", 50, "choice", "heads"));

        assertThat(flip.state()).isEqualTo("answered");
        assertThat(flip.isEphemeral()).isFalse();
        long after = flip.text().startsWith("**Heads.**") ? 148 : 50;
        assertThat(flip.text()).contains("You called heads", "<@" + member + "> has " + after + " coins now");
        assertBalance(guild, member, after);
        assertThat(bot().books().moved("STAKE_PLAYED")).anyMatch(cause -> cause.startsWith(flip.id() + "/"));
    }

    @Test
    void refusesAStakeThatNobodyHasAndMovesNothing() {
        Guild guild = bot().control().newGuild("poor", 2);
        String member = guild.member(1);

        Seen flip = guild.use(member, "coinflip", Map.of("amount", 101, "choice", "tails"));
        Seen hand = guild.use(member, "blackjack", Map.of("amount", 5_000));

        assertRefused(flip, "INSUFFICIENT_FUNDS");
        assertThat(flip.text()).contains("101 coins", "100 coins");
        assertRefused(hand, "INSUFFICIENT_FUNDS");
        assertBalance(guild, member, 100);
    }

    @Test
    void takesAMillionAtMost() {
        Guild guild = bot().control().newGuild("rich", 2);
        String member = guild.member(1);
        guild.eco(guild.member(0), "set", Map.of("user", member, "amount", 3_000_000));

        Seen flip = guild.use(member, "coinflip", Map.of("amount", 1_000_001, "choice", "tails"));
        assertRefused(flip, "STAKE_TOO_HIGH");
        assertThat(flip.text()).contains("1,000,000 coins");
        assertRefused(guild.use(member, "blackjack", Map.of("amount", 1_000_001)), "STAKE_TOO_HIGH");
        assertBalance(guild, member, 3_000_000);

        Seen allowed = guild.use(member, "coinflip", Map.of("amount", 1_000_000, "choice", "tails"));
        assertThat(balanceIn(allowed)).isIn(2_000_000L, 3_960_000L);
    }

    @Test
    void takesNoStakeWhereTheEconomyIsSwitchedOff() {
        Guild guild = bot().control().newGuild("closed", 2);
        String member = guild.member(1);
        bot().books().switchOff(guild.id());

        assertRefused(guild.use(member, "coinflip", Map.of("amount", 1, "choice", "heads")), "ECONOMY_DISABLED");
        assertRefused(guild.use(member, "blackjack", Map.of("amount", 1)), "ECONOMY_DISABLED");
        assertThat(bot().books().entries(guild.id())).isEmpty();
    }

    @Test
    void refusesByItselfWhatDiscordShouldHaveRefused() {
        Guild guild = bot().control().newGuild("loose", 2);
        String member = guild.member(1);
        bot().control().openEverythingTo(guild.id());

        for (long amount : List.of(0L, -5L)) {
            assertRefused(guild.use(member, "coinflip", Map.of("amount", amount, "choice", "heads")), "INVALID_AMOUNT");
            assertRefused(guild.use(member, "blackjack", Map.of("amount", amount)), "INVALID_AMOUNT");
        }
        assertRefused(guild.use(member, "coinflip", Map.of("amount", 1, "choice", "edge")), "INVALID_CHOICE");
        assertRefused(guild.use(member, "fairness", Map.of("client-seed", "x".repeat(65))), "INVALID_SEED");
        assertThat(bot().books().entries(guild.id())).isEmpty();
    }

    @Test
    void refusesASecondStakeWithinThreeSeconds() {
        Guild guild = bot().control().newGuild("hasty", 2);
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
        DoubleHit hit = doubleHit();

        assertRefused(hit.other(), "STALE_BUTTON");
        assertThat(hit.moved().field(0).split("  ")).hasSize(3);
        hit.hand().guild().click(hit.hand().player(), hit.moved(), "Stand");
    }

    /** The economy is silent meanwhile: the hand is not over yet when the second click is looked at. */
    @Test
    void paysOnceForADoubleClick() {
        Hand hand = hand("double");
        Guild guild = hand.guild();
        List<Seen> begun = new ArrayList<>();
        bot().whileSilent("economy", () -> {
            begun.addAll(guild.beginDoubleClick(hand.player(), hand.dealt(), "Stand"));
            await().until(() ->
                    begun.stream().anyMatch(click -> now(guild, click).isDecided()));
        });
        List<Seen> clicks = begun.stream().map(guild::awaitAnswer).toList();

        Seen ended = only(clicks, click -> !click.isEphemeral());
        Seen refused = only(clicks, Seen::isEphemeral);
        assertThat(Duration.between(ended.madeAt(), refused.madeAt()).abs()).isLessThan(DOUBLE_CLICK);
        assertRefused(refused, "STALE_BUTTON");
        assertThat(refused.text()).contains("Nothing happened twice");
        assertBalance(guild, hand.player(), balanceIn(ended));
        assertThat(bot().books().entries(guild.id()).stream()
                        .filter(entry -> entry.reason().equals("STAKE_SETTLED"))
                        .map(Books.Entry::transaction)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void checksAGameOnceItsSeedIsReplaced() {
        Guild guild = bot().control().newGuild("fair", 2);
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

    @Test
    void tellsNobodyOfGamesAndSeedsThatAreNotTheirs() {
        Guild guild = bot().control().newGuild("unfair", 3);
        String member = guild.member(1);
        String other = guild.member(2);
        Seen flip = guild.use(member, "coinflip", Map.of("amount", 1, "choice", "heads"));
        Matcher game = GAME.matcher(flip.code());
        assertThat(game.find()).as(flip.code()).isTrue();

        assertRefused(guild.use(member, "fairness", Map.of("game", "nonsense")), "GAME_UNKNOWN");
        assertRefused(guild.use(other, "fairness", Map.of("game", game.group(1))), "GAME_UNKNOWN");
        assertRefused(guild.use(member, "fairness", Map.of("client-seed", "a:b")), "INVALID_SEED");
        Seen sheet = guild.use(member, "fairness", Map.of());
        assertThatThrownBy(() -> guild.click(other, sheet, "Replace the seed"))
                .as("Discord shows an ephemeral message to its member only")
                .hasMessageContaining("got 404");
    }

    @Test
    void replacesTheSeedOnceForADoubleClick() {
        Guild guild = bot().control().newGuild("seeds", 2);
        String member = guild.member(1);
        Seen sheet = guild.use(member, "fairness", Map.of());
        Seen another = guild.use(member, "fairness", Map.of());

        List<Seen> clicks = doubleClick(guild, member, sheet, "Replace the seed");

        Seen replaced = only(clicks, click -> click.text().startsWith("Seed 1 is no secret any more."));
        assertRefused(only(clicks, click -> click != replaced), "STALE_BUTTON");
        assertRefused(guild.click(member, another, "Replace the seed"), "STALE_BUTTON");
        assertThat(guild.use(member, "fairness", Map.of()).field(0)).isEqualTo(replaced.field(2));
    }

    /** A hand that is not over with the deal. */
    private Hand hand(String name) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Guild guild = bot().control().newGuild(name + attempt, 3);
            Seen dealt = guild.use(guild.member(1), "blackjack", Map.of("amount", 50));
            assertThat(dealt.state()).isEqualTo("answered");
            if (dealt.offers("Stand")) {
                return new Hand(guild, guild.member(1), dealt);
            }
        }
        throw new AssertionError(ATTEMPTS + " naturals in a row");
    }

    private record Hand(Guild guild, String player, Seen dealt) {}

    /** A hand that is not over with the first of two clicks at once on "Hit". */
    private DoubleHit doubleHit() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Hand hand = hand("stale" + attempt + "-");
            List<Seen> clicks = doubleClick(hand.guild(), hand.player(), hand.dealt(), "Hit");
            if (clicks.stream().anyMatch(click -> click.offers("Hit"))) {
                return new DoubleHit(
                        hand, only(clicks, click -> click.offers("Hit")), only(clicks, click -> !click.offers("Hit")));
            }
        }
        throw new AssertionError("a hit ended the hand " + ATTEMPTS + " times in a row");
    }

    private record DoubleHit(Hand hand, Seen moved, Seen other) {}

    /** Two clicks at once, of which neither is answered before both are made. */
    private List<Seen> doubleClick(Guild guild, String member, Seen shown, String label) {
        List<Seen> begun = new ArrayList<>();
        bot().whileSilent("games", () -> begun.addAll(guild.beginDoubleClick(member, shown, label)));
        return begun.stream().map(guild::awaitAnswer).toList();
    }

    private static Seen only(List<Seen> clicks, Predicate<Seen> such) {
        assertThat(clicks).filteredOn(such).hasSize(1);
        return clicks.stream().filter(such).findFirst().orElseThrow();
    }

    private static Seen now(Guild guild, Seen begun) {
        return guild.control().interaction(begun.id(), Duration.ZERO);
    }

    private static int total(Seen table) {
        return Integer.parseInt(table.fieldName(0).replace("You · ", ""));
    }

    private static long balanceIn(Seen seen) {
        Matcher balance = HAS_NOW.matcher(seen.text());
        assertThat(balance.find()).as(seen.text()).isTrue();
        return Long.parseLong(balance.group(1).replace(",", ""));
    }
}
