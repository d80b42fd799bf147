package dev.mitchbot.infra.stack;

import dev.mitchbot.infra.servers.ChildProcess;
import dev.mitchbot.infra.servers.Database;
import dev.mitchbot.infra.servers.Folders;
import dev.mitchbot.infra.servers.Ports;
import dev.mitchbot.infra.servers.Server;
import dev.mitchbot.infra.servers.ServerFolder;
import dev.mitchbot.infra.stack.Service.Need;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** All of Mitchbot on this machine: PostgreSQL, Kafka, Keycloak, Discord's simulator and the services, each its own process. */
public final class Stack implements AutoCloseable {
    private static final Duration STARTERS_END_WITHIN = Duration.ofSeconds(10);
    private static final CompletableFuture<Void> NOTHING = CompletableFuture.completedFuture(null);

    private final StackOptions options;
    private final Consumer<String> progress;
    private final ServerFolder folder;
    private final FolderLock lock;
    private final Plan plan;
    private final Backends backends;
    private final Supervisor supervisor;
    private final ExecutorService starters = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Server> servers = new ConcurrentHashMap<>();
    private final Map<String, Integer> guests = new ConcurrentHashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final long begunNanos = System.nanoTime();

    private Stack(StackOptions options, Consumer<String> progress, ServerFolder folder, FolderLock lock, Plan plan) {
        this.options = options;
        this.progress = progress;
        this.folder = folder;
        this.lock = lock;
        this.plan = plan;
        this.backends = new Backends(options, plan, folder.path());
        this.supervisor = new Supervisor(progress);
    }

    /** Starts everything, and returns when all of it is ready. */
    public static Stack start(StackOptions options) {
        return start(options, _ -> {});
    }

