package dev.mitchbot.infra.stack;

import java.util.List;

/** One running copy of a service; the first has the number 1. */
record Instance(Service service, int number, int port) {
    String name() {
        return service.single() ? service.name() : service.name() + "-" + number;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Which of another service's instances this one asks: where there are several of both, not all ask the same. */
    Instance choose(List<Instance> others) {
        return others.get((number - 1) % others.size());
    }
}
