package dev.mitchbot.infra.stack;

import dev.mitchbot.infra.servers.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps the demo off the data of a real Discord, which a mark in it tells from the demo's own. */
final class RealDiscord {
    static final String TOKEN = "DISCORD_TOKEN";
    private static final String MARK = "of-a-real-discord";

    private RealDiscord() {}

    /** Refuses a start without a token, which would run the demo on the data or delete it. */
    static void checkData(Path data, Settings settings) {
        if (!settings.has(TOKEN) && Files.exists(data.resolve(MARK))) {
            throw new Refusal("The data in " + data + " is that of real guilds and " + TOKEN
                    + " is not set: set it again or, for the demo, move that folder away or delete it yourself.");
        }
    }

    /** Called before anything real gets into the data. */
    static void markData(Path data, Settings settings) {
        if (!settings.has(TOKEN)) {
            return;
        }
        try {
            Files.writeString(Folders.create(data).resolve(MARK), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