    /** Starts everything, and returns when all of it is ready; progress hears what happens then and later. */
    public static Stack start(StackOptions options, Consumer<String> progress) {
        Stack stack = prepare(options, progress);
        try {
            stack.up();
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    /** Takes the folder, ends what an earlier start left, and checks the machine; starts nothing yet. */
    static Stack prepare(StackOptions options, Consumer<String> progress) {
        ServerFolder folder = ServerFolder.of(options.folder(), "stack");
        FolderLock lock = FolderLock.take(folder.path());
        try {
            Leftovers.stop(folder.path(), progress);
            Machine.checkMemory(options.settings());
            Path data = folder.path().resolve("data");
            RealDiscord.checkData(data, options.settings());
            if (options.fresh()) {
                Folders.delete(data);
            }
            Plan plan = Plan.of(options, folder.path());
            plan.login().ifPresent(Login::checkDashboardUrl);
            Machine.checkPorts(plan);
            Logs.turnOver(folder.path());
            RealDiscord.markData(data, options.settings());
            return new Stack(options, progress, folder, lock, plan);
        } catch (RuntimeException e) {
            lock.close();
            folder.close();
            throw e;
        }
    }

    void up() {
        var environment = new Environment(options, plan);
        var commands = new LinkedHashMap<Instance, ChildProcess.Command>();
        plan.instances()
                .forEach(instance -> commands.put(instance, JavaCommand.of(instance, environment, folder.path())));
        var postgres = begin(Backends.POSTGRES, backends::startPostgres);
        var kafka = begin(Backends.KAFKA, backends::startKafka);
        var keycloak = postgres.thenRunAsync(this::startKeycloak, starters);
        var all = new ArrayList<>(List.of(postgres, kafka, keycloak));
        commands.forEach((instance, command) -> {
            var needed = CompletableFuture.allOf(
                    instance.service().needs(Need.POSTGRES) ? postgres : NOTHING,
                    instance.service().needs(Need.KAFKA) ? kafka : NOTHING);
            all.add(needed.thenRunAsync(() -> start(instance, command), starters));
        });
        joinFailingFast(all);
    }

    private void start(Instance instance, ChildProcess.Command command) {
        ServiceProcess service = ServiceProcess.launch(instance, command);
        servers.put(instance.name(), service);
        service.awaitReady();
        ready(instance.name(), service);
    }

    /** Starts one more instance of a running service and waits until it is ready; nobody restarts it when it ends. */
    public ServiceProcess join(String serviceName) {
        List<Instance> planned = plan.instances().stream()
                .filter(instance -> instance.service().name().equals(serviceName))
                .toList();
        Service service = planned.getFirst().service();
        int number = planned.size() + guests.merge(serviceName, 1, Integer::sum);
        var guest = new Instance(service, number, Ports.free());
        var process =
                ServiceProcess.launch(guest, JavaCommand.of(guest, new Environment(options, plan), folder.path()));
        servers.put(guest.name(), process);
        process.awaitReady();
        return process;
    }

    public Set<String> names() {
        return new TreeSet<>(servers.keySet());
    }

    /** A process by its name: postgres, kafka, keycloak, simulator, economy-1, gateway-2. */
    public Server server(String name) {
        return Optional.ofNullable(servers.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no " + name + " among " + names()));
    }

    public ServiceProcess service(String name) {
        return (ServiceProcess) server(name);
    }

    /** Where a service listens, without a slash at the end. */
    public String url(String name) {
        return service(name).url().toString();
    }

    public String simulatorUrl() {
        return url(Service.SIMULATOR.name());
    }

    public String bootstrapServers() {
        return plan.bootstrapServers()
                .or(() -> options.settings().text("KAFKA_BOOTSTRAP_SERVERS"))
                .orElseThrow();
    }

    /** The issuer of the tokens that the services accept; only in a stack with Keycloak. */
    public String oidcUrl() {
        return plan.login().orElseThrow().issuer();
    }

    /** A service's database with the role that may enter it. */
    public Database database(String service) {
        return plan.database(service).orElseThrow();
    }

    public String jdbcUrl(String service) {
        return "jdbc:" + plan.databaseUrl(service);
    }

    /** The log of a process. */
    public Path log(String name) {
        return Logs.of(folder.path(), name);
    }

    boolean isClosed() {
        return closed.get();
    }

    Plan plan() {
        return plan;
    }

    /** Where its data, secrets and logs are. */
    public Path folder() {
        return folder.path();
    }

    /**
     * Stops everything, those who take work in first and the servers of data last; what has only a temporary folder is
     * killed, as there is nothing to keep.
     */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        supervisor.close();
        endStarters();
        if (options.folder().isEmpty()) {
            inParallel(servers.keySet(), Server::kill);
        }
        stopAll(service -> service.needs(Need.DISCORD) || service.needs(Need.PAGES));
        stopAll(service -> !service.isSimulator());
        stopAll(Service::isSimulator);
        inParallel(List.of(Backends.KEYCLOAK, Backends.KAFKA), Server::close);
        inParallel(List.of(Backends.POSTGRES), Server::close);
        folder.close();
        lock.close();
    }

    private void startKeycloak() {
        backends.launchKeycloak().ifPresent(keycloak -> {
            servers.put(Backends.KEYCLOAK, keycloak);
            keycloak.awaitReady();
            plan.login().ifPresent(Login::keepDashboardUrl);
            ready(Backends.KEYCLOAK, keycloak);
        });
    }

    private CompletableFuture<Void> begin(String name, Supplier<Optional<Server>> start) {
        return CompletableFuture.runAsync(
                () -> start.get().ifPresent(server -> {
                    servers.put(name, server);
                    ready(name, server);
                }),
                starters);
    }

    private void ready(String name, Server server) {
        progress.accept("%s is ready after %.1f s".formatted(name, secondsSinceBegin()));
        if (options.supervised()) {
            supervisor.watch(name, server);
        }
    }

    double secondsSinceBegin() {
        return (System.nanoTime() - begunNanos) / 1e9;
    }

    private static void joinFailingFast(List<CompletableFuture<Void>> all) {
        var together = CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
        all.forEach(one -> one.whenComplete((_, failure) -> {
            if (failure != null) {
                together.completeExceptionally(failure);
            }
        }));
        try {
            together.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** What is still starting may begin no process after the others have been stopped. */
    private void endStarters() {
        starters.shutdownNow();
        try {
            starters.awaitTermination(STARTERS_END_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void stopAll(Predicate<Service> such) {
        List<String> services =
                options.services().stream().filter(such).map(Service::name).toList();
        inParallel(
                servers.keySet().stream()
                        .filter(name -> services.contains(name.replaceFirst("-[0-9]+$", "")))
                        .toList(),
                Server::close);
    }

    private void inParallel(Collection<String> names, Consumer<Server> action) {
        try (var actors = Executors.newVirtualThreadPerTaskExecutor()) {
            names.stream()
                    .map(servers::get)
                    .filter(Objects::nonNull)
                    .forEach(server -> actors.submit(() -> action.accept(server)));
        }
    }
}
