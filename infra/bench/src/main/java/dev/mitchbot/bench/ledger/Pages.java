package dev.mitchbot.bench.ledger;

import dev.mitchbot.bench.machine.MeasuredStack;
import dev.mitchbot.contracts.command.ButtonClick;
import dev.mitchbot.contracts.command.SlashCommand;
import dev.mitchbot.infra.stack.Stack;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Looks at the leaderboards of a community. */
record Pages(Stack stack, Community community) {
    static final int PAGE = 10;
    static final int DEEP = 1_000;

    List<Order> first() {
        return IntStream.range(0, community.guilds())
                .mapToObj(community::guild)
                .map(guild -> Order.of(
                        "economy.leaderboard.v1",
                        new SlashCommand(
                                Order.interaction(guild), Mix.caller(community.member(0)), Map.of(), Map.of())))
                .toList();
    }

    boolean isDeep() {
        return community.members() > DEEP * PAGE;
    }

    /** By the button on the page before. */
    List<Order> thousandth() {
        return IntStream.range(0, community.guilds())
                .mapToObj(community::guild)
                .map(this::thousandth)
                .toList();
    }

    private Order thousandth(long guild) {
        int rank = (DEEP - 1) * PAGE;
        String neighbour = MeasuredStack.single(stack, """
                select balance || ':' || account_id from accounts where guild_id = %d and account_id > 4 and balance > 0
                order by balance desc, account_id desc offset %d limit 1""".formatted(guild, rank - 1));
        return Order.of(
                "economy.leaderboard.click.v1",
                new ButtonClick(
                        Order.interaction(guild),
                        Mix.caller(community.member(0)),
                        "economy:leaderboard:next:" + neighbour + ":" + rank,
                        guild + 2));
    }
}
