package dev.mitchbot.games.stakes;

import dev.mitchbot.contracts.economy.WalletRequest.ReleaseStake;
import dev.mitchbot.contracts.economy.WalletResult;
import dev.mitchbot.games.guild.Decision;
import dev.mitchbot.games.guild.GamesKeys.GuildKeys;
import dev.mitchbot.games.guild.Rule;

/** A rule for what the ledger answers. */
abstract class ResultRule<R extends WalletResult> implements Rule<R> {
    private final String type;
    private final Class<R> bodyType;

    ResultRule(String type, Class<R> bodyType) {
        this.type = type;
        this.bodyType = bodyType;
    }

    @Override
    public final String type() {
        return type;
    }

    @Override
    public final Class<R> bodyType() {
        return bodyType;
    }

    @Override
    public final long guildId(R result) {
        return result.guildId();
    }

    @Override
    public final void needs(R result, GuildKeys keys) {
        keys.game(result.gameId());
    }

    static Decision giveBack(WalletResult result) {
        return Decision.asking(new ReleaseStake(result.guildId(), result.gameId()));
    }
}
