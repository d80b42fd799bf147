package dev.mitchbot.dashboard.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AskedTest {
    @Test
    void leadsOnWithItsFilters() {
        Asked asked = Asked.from(null).by("user", " 42 ").by("kind", null).by("state", "DONE");
        assertThat(asked.isFiltered()).isTrue();
        assertThat(asked.filter("user")).isEqualTo("42");
        assertThat(asked.more("/guilds/1", "cases", "AAE="))
                .isEqualTo("/guilds/1/cases?cursor=AAE%3D&state=DONE&user=42");
        assertThat(asked.first("/guilds/1", "cases")).isEqualTo("/guilds/1/cases?state=DONE&user=42");
    }

    @Test
    void takesWhatWasTypedForNoMoreThanText() {
        Asked asked = Asked.from("").by("user", "{a}&b=\"c\" ü");
        assertThat(asked.first("/guilds/1", "cases")).isEqualTo("/guilds/1/cases?user=%7Ba%7D%26b%3D%22c%22+%C3%BC");
    }

    @Test
    void asksForEverythingWhereNothingWasTyped() {
        assertThat(Asked.from(null).by("user", " ").isFiltered()).isFalse();
    }
}
