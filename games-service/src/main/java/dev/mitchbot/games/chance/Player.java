package dev.mitchbot.games.chance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** A member's seeds: what their next games will be drawn from. */
public final class Player {
    private static final Pattern CLIENT_SEED = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final long id;
    private final int version;
    private final List<RevealedSeed> revealed = new ArrayList<>();
    private Optional<ServerSeed> seed;
    private int seedNumber;
    private String clientSeed;
    private long nextNonce;
    private boolean changed;

    private Player(long id, int version, Optional<ServerSeed> seed, Ticket next) {
        this.id = id;
        this.version = version;
        this.seed = seed;
        this.seedNumber = next.seedNumber();
        this.clientSeed = next.clientSeed();
        this.nextNonce = next.nonce();
    }

    public static Player stored(long id, int version, ServerSeed seed, Ticket next) {
        return new Player(id, version, Optional.of(seed), next);
    }

    /** Somebody who has not played yet; their client seed is their id until they choose one. */
    public static Player unknown(long id) {
        return new Player(id, 0, Optional.empty(), new Ticket(0, Long.toString(id), 0));
    }

    public static boolean isClientSeed(String text) {
        return CLIENT_SEED.matcher(text).matches();
    }

    /** Makes the first server seed, where there is none yet. */
    public Player seeded(RandomGenerator random) {
        if (seed.isEmpty()) {
            replace(random);
        }
        return this;
    }

    /** Reveals the seed and makes the next one. Nothing that is drawn from the old one may still be in play. */
    public void replace(RandomGenerator random) {
        seed.ifPresent(old -> revealed.add(new RevealedSeed(id, seedNumber, old)));
        seed = Optional.of(ServerSeed.from(random));
        seedNumber++;
        nextNonce = 0;
        changed = true;
    }

    /** The nonce goes on: with it at 0 again, an earlier client seed would repeat outcomes that are known. */
    public void choose(String newClientSeed) {
        if (!isClientSeed(newClientSeed)) {
            throw new IllegalArgumentException("no client seed");
        }
        clientSeed = newClientSeed;
        changed = true;
    }

    /** The next game's draw. */
    public Ticket take() {
        Ticket ticket = new Ticket(seedNumber, clientSeed, nextNonce++);
        changed = true;
        return ticket;
    }

    /** The chance of a game whose seed is still in use. */
    public Randomness draws(Ticket ticket) {
        if (ticket.seedNumber() != seedNumber) {
            throw new IllegalStateException("seed " + ticket.seedNumber() + " was replaced by " + seedNumber);
        }
        return new Draws(seed(), ticket);
    }

    public String commitment() {
        return seed().commitment();
    }

    public ServerSeed seed() {
        return seed.orElseThrow(() -> new IllegalStateException("no seed yet"));
    }

    public long id() {
        return id;
    }

    public int seedNumber() {
        return seedNumber;
    }

    public String clientSeed() {
        return clientSeed;
    }

    public long nextNonce() {
        return nextNonce;
    }

    /** 0 where there is no row yet. */
    public int version() {
        return version;
    }

    public boolean isChanged() {
        return changed;
    }

    /** The seeds replaced since the player was loaded. */
    public List<RevealedSeed> revealed() {
        return revealed;
    }

    /** The seed of this number, if it was replaced since the player was loaded. */
    public Optional<ServerSeed> revealed(int number) {
        return revealed.stream()
                .filter(old -> old.number() == number)
                .map(RevealedSeed::seed)
                .findFirst();
    }
}
