package dev.mitchbot.economy.guild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.economy.wording.Refusal;

/** What tests say about decisions. */
public final class Assert {
    private Assert() {}

    /** Told to the caller alone, with the code; nothing moved and nothing was claimed. */
    public static void assertRefused(Decision decision, GuildEconomy guild, Refusal refusal) {
        assertThat(TestGuild.textOf(decision.reply())).endsWith(refusal.name());
        assertThat(TestGuild.isForCallerOnly(decision.reply())).isTrue();
        assertThat(decision.events()).isEmpty();
        assertThat(guild.ledger().entries()).isEmpty();
        assertThat(guild.claims().stamped()).isEmpty();
    }

    /** Told to everyone in the channel. */
    public static void assertSaid(Decision decision, String... parts) {
        assertThat(TestGuild.textOf(decision.reply())).contains(parts);
        assertThat(TestGuild.isForCallerOnly(decision.reply())).isFalse();
    }
}
