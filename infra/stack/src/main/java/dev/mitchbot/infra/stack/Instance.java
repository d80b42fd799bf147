package dev.mitchbot.infra.stack;

/** One running copy of a service. */
record Instance(Service service, String name, int port) {
    String url() {
        return "http://127.0.0.1:" + port;
    }
}
