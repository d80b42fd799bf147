package dev.mitchbot.economy.guild;

import dev.mitchbot.economy.claims.Claims;
import dev.mitchbot.economy.escrow.Holds;
import dev.mitchbot.economy.ledger.Ledger;
import dev.mitchbot.economy.ledger.Standing;
import dev.mitchbot.economy.settings.EconomySettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the rules see of one guild, and change.
 *
 * @param pages the standings as they were before the batch, in their order, one more than a page where there is one
 */
public record GuildEconomy(
        long guildId,
        EconomySettings settings,
        Ledger ledger,
        Claims claims,
        Holds holds,
        Map<PageKey, List<Standing>> pages) {
    /** What the guild calls its coins, as the games are told. */
    public Optional<String> currency() {
        return Optional.of(settings.currencyName());
    }
}
