package dev.mitchbot.chaos.load;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A change that somebody makes by a form of the dashboard: what was sent, and what each sending of it was answered. */
public final class Change {
    /** What is changed. */
    public enum Subject {
        /** The highest stake of the guild's games, to a value that no other change has. */
        SETTINGS,
        /** The reason of a case. */
        REASON
    }

    /** How the form is sent. */
    public enum Manner {
        ONCE(50, true),
        /** By a double click. */
        TWICE(30, true),
        /** After the same person has sent another form that was made from the same state. */
        LATE(8, true),
        /** Without the session's token. */
        FORGED(6, false),
        /** With a field outside of its limits. */
        INVALID(6, false);

        private final int share;
        private final boolean good;

        Manner(int share, boolean good) {
            this.share = share;
            this.good = good;
        }

        int share() {
            return share;
        }

        /** Whether it may be saved. */
        public boolean isGood() {
            return good;
        }
    }

    /** What a sending was answered. */
    public enum Answer {
        SAVED("saved"),
        REFUSED("refused"),
        /** The service said no to the person, or Keycloak wants to see them again: it may be sent again. */
        TURNED_AWAY("turned away at the door"),
        LOST("answer lost");

        private final String label;

        Answer(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    private final String key;
    private final Subject subject;
    private final Manner manner;
    private final String path;
    private final String value;
    private final Instant at = Instant.now();
    private final List<Answer> answers = new CopyOnWriteArrayList<>();

    /**
     * @param key by which the service knows it again
     * @param path of the form
     */
    Change(String key, Subject subject, Manner manner, String path, String value) {
        this.key = key;
        this.subject = subject;
        this.manner = manner;
        this.path = path;
        this.value = value;
    }

    public String key() {
        return key;
    }

    public Subject subject() {
        return subject;
    }

    public Manner manner() {
        return manner;
    }

    public Instant at() {
        return at;
    }

    public List<Answer> answers() {
        return List.copyOf(answers);
    }

    public boolean was(Answer answer) {
        return answers.contains(answer);
    }

    /** Whether it is known what became of it. */
    boolean isDecided() {
        return was(Answer.SAVED) || was(Answer.REFUSED);
    }

    void answered(Answer answer) {
        answers.add(answer);
    }

    String path() {
        return path;
    }

    @Override
    public String toString() {
        return "%s to \"%s\" at %s, sent %s with key %s: %s".formatted(subject, value, path, manner, key, answers);
    }
}
