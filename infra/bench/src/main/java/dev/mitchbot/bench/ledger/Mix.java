package dev.mitchbot.bench.ledger;

import dev.mitchbot.contracts.command.Caller;
import dev.mitchbot.contracts.command.ResolvedUser;
import dev.mitchbot.contracts.command.SlashCommand;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** What members do: 60 % gifts, 30 % looks at a balance, 5 % daily rewards, 5 % work; the same in every run. */
final class Mix {
    private static final int ORDERS = 100_000;
    private static final long SEED = 20_261_124;
    private static final int COINS_MAX = 5;

    private final Community community;
    private final RandomGenerator random = new Random(SEED);

    private Mix(Community community) {
        this.community = community;
    }

    static List<Order> of(Community community) {
        Mix mix = new Mix(community);
        return Stream.generate(mix::any).limit(ORDERS).toList();
    }

    private Order any() {
        long guild = community.anyGuild(random);
        long member = community.anyMember(random);
        int percent = random.nextInt(100);
        if (percent < 60) {
            return gift(guild, member);
        }
        if (percent < 90) {
            return order("balance", guild, member);
        }
        return order(percent < 95 ? "daily" : "work", guild, member);
    }

    private Order gift(long guild, long giver) {
        long receiver = community.anyMemberBut(giver, random);
        String id = Long.toString(receiver);
        return Order.of(
                "economy.give.v1",
                new SlashCommand(
                        Order.interaction(guild),
                        caller(giver),
                        Map.of("user", id, "amount", Integer.toString(1 + random.nextInt(COINS_MAX))),
                        Map.of(
                                id,
                                new ResolvedUser(
                                        receiver, "Member " + receiver % 1_000, false, Optional.of(List.of())))));
    }

    private static Order order(String command, long guild, long member) {
        return Order.of(
                "economy." + command + ".v1",
                new SlashCommand(Order.interaction(guild), caller(member), Map.of(), Map.of()));
    }

    static Caller caller(long member) {
        return new Caller(member, "Member " + member % 1_000, 2_248_473_465_835_073L, List.of(), "en-GB");
    }
}
