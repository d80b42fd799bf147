package dev.mitchbot.bench.ledger;

import java.util.random.RandomGenerator;

/**
 * Guilds with their members, by ids as long as Discord's.
 *
 * @param name tells the guilds of one community from those of another
 */
record Community(int name, int guilds, int members) {
    private static final long FIRST_GUILD = 200_000_000_000_000_000L;
    private static final long GUILDS_APART = 1_000_000_000L;
    private static final long FIRST_MEMBER = 500_000_000_000_000_000L;

    long guild(int number) {
        return FIRST_GUILD + (name * 1_000L + number) * GUILDS_APART;
    }

    long member(int number) {
        return FIRST_MEMBER + number;
    }

    long anyGuild(RandomGenerator random) {
        return guild(random.nextInt(guilds));
    }

    long anyMember(RandomGenerator random) {
        return member(random.nextInt(members));
    }

    long anyMemberBut(long other, RandomGenerator random) {
        long member = anyMember(random);
        return member == other ? member(Math.floorMod((int) (other - FIRST_MEMBER) + 1, members)) : member;
    }
}
