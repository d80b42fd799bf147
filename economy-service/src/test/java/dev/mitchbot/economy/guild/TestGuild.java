package dev.mitchbot.economy.guild;

import dev.mitchbot.contracts.reply.Answer;
import dev.mitchbot.contracts.reply.Embed;
import dev.mitchbot.contracts.reply.Reply;
import dev.mitchbot.economy.claims.Claim;
import dev.mitchbot.economy.claims.Claims;
import dev.mitchbot.economy.escrow.Holds;
import dev.mitchbot.economy.ledger.Account;
import dev.mitchbot.economy.ledger.Accounts;
import dev.mitchbot.economy.ledger.Ledger;
import dev.mitchbot.economy.ledger.Standing;
import dev.mitchbot.economy.settings.EconomySettings;
import dev.mitchbot.messaging.suite.Acting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A guild in memory: four members without a wallet until the test gives them one. */
public final class TestGuild {
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Map<Long, Account> accounts = new HashMap<>();
    private final Map<Claims.Key, Instant> claims = new HashMap<>();
    private final Map<PageKey, List<Standing>> pages = new HashMap<>();
    private EconomySettings settings = EconomySettings.DEFAULTS;

    private TestGuild() {
        for (long id : List.of(
                Accounts.MINT,
                Accounts.HOUSE,
                Accounts.ESCROW,
                Accounts.SHOP,
                Acting.ALICE,
                Acting.BOB,
                Acting.CAROL,
                Acting.ROBOT)) {
            accounts.put(id, Account.untouched(id));
        }
    }

    public static TestGuild guild() {
        return new TestGuild();
    }

    public TestGuild holding(long account, long balance) {
        accounts.put(account, Account.stored(account, balance, 1));
        return this;
    }

    public TestGuild with(EconomySettings inForce) {
        settings = inForce;
        return this;
    }

    public TestGuild claimed(long user, Claim claim, Duration ago) {
        claims.put(new Claims.Key(user, claim), NOW.minus(ago));
        return this;
    }

    public TestGuild page(PageKey key, List<Standing> found) {
        pages.put(key, found);
        return this;
    }

    public GuildEconomy open() {
        return new GuildEconomy(
                Acting.GUILD,
                settings,
                new Ledger(0, settings.startingBalance(), accounts.values()),
                new Claims(claims),
                new Holds(new ArrayList<>()),
                pages);
    }

    public static EconomySettings switchedOff() {
        return new EconomySettings(false, "coins", 100, 100, 10_000, 24, 50, 150, 60, 1_000_000, 3);
    }

    public static Moment now() {
        return new Moment("message-1", NOW);
    }

    /** Later than {@link #now()}. */
    public static Moment after(Duration time) {
        return new Moment("message-" + time, NOW.plus(time));
    }

    /** All that the reply says, line by line, its code last. */
    public static String textOf(Reply reply) {
        return ((Answer) reply)
                .message().embeds().stream()
                        .map(embed -> embed.description().orElse("") + "\n"
                                + embed.fields().stream()
                                        .map(Embed.Field::value)
                                        .collect(Collectors.joining("\n"))
                                + "\n" + embed.footer().orElse(""))
                        .collect(Collectors.joining("\n"));
    }

    public static boolean isForCallerOnly(Reply reply) {
        return ((Answer) reply).ephemeral();
    }
}
