package dev.mitchbot.gateway.catalogue;

import dev.mitchbot.contracts.catalogue.Catalogue;
import dev.mitchbot.contracts.catalogue.CommandDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/** All services' commands together: who owns which, and what Discord is to know. */
@ApplicationScoped
public class Commands {
    private static final Logger LOG = Logger.getLogger(Commands.class);

    private final Map<String, Catalogue> catalogues = new TreeMap<>();
    private volatile Map<String, Owned> byName = Map.of();
    private final CompletableFuture<Void> loaded = new CompletableFuture<>();

    /** Whether the catalogue has been read to its end once. */
    public boolean isLoaded() {
        return loaded.isDone();
    }

    /** Completes when the catalogue has been read to its end once. */
    public CompletionStage<Void> firstLoaded() {
        return loaded.minimalCompletionStage();
    }

    /** The service that a command belongs to, if one has said so. */
    public Optional<String> ownerOf(String command) {
        return Optional.ofNullable(byName.get(command)).map(Owned::service);
    }

    /** Whether a "thinking" notice of the command is for the caller alone. */
    public boolean isWhispered(List<String> path) {
        Owned owned = byName.get(path.getFirst());
        if (owned == null) {
            return false;
        }
        return owned.definition().subcommands().stream()
                .filter(subcommand -> path.getLast().equals(subcommand.name()))
                .findFirst()
                .map(CommandDefinition.Subcommand::ephemeral)
                .orElse(owned.definition().ephemeral());
    }

    synchronized void put(Catalogue catalogue) {
        List<CommandDefinition> sound = catalogue.commands().stream()
                .filter(command -> isSound(catalogue.service(), command))
                .toList();
        catalogues.put(catalogue.service(), new Catalogue(catalogue.service(), sound));
        index();
    }

    private static boolean isSound(String service, CommandDefinition command) {
        Optional<String> flaw = CommandRules.flaw(command);
        flaw.ifPresent(wrong -> LOG.errorf("/%s of %s is left out: %s", command.name(), service, wrong));
        return flaw.isEmpty();
    }

    synchronized void remove(String service) {
        catalogues.remove(service);
        index();
    }

    void loaded() {
        loaded.complete(null);
    }

    Collection<CommandDefinition> definitions() {
        return new TreeMap<>(byName).values().stream().map(Owned::definition).toList();
    }

    private void index() {
        Map<String, Owned> index = new HashMap<>();
        for (Catalogue catalogue : catalogues.values()) {
            for (CommandDefinition definition : catalogue.commands()) {
                Owned first = index.putIfAbsent(definition.name(), new Owned(catalogue.service(), definition));
                if (first != null) {
                    LOG.errorf(
                            "/%s belongs to %s; %s claims it too",
                            definition.name(), first.service(), catalogue.service());
                }
            }
        }
        byName = Map.copyOf(index);
    }

    private record Owned(String service, CommandDefinition definition) {}
}
