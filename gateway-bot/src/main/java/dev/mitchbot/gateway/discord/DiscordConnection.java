package dev.mitchbot.gateway.discord;

import dev.mitchbot.gateway.GatewaySettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.CloseCode;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.internal.JDAImpl;
import org.jboss.logging.Logger;

/** The gateway connection, one session per shard. It logs in by itself and keeps trying while Discord is away. */
@ApplicationScoped
public class DiscordConnection {
    private static final Logger LOG = Logger.getLogger(DiscordConnection.class);

    private final GatewaySettings.Discord settings;
    private final ShardSetup setup;
    private final CompletableFuture<String> applicationId = new CompletableFuture<>();
    private final ExecutorService login = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("discord-login").daemon().factory());
    private final List<Runnable> newSessionTasks = new CopyOnWriteArrayList<>();
    private volatile Optional<ShardManager> shards = Optional.empty();
    private volatile Optional<String> trouble = Optional.empty();

    DiscordConnection(GatewaySettings settings) {
        this.settings = settings.discord();
        setup = new ShardSetup(settings.discord());
    }

    /** Logs in without making the caller wait. */
    public void start(List<ListenerAdapter> listeners) {
        login.execute(() -> logIn(listeners));
    }

    public void close() {
        login.shutdownNow();
        shards.ifPresent(ShardManager::shutdown);
    }

    /** Whether every shard of this process is connected. */
    public boolean isConnected() {
        return shards.filter(manager -> !manager.getShards().isEmpty()
                        && manager.getShards().stream().allMatch(shard -> shard.getStatus() == JDA.Status.CONNECTED))
                .isPresent();
    }

    /** Why there is no connection, where only a change of settings helps. */
    public Optional<String> trouble() {
        return trouble;
    }

    /** The bot's application, known after the first login. */
    public CompletionStage<String> applicationId() {
        return applicationId;
    }

    /** Runs the task whenever a shard got a new session instead of its old one: what happened meanwhile was not heard. */
    public void onNewSession(Runnable task) {
        newSessionTasks.add(task);
    }

    private void logIn(List<ListenerAdapter> listeners) {
        if (settings.token().isEmpty()) {
            giveUp("DISCORD_TOKEN is not set");
            return;
        }
        String token = settings.token().orElseThrow();
        List<ListenerAdapter> all =
                Stream.concat(Stream.of(new Session()), listeners.stream()).toList();
        while (shards.isEmpty() && !Thread.currentThread().isInterrupted()) {
            try {
                shards = Optional.of(setup.builder(token, all).build());
            } catch (InvalidTokenException e) {
                giveUp("Discord does not know this DISCORD_TOKEN");
                return;
            } catch (RuntimeException e) {
                LOG.warnf("Discord cannot be reached at %s: %s", settings.apiUrl(), e.getMessage());
                waitBeforeRetry();
            }
        }
    }

    private void waitBeforeRetry() {
        try {
            TimeUnit.MILLISECONDS.sleep(settings.loginRetry().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void giveUp(String reason) {
        trouble = Optional.of(reason);
        LOG.error(reason);
    }

    /** Watches the sessions themselves. */
    private final class Session extends ListenerAdapter {
        @Override
        public void onReady(ReadyEvent event) {
            LOG.infof("Shard %s is ready", event.getJDA().getShardInfo());
            leaveInteractionsAlone((JDAImpl) event.getJDA());
            applicationId.complete(event.getJDA().getSelfUser().getApplicationId());
        }

        /** Read from the raw event: JDA would want their channel in its cache, and quote their token in its warnings. */
        private void leaveInteractionsAlone(JDAImpl shard) {
            shard.getClient().getHandlers().remove("INTERACTION_CREATE");
        }

        @Override
        public void onSessionRecreate(SessionRecreateEvent event) {
            LOG.infof("Shard %s has a new session", event.getJDA().getShardInfo());
            newSessionTasks.forEach(Runnable::run);
        }

        @Override
        public void onShutdown(ShutdownEvent event) {
            if (event.getCloseCode() == CloseCode.DISALLOWED_INTENTS) {
                giveUp("Discord refuses the privileged intents: switch on Server Members (and Message Content, where"
                        + " GATEWAY_DISCORD_CONTENT_INTENT=true) for the bot in Discord's developer portal, or set"
                        + " GATEWAY_DISCORD_MEMBERS_INTENT=false");
            }
        }
    }
}
