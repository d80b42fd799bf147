package dev.mitchbot.e2e;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.e2e.Books.Entry;
import dev.mitchbot.e2e.Crowd.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Holds what members were told against the books: each effect that was promised happened once, and no other did. */
final class Reckoning {
    private static final long LAST_ACCOUNT_OF_THE_GUILD = 4;

    private final Map<String, List<Entry>> entries;

    Reckoning(Books books, Crowd crowd) {
        assertThat(books.faults()).isEmpty();
        var all = new ArrayList<Entry>();
        crowd.guilds().forEach(guild -> all.addAll(books.entries(guild.id())));
        entries =
                all.stream().filter(entry -> !entry.reason().equals("OPENING")).collect(groupingBy(Entry::messageId));
    }

    void check(List<Told> told) {
        told.forEach(this::check);
    }

    private void check(Told told) {
        Deed deed = told.asked().deed();
        List<Entry> moved = entries.getOrDefault(told.asked().id(), List.of());
        assertThat(moved.stream().map(Entry::transaction).distinct().count())
                .as("movements of %s, told %s", deed, told.seen().json())
                .isLessThanOrEqualTo(1);
        if (told.seen().isFailed()) {
            return; // Nobody told the member anything: it happened once or not at all.
        }
        boolean promised = told.seen().isDecided() && !told.seen().isRefused();
        assertThat(changes(moved))
                .as("effect of %s, told %s", deed, told.seen().json())
                .isEqualTo(promised ? deed.changes(told.seen()) : Map.of());
        assertThat(moved)
                .extracting(Entry::reason)
                .allMatch(reason -> deed.kind().reason().filter(reason::equals).isPresent());
    }

    private static Map<String, Long> changes(List<Entry> moved) {
        return moved.stream()
                .filter(entry -> Long.parseLong(entry.account()) > LAST_ACCOUNT_OF_THE_GUILD)
                .collect(groupingBy(Entry::account, summingLong(Entry::amount)));
    }
}
