package dev.mitchbot.economy.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mitchbot.economy.ledger.Movement.CeilingReached;
import dev.mitchbot.economy.ledger.Movement.InsufficientFunds;
import dev.mitchbot.economy.ledger.Movement.Posted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final long ALICE = 1_001;
    private static final long BOB = 1_002;
    private static final Cause GIFT = Cause.of("m-1", Reason.GIFT);

    @Test
    void showsWhatAnUntouchedWalletWillBeOpenedWithAndWritesNothing() {
        Ledger ledger = ledger(0, Account.untouched(ALICE));

        assertThat(ledger.balance(ALICE)).isEqualTo(100);
        assertThat(ledger.entries()).isEmpty();
        assertThat(ledger.accounts()).noneMatch(Account::isChanged);
    }

    @Test
    void opensBothWalletsBeforeTheFirstMovementBetweenThem() {
        Ledger ledger = ledger(7, Account.untouched(ALICE), Account.untouched(BOB));

        assertThat(ledger.move(GIFT, ALICE, BOB, 30)).isInstanceOf(Posted.class);

        assertThat(ledger.balance(ALICE)).isEqualTo(70);
        assertThat(ledger.balance(BOB)).isEqualTo(130);
        assertThat(ledger.balance(Accounts.MINT)).isEqualTo(-200);
        assertThat(ledger.entries())
                .extracting(entry -> entry.cause().reason())
                .containsExactly(
                        Reason.OPENING, Reason.OPENING, Reason.OPENING, Reason.OPENING, Reason.GIFT, Reason.GIFT);
        assertThat(ledger.entries()).extracting(Entry::number).containsExactly(8L, 9L, 10L, 11L, 12L, 13L);
        assertThat(ledger.entries()).extracting(Entry::transaction).containsExactly(8L, 8L, 10L, 10L, 12L, 12L);
        assertThat(ledger.entries().getLast()).isEqualTo(new Entry(13, 12, BOB, 30, 130, Optional.of(ALICE), GIFT));
    }

    @Test
    void opensAWalletOnlyOnce() {
        Ledger ledger = ledger(0, Account.untouched(ALICE));

        ledger.move(GIFT, Accounts.MINT, ALICE, 1);
        ledger.move(GIFT, Accounts.MINT, ALICE, 1);

        assertThat(ledger.balance(ALICE)).isEqualTo(102);
        assertThat(ledger.entries()).hasSize(6);
    }

    @Test
    void opensAnEmptyWalletWithoutAMovementOfNothing() {
        Ledger ledger = new Ledger(0, 0, accounts(Account.untouched(ALICE)));

        ledger.move(GIFT, Accounts.MINT, ALICE, 5);

        assertThat(ledger.balance(ALICE)).isEqualTo(5);
        assertThat(ledger.entries()).hasSize(2);
    }

    @Test
    void movesTheLastCoinAndNotOneMore() {
        Ledger ledger = ledger(0, Account.stored(ALICE, 50, 3), Account.stored(BOB, 0, 1));

        assertThat(ledger.move(GIFT, ALICE, BOB, 51)).isEqualTo(new InsufficientFunds(ALICE, 51, 50));
        assertThat(ledger.entries()).isEmpty();
        assertThat(ledger.move(GIFT, ALICE, BOB, 50)).isInstanceOf(Posted.class);
        assertThat(ledger.balance(ALICE)).isZero();
    }

    @Test
    void opensNoWalletForAMovementThatIsRefused() {
        Ledger ledger = ledger(0, Account.untouched(ALICE), Account.untouched(BOB));

        assertThat(ledger.move(GIFT, ALICE, BOB, 101)).isEqualTo(new InsufficientFunds(ALICE, 101, 100));

        assertThat(ledger.entries()).isEmpty();
        assertThat(ledger.accounts()).noneMatch(Account::isChanged);
    }

    @Test
    void fillsAWalletToTheCeilingAndNotBeyond() {
        Ledger ledger = ledger(0, Account.stored(ALICE, Accounts.CEILING - 5, 1), Account.stored(BOB, 10, 1));

        assertThat(ledger.move(GIFT, BOB, ALICE, 6)).isEqualTo(new CeilingReached(ALICE));
        assertThat(ledger.move(GIFT, BOB, ALICE, 5)).isInstanceOf(Posted.class);
        assertThat(ledger.balance(ALICE)).isEqualTo(Accounts.CEILING);
    }

    @Test
    void doesNotMintMoreThanItCanCount() {
        Account mint = Account.stored(Accounts.MINT, -Accounts.CEILING + 100, 1);
        Ledger ledger = new Ledger(0, 100, List.of(mint, Account.untouched(ALICE)));

        assertThat(ledger.move(GIFT, Accounts.MINT, ALICE, 1)).isEqualTo(new CeilingReached(Accounts.MINT));
        assertThat(ledger.entries()).isEmpty();
    }

    @Test
    void countsWhatTheHouseOwesAsWhatTheMintDoes() {
        Ledger ledger = ledger(
                0,
                Account.stored(Accounts.MINT, -60, 1),
                Account.stored(Accounts.HOUSE, -Accounts.CEILING + 100, 1),
                Account.stored(ALICE, 0, 1),
                Account.untouched(BOB));

        assertThat(ledger.move(GIFT, Accounts.HOUSE, ALICE, 41)).isEqualTo(new CeilingReached(Accounts.MINT));
        assertThat(ledger.move(GIFT, Accounts.MINT, ALICE, 41)).isEqualTo(new CeilingReached(Accounts.MINT));
        assertThat(ledger.open(GIFT, BOB)).isEqualTo(new CeilingReached(Accounts.MINT));
        assertThat(ledger.move(GIFT, Accounts.HOUSE, ALICE, 40)).isInstanceOf(Posted.class);
        assertThat(ledger.move(GIFT, ALICE, Accounts.HOUSE, 1)).isInstanceOf(Posted.class);
        assertThat(ledger.move(GIFT, Accounts.MINT, ALICE, 1)).isInstanceOf(Posted.class);
    }

    @Test
    void opensAWalletOnRequestUnlessTheMintHasRunDry() {
        Ledger ledger = ledger(0, Account.untouched(ALICE));
        Ledger dry = new Ledger(
                0, 100, List.of(Account.stored(Accounts.MINT, -Accounts.CEILING + 99, 1), Account.untouched(ALICE)));

        assertThat(ledger.open(GIFT, ALICE)).isInstanceOf(Posted.class);
        assertThat(ledger.open(GIFT, ALICE)).isInstanceOf(Posted.class);
        assertThat(ledger.entries()).hasSize(2);
        assertThat(dry.open(GIFT, ALICE)).isEqualTo(new CeilingReached(Accounts.MINT));
        assertThat(dry.entries()).isEmpty();
    }

    @Test
    void postsAMovementOfManyLegsWholeOrNotAtAll() {
        Ledger ledger = ledger(
                0,
                Account.stored(Accounts.ESCROW, 100, 1),
                Account.stored(ALICE, 0, 1),
                Account.stored(BOB, Accounts.CEILING, 1));
        List<Leg> tooMuch = List.of(new Leg(Accounts.ESCROW, -100), new Leg(ALICE, 60), new Leg(BOB, 40));

        assertThat(ledger.post(GIFT, tooMuch)).isEqualTo(new CeilingReached(BOB));
        assertThat(ledger.balance(ALICE)).isZero();

        ledger.post(GIFT, List.of(new Leg(Accounts.ESCROW, -100), new Leg(ALICE, 60), new Leg(Accounts.HOUSE, 40)));
        assertThat(ledger.balance(ALICE)).isEqualTo(60);
        assertThat(ledger.entries()).extracting(Entry::counterparty).containsOnly(Optional.empty());
    }

    @Test
    void refusesWhatIsNoMovement() {
        Ledger ledger = ledger(0, Account.stored(ALICE, 50, 1), Account.stored(BOB, 50, 1));

        assertThatThrownBy(() -> ledger.post(GIFT, List.of(new Leg(ALICE, -1), new Leg(BOB, 2))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ledger.move(GIFT, ALICE, ALICE, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ledger.move(GIFT, ALICE, BOB, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ledger.post(GIFT, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        ledger.post(GIFT, List.of(new Leg(ALICE, Long.MAX_VALUE), new Leg(BOB, Long.MAX_VALUE))))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void doesNotGuessAboutAnAccountThatWasNotLoaded() {
        assertThatThrownBy(() -> ledger(0).balance(ALICE)).isInstanceOf(IllegalStateException.class);
    }

    private static Ledger ledger(long lastEntry, Account... more) {
        return new Ledger(lastEntry, 100, accounts(more));
    }

    private static List<Account> accounts(Account... more) {
        List<Account> accounts = new ArrayList<>(List.of(
                Account.untouched(Accounts.MINT),
                Account.untouched(Accounts.HOUSE),
                Account.untouched(Accounts.ESCROW)));
        accounts.addAll(List.of(more));
        return accounts;
    }
}
