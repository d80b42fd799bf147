package dev.mitchbot.infra.servers;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The broker as a process of its own, so that it can be killed and frozen: arguments are folder, port, the controller's port, partitions. */
public final class KafkaMain {
    static final String READY = "kafka is ready on ";

    private KafkaMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != 4) {
            System.err.println("usage: KafkaMain FOLDER PORT CONTROLLER_PORT PARTITIONS");
            System.exit(2);
        }
        var options = LocalKafka.Options.in(Path.of(arguments[0]))
                .onPort(Integer.parseInt(arguments[1]))
                .withControllerOn(Integer.parseInt(arguments[2]))
                .withPartitions(Integer.parseInt(arguments[3]));
        try {
            LocalKafka kafka = LocalKafka.start(options);
            Runtime.getRuntime().addShutdownHook(new Thread(kafka::stop, "kafka-shutdown"));
            System.out.println(READY + kafka.bootstrapServers());
        } catch (PortTaken e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }
}
