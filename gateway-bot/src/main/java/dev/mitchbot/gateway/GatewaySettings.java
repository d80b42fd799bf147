package dev.mitchbot.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Every bound and switch of the gateway, under {@code gateway.} in the configuration. */
@ConfigMapping(prefix = "gateway")
public interface GatewaySettings {
    /** This instance's name, for Kafka's client ids. */
    @WithDefault("gateway-1")
    String instance();

    /** How old an interaction gets without an answer before it is deferred; Discord gives up after 3 s. */
    @WithDefault("2s")
    Duration deferAfter();

    /** How old an interaction gets before the member is told that the broker has not confirmed it. */
    @WithDefault("1800ms")
    Duration unconfirmedAfter();

    /** How long a shutdown waits for answers that are under way. */
    @WithDefault("5s")
    Duration drainTimeout();

    /** Interactions waiting for their answer; beyond it new ones are refused. */
    @WithDefault("50000")
    int maxOpenInteractions();

    /** Interactions waiting to be read and published; beyond it new ones are refused. */
    @WithDefault("10000")
    int maxQueuedInteractions();

    /** Ids of delivered replies and seen interactions that are remembered against a second delivery. */
    @WithDefault("100000")
    int rememberedIds();

    /** A record from Kafka that is larger is a dead letter. */
    @WithDefault("1048576")
    int maxRecordBytes();

    RateLimit rateLimit();

    Discord discord();

    Kafka kafka();

    Registration registration();

    Guilds guilds();

    Actions actions();

    /** How fast one member may act. */
    interface RateLimit {
        /** Interactions at once. */
        @WithDefault("10")
        int burst();

        /** Interactions a second after that. */
        @WithDefault("2")
        double perSecond();

        /** Members whose pace is remembered. */
        @WithDefault("100000")
        int members();
    }

    /** The connection to Discord. */
    interface Discord {
        /** The bot's token. */
        Optional<String> token();

        /** Where Discord's REST API is. */
        @WithDefault("https://discord.com/api/v10")
        String apiUrl();

        /** The number of shards in all; -1 lets Discord choose. */
        @WithDefault("1")
        int shards();

        /** The shards of this process, for example {@code 0-3}; all of them when empty. */
        Optional<String> shardIds();

        /** Whether to ask for the privileged Server Members intent (joins, leaves, role changes, who may manage). */
        @WithDefault("true")
        boolean membersIntent();

        /** Whether to ask for the privileged Message Content intent (what messages say), which no service needs yet. */
        @WithDefault("false")
        boolean contentIntent();

        /** Registers commands in this guild alone, where they change at once; everywhere when empty. */
        Optional<String> commandGuildId();

        /**
         * How long the first login waits for the catalogue: an instance that does not know it yet would tell members that
         * nothing happened while its standby publishes.
         */
        @WithDefault("10s")
        Duration loginPatience();

        /** How long to wait before logging in again when Discord cannot be reached. */
        @WithDefault("5s")
        Duration loginRetry();

        /** Connections to Discord's REST API for callbacks of interactions. */
        @WithDefault("256")
        int callbackConnections();

        /** Connections for everything else; few, so that late answers in their hundreds leave Discord and us some room. */
        @WithDefault("64")
        int connections();

        /** Requests waiting for a connection; beyond it they fail and are tried again. */
        @WithDefault("10000")
        int waitingRequests();

        /** How long one request may take. */
        @WithDefault("5s")
        Duration requestTimeout();

        /** How long one acknowledgement may take before it is tried again. */
        @WithDefault("1500ms")
        Duration callbackTimeout();

        /** How often one request is tried; one for a member who may have been told to wait as long as its token lives. */
        @WithDefault("20")
        int attempts();

        /**
         * Requests that may be tried more often than that at the same time. Each may belong to a reply that is under way,
         * so it has to stay well below {@link Kafka#maxInFlight}.
         */
        @WithDefault("500")
        int patientCalls();

        /** The pause before the second try; each further one is twice as long. */
        @WithDefault("100ms")
        Duration backOff();

        /** The longest such pause; a longer one that Discord itself asks for is kept. */
        @WithDefault("15s")
        Duration maxBackOff();
    }

    /** Topics, producer, consumers and the watch over the broker. */
    interface Kafka {
        /** Partitions of a topic that the gateway creates. */
        @WithDefault("24")
        int partitions();

        /** Copies of a topic that the gateway creates; -1 takes the broker's default. */
        @WithDefault("-1")
        short replication();

        /** The largest record that the gateway publishes and a dead-letter topic takes, in bytes. */
        @WithDefault("6291456")
        int deadLetterBytes();

        /** How long publishing may block while the broker has never been seen or the buffer is full. */
        @WithDefault("400ms")
        Duration maxBlock();

        /** How long a record is tried before its fate counts as unknown. */
        @WithDefault("20s")
        Duration deliveryTimeout();

        /** How long the broker may take for one request. */
        @WithDefault("5s")
        Duration requestTimeout();

        /** How long a record waits for company. */
        @WithDefault("1ms")
        Duration linger();

        /** How often an idle or failing broker is asked whether it is there. */
        @WithDefault("1s")
        Duration probeInterval();

        /** How long it may take to say so. A busy machine's broker may be silent for more than a second. */
        @WithDefault("2s")
        Duration probeTimeout();

        /** How soon another instance takes over from a dead one. */
        @WithDefault("6s")
        Duration sessionTimeout();

        /** How often offsets are committed: what is done since is told twice where another instance takes over. */
        @WithDefault("50ms")
        Duration commitInterval();

        /** Replies or actions under way; beyond it no more are fetched. */
        @WithDefault("2000")
        int maxInFlight();
    }

    /** Making Discord know the commands. */
    interface Registration {
        /** How long the catalogue must be quiet before it is compared with Discord's. */
        @WithDefault("1s")
        Duration debounce();

        /** The pause before a failed comparison or registration is tried again; doubled each time. */
        @WithDefault("5s")
        Duration retry();

        /** The longest such pause. */
        @WithDefault("5m")
        Duration maxRetry();
    }

    /** What the other services learn of the guilds. */
    interface Guilds {
        /** How long a guild must be quiet before its snapshot is compared with the last one. */
        @WithDefault("500ms")
        Duration debounce();

        /** Managers named in a snapshot. */
        @WithDefault("1000")
        int maxManagers();

        /** Guild and member events waiting for the broker; beyond it the newest is dropped and counted. */
        @WithDefault("10000")
        int maxQueuedEvents();

        /** Members whose last published name is remembered; the others are published when they are seen again. */
        @WithDefault("50000")
        int rememberedNames();
    }

    /** Executing what services ask of Discord. */
    interface Actions {
        /** How long an action is tried before it is reported as failed. */
        @WithDefault("60s")
        Duration giveUpAfter();

        /** Pages of 100 messages that a purge looks through. */
        @WithDefault("10")
        int purgePages();
    }
}
