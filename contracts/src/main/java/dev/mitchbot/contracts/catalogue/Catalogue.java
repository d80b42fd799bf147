package dev.mitchbot.contracts.catalogue;

import java.util.List;

/**
 * The commands of one service. The gateway merges the catalogues of all services, registers them with Discord and routes
 * by them; the record's key is the service's name.
 *
 * @param service the owner, for example {@code economy}; its commands go to {@code <service>.commands.v1}
 * @param commands its slash commands
 */
public record Catalogue(String service, List<CommandDefinition> commands) {
    public static final String TYPE = "gateway.catalogue.v1";

    public Catalogue {
        commands = List.copyOf(commands);
    }
}
