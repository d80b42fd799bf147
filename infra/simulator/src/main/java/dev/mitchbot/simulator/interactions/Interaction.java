package dev.mitchbot.simulator.interactions;

import dev.mitchbot.simulator.world.Channel;
import dev.mitchbot.simulator.world.Member;
import dev.mitchbot.simulator.world.Message;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One use of the bot by a member, from the keystroke to the last follow-up. */
public final class Interaction {
    public static final int COMMAND = 2;
    public static final int COMPONENT = 3;
    public static final int AUTOCOMPLETE = 4;

    private static final long DEFERRAL_EDIT_RESTS_AFTER_MS = 250;

    private final String id;
    private final String token;
    private final int type;
    private final Member member;
    private final Channel channel;
    private final Optional<Message> source;
    private final String commandName;
    private final long startedNanos = System.nanoTime();
    private final Map<String, Message> followUps = new LinkedHashMap<>();
    private final List<Runnable> waiters = new ArrayList<>();
    private State state = State.PENDING;
    private Optional<Message> original = Optional.empty();
    private boolean acknowledgedPrivately;
    private boolean updatesSource;
    private long acknowledgedNanos;
    private long answeredNanos;
    private long deferralEditedNanos;
    private Optional<String> error = Optional.empty();
    private Optional<JsonArray> choices = Optional.empty();
    private Optional<JsonObject> modal = Optional.empty();

    /** How far an interaction has come. */
    public enum State {
        PENDING,
        ACKNOWLEDGED,
        ANSWERED,
        FAILED
    }

    Interaction(
            String id,
            String token,
            int type,
            Member member,
            Channel channel,
            Optional<Message> source,
            String commandName) {
        this.id = id;
        this.token = token;
        this.type = type;
        this.member = member;
        this.channel = channel;
        this.source = source;
        this.commandName = commandName;
    }

    public String id() {
        return id;
    }

    String token() {
        return token;
    }

    int type() {
        return type;
    }

    Member member() {
        return member;
    }

    Channel channel() {
        return channel;
    }

    /** The message whose component was used. */
    Optional<Message> source() {
        return source;
    }

    String commandName() {
        return commandName;
    }

    /** Notes that the next edit of the original is an edit of the message whose component was used. */
    void deferUpdate() {
        updatesSource = true;
    }

    /** The first answer, or the message whose component was used when it is that one which is answered with. */
    Optional<Message> target() {
        return original.or(() -> updatesSource ? source : Optional.empty());
    }

    State state() {
        return state;
    }

    Optional<Message> original() {
        return original;
    }

    void original(Optional<Message> message) {
        original = message;
    }

    Map<String, Message> followUps() {
        return followUps;
    }

    void acknowledge(boolean privately) {
        acknowledgedNanos = System.nanoTime();
        acknowledgedPrivately = privately;
        state = State.ACKNOWLEDGED;
    }

    void answered() {
        if (state == State.ANSWERED) {
            return;
        }
        answeredNanos = System.nanoTime();
        settle(State.ANSWERED);
    }

    void fail(String why) {
        error = Optional.of(why);
        settle(State.FAILED);
    }

    void complete(JsonArray list) {
        choices = Optional.of(list);
    }

    void open(JsonObject form) {
        modal = Optional.of(form);
    }

    void deferralEdited() {
        deferralEditedNanos = System.nanoTime();
    }

    /** How many milliseconds are missing until what an edit put in the place of the deferral has stood for a while. */
    public long restlessMs() {
        return deferralEditedNanos == 0
                ? 0
                : Math.max(0, DEFERRAL_EDIT_RESTS_AFTER_MS - (System.nanoTime() - deferralEditedNanos) / 1_000_000);
    }

    private void settle(State end) {
        state = end;
        var waiting = List.copyOf(waiters);
        waiters.clear();
        waiting.forEach(Runnable::run);
    }

    /** Runs the action once the interaction is answered or failed, at once if it is. */
    public void whenSettled(Runnable action) {
        if (state == State.ANSWERED || state == State.FAILED) {
            action.run();
        } else {
            waiters.add(action);
        }
    }

    public void stopWaiting(Runnable action) {
        waiters.remove(action);
    }

    boolean isOlderThan(long ms) {
        return System.nanoTime() - startedNanos > ms * 1_000_000;
    }

    public JsonObject view() {
        var view = new JsonObject().put("id", id).put("state", state.name().toLowerCase(java.util.Locale.ROOT));
        if (acknowledgedNanos != 0) {
            view.put("acknowledgedAfterMs", (acknowledgedNanos - startedNanos) / 1_000_000);
        }
        if (answeredNanos != 0) {
            view.put("answeredAfterMs", (answeredNanos - startedNanos) / 1_000_000);
        }
        view.put("ephemeral", isEphemeral());
        error.ifPresent(why -> view.put("error", why));
        choices.ifPresent(list -> view.put("choices", list));
        modal.ifPresent(form -> view.put("modal", form));
        var messages = new JsonArray();
        messages().forEach(message -> messages.add(message.view()));
        return view.put("messages", messages);
    }

    private Stream<Message> messages() {
        return Stream.concat(original.filter(message -> !message.isLoading()).stream(), followUps.values().stream());
    }

    /** Whether its first message is for the member alone or, as long as there is none, the acknowledgement was. */
    private boolean isEphemeral() {
        return messages().findFirst().map(Message::isEphemeral).orElse(acknowledgedPrivately);
    }
}
