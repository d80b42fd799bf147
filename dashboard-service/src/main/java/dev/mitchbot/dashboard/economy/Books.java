package dev.mitchbot.dashboard.economy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mitchbot.dashboard.members.Known;
import dev.mitchbot.dashboard.members.Member;
import dev.mitchbot.dashboard.pages.Choice;
import dev.mitchbot.dashboard.pages.Coins;
import dev.mitchbot.dashboard.pages.Times;
import dev.mitchbot.dashboard.services.Part;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** A guild's books as the pages show them. */
public final class Books {
    private static final Map<String, String> GUILD_ACCOUNTS =
            Map.of("1", "mint", "2", "house", "3", "escrow", "4", "shop");

    /** Why money moves, by the service's name for it. */
    static final List<Choice> REASONS = List.of(
            new Choice("OPENING", "Opening balance"),
            new Choice("DAILY", "Daily reward"),
            new Choice("WORK", "Work"),
            new Choice("GIFT", "Gift"),
            new Choice("ADMIN_ADD", "Added by a manager"),
            new Choice("ADMIN_REMOVE", "Removed by a manager"),
            new Choice("ADMIN_SET", "Set by a manager"),
            new Choice("STAKE_HELD", "Stake held"),
            new Choice("STAKE_SETTLED", "Stake settled"),
            new Choice("STAKE_RELEASED", "Stake given back"),
            new Choice("STAKE_EXPIRED", "Stake expired"),
            new Choice("STAKE_PLAYED", "Stake played"));

    private Books() {}

    public record Wallet(Member member, String balance) {}

    public record Standing(String rank, Wallet wallet) {}

    /** @param gain whether the account has more after it */
    public record Line(
            String at,
            Member account,
            String amount,
            boolean gain,
            String balance,
            String reason,
            Member counterparty,
            String note) {}

    static Part<Wallet> wallets(JsonNode page, Known known) {
        return Part.of(page, item -> wallet(item, known));
    }

    static Part<Standing> standings(JsonNode page, Known known) {
        return Part.of(page, item -> new Standing(Coins.shown(item.path("rank").asLong()), wallet(item, known)));
    }

    private static Wallet wallet(JsonNode item, Known known) {
        return new Wallet(
                known.member(item.path("userId").asText()),
                Coins.shown(item.path("balance").asLong()));
    }

    static Part<Line> lines(JsonNode page, Known known) {
        return Part.of(page, item -> {
            long moved = item.path("amount").asLong();
            return new Line(
                    Times.shown(Instant.parse(item.path("at").asText())),
                    account(item.path("accountId").asText(), known),
                    (moved > 0 ? "+" : "") + Coins.shown(moved),
                    moved > 0,
                    Coins.shown(item.path("balanceAfter").asLong()),
                    Choice.label(REASONS, item.path("reason").asText()),
                    account(item.path("counterparty").asText(""), known),
                    item.path("note").asText(""));
        });
    }

    /**
     * The beginning of a day as the service takes it; what is no date, or has no next day, goes as it is, for the
     * service to name it.
     */
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
        } catch (DateTimeException _) {
            return date;
        }
    }

    private static Member account(String id, Known known) {
        return GUILD_ACCOUNTS.containsKey(id) ? Member.unnamed(GUILD_ACCOUNTS.get(id)) : known.member(id);
    }
}
