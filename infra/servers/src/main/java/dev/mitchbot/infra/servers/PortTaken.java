package dev.mitchbot.infra.servers;

/** Somebody else listens where a server was to listen. */
public final class PortTaken extends RuntimeException {
    private final int port;

    public PortTaken(String server, int port) {
        super("Port " + port + " for " + server + " is taken.");
        this.port = port;
    }

    public int port() {
        return port;
    }
}
