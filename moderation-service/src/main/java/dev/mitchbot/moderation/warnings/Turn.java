package dev.mitchbot.moderation.warnings;

import dev.mitchbot.moderation.guild.PageKey;
import dev.mitchbot.moderation.guild.PageKey.Direction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a button below a list of warnings says. */
final class Turn {
    private static final String PREFIX = "moderation:warnings:";
    private static final Pattern PAYLOAD = Pattern.compile("(older|newer):(\\d{1,20}):(\\d{1,18})");

    private Turn() {}

    static PageKey parse(String payload) {
        Matcher parts = PAYLOAD.matcher(payload);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a button of the warnings: " + payload);
        }
        return new PageKey(
                Long.parseUnsignedLong(parts.group(2)),
                parts.group(1).equals("older") ? Direction.OLDER : Direction.NEWER,
                Long.parseLong(parts.group(3)));
    }

    static String customId(PageKey page) {
        return PREFIX + (page.direction() == Direction.OLDER ? "older" : "newer") + ":"
                + Long.toUnsignedString(page.userId()) + ":" + page.caseNumber();
    }
}
