package dev.mitchbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

/** What tests of more than one service look for in what a member sees. */
final class Answers {
    private Answers() {}

    /** Answered, to the caller alone, by the service's own refusal. */
    static void assertRefused(Seen seen, String code) {
        assertThat(seen.state()).isEqualTo("answered");
        assertThat(seen.isEphemeral()).isTrue();
        assertThat(seen.code()).isEqualTo(code);
    }

    static void assertBalance(Guild guild, String member, long coins) {
        assertThat(guild.balance(member).text()).isEqualTo("<@%s> has **%,d coins**.".formatted(member, coins));
    }
}
