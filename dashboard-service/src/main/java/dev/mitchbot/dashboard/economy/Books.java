package dev.mitchbot.dashboard.economy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mitchbot.dashboard.pages.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** A guild's books as the pages show them. */
public final class Books {
    private static final Map<String, String> GUILD_ACCOUNTS =
            Map.of("1", "mint", "2", "house", "3", "escrow", "4", "shop");

    /** Why money moves, by the service's name for it. */
    static final List<Reason> REASONS = List.of(
            new Reason("OPENING", "Opening balance"),
            new Reason("DAILY", "Daily reward"),
            new Reason("WORK", "Work"),
            new Reason("GIFT", "Gift"),
            new Reason("ADMIN_ADD", "Added by a manager"),
            new Reason("ADMIN_REMOVE", "Removed by a manager"),
            new Reason("ADMIN_SET", "Set by a manager"),
            new Reason("STAKE_HELD", "Stake held"),
            new Reason("STAKE_SETTLED", "Stake settled"),
            new Reason("STAKE_RELEASED", "Stake given back"),
            new Reason("STAKE_EXPIRED", "Stake expired"),
            new Reason("STAKE_PLAYED", "Stake played"));

    private Books() {}

    public record Reason(String name, String label) {}

    public record Wallet(String userId, String balance) {}

    /** @param gain whether the account has more after it */
    public record Line(
            String at,
            String account,
            boolean member,
            String amount,
            boolean gain,
            String balance,
            String reason,
            String counterparty,
            String note) {}

    /** @param next the cursor of what follows, or empty */
    public record Part<T>(List<T> items, String next) {}

    static Part<Wallet> wallets(JsonNode page) {
        return part(
                page,
                item -> new Wallet(
                        item.path("userId").asText(),
                        amount(item.path("balance").asLong())));
    }

    static Part<Line> lines(JsonNode page) {
        return part(page, item -> {
            long moved = item.path("amount").asLong();
            String account = item.path("accountId").asText();
            return new Line(
                    Times.shown(Instant.parse(item.path("at").asText())),
                    account(account),
                    !GUILD_ACCOUNTS.containsKey(account),
                    (moved > 0 ? "+" : "") + amount(moved),
                    moved > 0,
                    amount(item.path("balanceAfter").asLong()),
                    reason(item.path("reason").asText()),
                    account(item.path("counterparty").asText("")),
                    item.path("note").asText(""));
        });
    }

    /** The beginning of a day as the service takes it; what is no date goes as it is, for the service to name it. */
    static String dayBegin(String date, int later) {
        if (date == null || date.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(date.strip())
                    .plusDays(later)
                    .atStartOfDay()
                    .toInstant(ZoneOffset.UTC)
                    .toString();
        } catch (DateTimeParseException _) {
            return date;
        }
    }

    private static String account(String id) {
        return GUILD_ACCOUNTS.getOrDefault(id, id);
    }

    private static String reason(String name) {
        return REASONS.stream()
                .filter(reason -> reason.name().equals(name))
                .findFirst()
                .map(Reason::label)
                .orElse(name);
    }

    private static String amount(long coins) {
        return String.format(Locale.UK, "%,d", coins).replace('-', '−');
    }

    private static <T> Part<T> part(JsonNode page, Function<JsonNode, T> view) {
        var items = new ArrayList<T>();
        page.path("items").forEach(item -> items.add(view.apply(item)));
        return new Part<>(items, page.path("next").asText(""));
    }
}
