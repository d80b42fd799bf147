package dev.mitchbot.dashboard.members;

/**
 * A member, or what else has an account, as pages show it.
 *
 * @param name empty where nobody of that id has been seen
 */
public record Member(String id, String name, boolean bot) {
    /** One of whom only this is known. */
    public static Member unnamed(String id) {
        return new Member(id, "", false);
    }

    public boolean isNamed() {
        return !name.isEmpty();
    }

    /** The name where there is one. */
    public String label() {
        return isNamed() ? name : id;
    }
}
