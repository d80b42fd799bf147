package dev.mitchbot.gateway.catalogue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.mitchbot.gateway.GatewaySettings;
import dev.mitchbot.gateway.discord.DiscordCall;
import dev.mitchbot.gateway.discord.DiscordConnection;
import dev.mitchbot.gateway.discord.DiscordResponse;
import dev.mitchbot.gateway.discord.DiscordRest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Makes Discord know the catalogue's commands, when they differ from what it knows. */
@ApplicationScoped
public class Registration {
    private static final Logger LOG = Logger.getLogger(Registration.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Commands commands;
    private final DiscordConnection discord;
    private final DiscordRest rest;
    private final Vertx vertx;
    private final GatewaySettings settings;
    private final AtomicLong generation = new AtomicLong();

    Registration(
            Commands commands, DiscordConnection discord, DiscordRest rest, Vertx vertx, GatewaySettings settings) {
        this.commands = commands;
        this.discord = discord;
        this.rest = rest;
        this.vertx = vertx;
        this.settings = settings;
        discord.onNewSession(this::changed);
    }

    /** The catalogue, or what Discord knows of it, may have changed: once it has been quiet for a while, it is compared. */
    void changed() {
        long current = generation.incrementAndGet();
        discord.applicationId()
                .thenAccept(application -> later(
                        settings.registration().debounce(),
                        () -> compare(
                                application, current, settings.registration().retry())));
    }

    private void compare(String application, long current, Duration retry) {
        if (current != generation.get()) {
            return;
        }
        ArrayNode ours = CommandJson.commands(commands.definitions());
        if (ours.isEmpty()) {
            LOG.info("No service has published commands yet: Discord keeps what it has");
            return;
        }
        String path = "/applications/" + application
                + settings.discord()
                        .commandGuildId()
                        .map(guild -> "/guilds/" + guild)
                        .orElse("") + "/commands";
        rest.send(call(HttpMethod.GET, path, Optional.empty()))
                .thenCompose(known -> replace(path, ours, known))
                .thenAccept(done -> {
                    if (!done) {
                        Duration twice = retry.multipliedBy(2);
                        Duration longest = settings.registration().maxRetry();
                        later(
                                retry,
                                () -> compare(application, current, twice.compareTo(longest) > 0 ? longest : twice));
                    }
                });
    }

    private CompletionStage<Boolean> replace(String path, ArrayNode ours, DiscordResponse known) {
        if (!known.isDone()) {
            LOG.warnf("Discord does not list its commands: %s", known.complaint());
            return CompletableFuture.completedStage(false);
        }
        if (CommandJson.isSame(ours, known.body())) {
            LOG.infof("Discord knows all %d commands", ours.size());
            return CompletableFuture.completedStage(true);
        }
        return rest.send(call(HttpMethod.PUT, path, Optional.of(ours))).thenApply(answer -> {
            if (answer.isDone()) {
                LOG.infof("Registered %d commands", ours.size());
            } else {
                LOG.errorf(
                        "Discord refused the commands: %s %s",
                        answer.complaint(), answer.body().path("errors"));
            }
            return answer.isDone();
        });
    }

    private static DiscordCall call(HttpMethod method, String path, Optional<ArrayNode> body) {
        return DiscordCall.bot(
                method, path, "commands", body.map(json -> json), Instant.now().plus(PATIENCE));
    }

    private void later(Duration delay, Runnable task) {
        vertx.setTimer(Math.max(1, delay.toMillis()), timer -> task.run());
    }
}
