package dev.mitchbot.gateway.discord;

import java.util.Optional;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;

/** Goes back to where the API said the gateway is: by itself JDA would turn to Discord's own after a failed reconnect. */
final class SameGateway extends ConcurrentSessionController {
    private volatile Optional<String> told = Optional.empty();

    @Override
    public ShardedGateway getShardedGateway(JDA api) {
        ShardedGateway gateway = super.getShardedGateway(api);
        told = Optional.of(gateway.getUrl());
        return gateway;
    }

    @Override
    public String getGateway() {
        return told.orElseGet(super::getGateway);
    }
}
