package dev.mitchbot.dashboard.pages;

import dev.mitchbot.messaging.guilds.Guild;
import java.util.Optional;

/**
 * What stands around every page.
 *
 * @param token what each form has to send back
 * @param tab the page's place in the guild's navigation
 */
public record Frame(String visitor, String token, Optional<Guild> guild, String tab) {
    public Frame {
        tab = tab == null ? "" : tab;
    }

    public String guildName() {
        return guild.map(Guild::name).orElse("");
    }

    public String base() {
        return "/guilds/" + guild.map(Guild::id).map(Long::toUnsignedString).orElse("");
    }

    public boolean inGuild() {
        return guild.isPresent();
    }

    public boolean signedIn() {
        return !visitor.isEmpty();
    }

    public boolean shows(String name) {
        return tab.equals(name);
    }
}
