package dev.mitchbot.chaos.load;

import dev.mitchbot.chaos.load.Buttons.Button;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The leaderboards whose buttons can be clicked, the latest of each guild. */
final class Boards {
    private final Map<String, Button> latest = new ConcurrentHashMap<>();

    void look(Guild guild, List<Button> buttons) {
        buttons.stream().findFirst().ifPresent(button -> latest.put(guild.id(), button));
    }

    Optional<Button> of(Guild guild) {
        return Optional.ofNullable(latest.get(guild.id()));
    }
}
