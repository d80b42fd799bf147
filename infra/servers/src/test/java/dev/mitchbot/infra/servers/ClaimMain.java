package dev.mitchbot.infra.servers;

/** Another JVM that would like a port: says whether it gets it. */
final class ClaimMain {
    private ClaimMain() {}

    public static void main(String[] arguments) {
        System.out.println(Ports.claim(Integer.parseInt(arguments[0])));
    }
}
