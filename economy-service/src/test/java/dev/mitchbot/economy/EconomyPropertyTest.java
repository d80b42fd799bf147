package dev.mitchbot.economy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.contracts.economy.WalletRequest.HoldStake;
import dev.mitchbot.contracts.economy.WalletRequest.Payout;
import dev.mitchbot.contracts.economy.WalletRequest.PlayStake;
import dev.mitchbot.contracts.economy.WalletRequest.ReleaseStake;
import dev.mitchbot.contracts.economy.WalletRequest.SettleStake;
import dev.mitchbot.economy.daily.ClaimDaily;
import dev.mitchbot.economy.eco.AddCoins;
import dev.mitchbot.economy.eco.RemoveCoins;
import dev.mitchbot.economy.eco.SetBalance;
import dev.mitchbot.economy.give.Give;
import dev.mitchbot.economy.guild.GuildEconomy;
import dev.mitchbot.economy.guild.Moment;
import dev.mitchbot.economy.guild.TestGuild;
import dev.mitchbot.economy.ledger.Account;
import dev.mitchbot.economy.ledger.Accounts;
import dev.mitchbot.economy.ledger.Entry;
import dev.mitchbot.economy.stakes.ExpireHolds;
import dev.mitchbot.economy.stakes.HoldExpiry;
import dev.mitchbot.economy.stakes.HoldStakes;
import dev.mitchbot.economy.stakes.PlayStakes;
import dev.mitchbot.economy.stakes.ReleaseStakes;
import dev.mitchbot.economy.stakes.SettleStakes;
import dev.mitchbot.economy.work.DoWork;
import dev.mitchbot.messaging.suite.Acting;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever members, administrators and games do, in whatever order: the books stay right. */
class EconomyPropertyTest {
    private static final List<Long> MEMBERS = List.of(Acting.ALICE, Acting.BOB, Acting.CAROL);

    @Property(tries = 500)
    void theBooksStayRightWhateverIsDone(@ForAll("deeds") List<Deed> deeds) {
        GuildEconomy guild = TestGuild.guild().open();
        for (int i = 0; i < deeds.size(); i++) {
            deeds.get(i).doIn(guild, new Moment("m-" + i, TestGuild.NOW.plus(Duration.ofSeconds(2L * i))));
            assertBooksAreRight(guild);
        }
    }

    private static void assertBooksAreRight(GuildEconomy guild) {
        Map<Long, Long> balances = new HashMap<>();
        Map<Long, Long> movements = new HashMap<>();
        long number = 0;
        for (Entry entry : guild.ledger().entries()) {
            assertThat(entry.number()).isEqualTo(++number);
            long balance = balances.merge(entry.accountId(), entry.amount(), Long::sum);
            movements.merge(entry.transaction(), entry.amount(), Long::sum);
            assertThat(entry.balanceAfter()).isEqualTo(balance);
            assertThat(!Accounts.isWallet(entry.accountId()) || balance >= 0)
                    .as(entry.toString())
                    .isTrue();
        }
        assertThat(movements.values()).containsOnly(movements.isEmpty() ? new Long[0] : new Long[] {0L});
        long sum = 0;
        for (Account account : guild.ledger().accounts()) {
            assertThat(account.balance()).isEqualTo(balances.getOrDefault(account.id(), 0L));
            assertThat(Math.abs(account.balance())).isLessThanOrEqualTo(Accounts.CEILING);
            sum += account.balance();
        }
        assertThat(sum).isZero();
        assertThat(guild.ledger().accounts().stream()
                        .mapToLong(account -> Math.max(account.balance(), 0))
                        .sum())
                .isBetween(0L, Accounts.CEILING);
        assertThat(guild.ledger().balance(Accounts.ESCROW))
                .isEqualTo(guild.holds().added().stream()
                        .mapToLong(hold -> hold.amount())
                        .sum());
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        Arbitrary<Long> amounts = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, Arbitraries.longs().between(-1, 400)),
                net.jqwik.api.Tuple.of(1, Arbitraries.of(0L, 100_000_000L, Accounts.CEILING, Long.MAX_VALUE)));
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.of(MEMBERS),
                        Arbitraries.of(MEMBERS),
                        amounts,
                        amounts,
                        Arbitraries.of("g-1", "g-2"))
                .as(Deed::new)
                .list()
                .ofMaxSize(60);
    }

    private enum Kind {
        DAILY,
        WORK,
        GIVE,
        ADD,
        REMOVE,
        SET,
        HOLD,
        SETTLE,
        RELEASE,
        EXPIRE,
        PLAY
    }

    private record Deed(Kind kind, long member, long other, long amount, long payout, String game) {
        void doIn(GuildEconomy guild, Moment moment) {
            var acting = Acting.by(member).inCharge().naming("user", other).with("amount", amount);
            long id = Acting.GUILD;
            switch (kind) {
                case DAILY -> new ClaimDaily().decide(acting.command(), guild, moment);
                case WORK -> new DoWork(new Random(amount)).decide(acting.command(), guild, moment);
                case GIVE -> new Give().decide(acting.command(), guild, moment);
                case ADD -> new AddCoins().decide(acting.command(), guild, moment);
                case REMOVE -> new RemoveCoins().decide(acting.command(), guild, moment);
                case SET -> new SetBalance().decide(acting.command(), guild, moment);
                case HOLD ->
                    new HoldStakes()
                            .decide(
                                    new HoldStake(
                                            id,
                                            game,
                                            "duel",
                                            member,
                                            amount,
                                            moment.now().plusSeconds(60),
                                            Optional.empty()),
                                    guild,
                                    moment);
                case SETTLE ->
                    new SettleStakes()
                            .decide(
                                    new SettleStake(
                                            id, game, List.of(new Payout(member, amount), new Payout(other, payout))),
                                    guild,
                                    moment);
                case RELEASE -> new ReleaseStakes().decide(new ReleaseStake(id, game), guild, moment);
                case EXPIRE -> new ExpireHolds().decide(new HoldExpiry(id, game), guild, moment);
                case PLAY ->
                    new PlayStakes()
                            .decide(
                                    new PlayStake(id, game, "dice", member, amount, payout, Optional.empty()),
                                    guild,
                                    moment);
            }
        }
    }
}
