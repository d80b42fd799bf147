package dev.mitchbot.messaging.suite;

import dev.mitchbot.contracts.command.ButtonClick;
import dev.mitchbot.contracts.command.Caller;
import dev.mitchbot.contracts.command.Interaction;
import dev.mitchbot.contracts.command.Permission;
import dev.mitchbot.contracts.command.ResolvedUser;
import dev.mitchbot.contracts.command.SlashCommand;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What members do, for tests: {@code by(ALICE).naming("user", BOB).with("amount", 5).command()}. */
public final class Acting {
    public static final long GUILD = 900_000;
    public static final long ALICE = 1_001;
    public static final long BOB = 1_002;
    public static final long CAROL = 1_003;
    public static final long ROBOT = 1_004;

    private final Interaction interaction;
    private final long caller;
    private long permissions;
    private final Map<String, String> options = new HashMap<>();
    private final Map<String, ResolvedUser> users = new HashMap<>();

    private Acting(Interaction interaction, long caller) {
        this.interaction = interaction;
        this.caller = caller;
    }

    public static Acting by(long caller) {
        return in(new Interaction(77, 1, "token", GUILD, 2), caller);
    }

    public static Acting in(Interaction interaction, long caller) {
        return new Acting(interaction, caller);
    }

    public Acting permitted(Permission... all) {
        permissions = Permission.all(all);
        return this;
    }

    public Acting inCharge() {
        return permitted(Permission.ADMINISTRATOR, Permission.MANAGE_GUILD);
    }

    public Acting naming(String option, long user) {
        options.put(option, Long.toString(user));
        users.put(Long.toString(user), new ResolvedUser(user, "user-" + user, user == ROBOT, Optional.of(List.of())));
        return this;
    }

    public Acting with(String option, Object value) {
        options.put(option, value.toString());
        return this;
    }

    public SlashCommand command() {
        return new SlashCommand(interaction, caller(), options, users);
    }

    public ButtonClick clicking(String customId) {
        return new ButtonClick(interaction, caller(), customId, 5);
    }

    private Caller caller() {
        return new Caller(caller, "user-" + caller, permissions, List.of(), "en-GB");
    }
}
