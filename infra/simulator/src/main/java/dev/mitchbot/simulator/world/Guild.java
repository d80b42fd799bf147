package dev.mitchbot.simulator.world;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A guild: its channels, roles, members, bans, and what the bot did to it. */
public final class Guild {
    private static final int AUDIT_ENTRIES_KEPT = 1_000;

    private final String id;
    private final String name;
    private final String ownerId;
    private final Instant createdAt;
    private final Map<String, Channel> channels = new LinkedHashMap<>();
    private final Map<String, Role> roles = new LinkedHashMap<>();
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Map<String, Ban> bans = new LinkedHashMap<>();
    private final Deque<AuditEntry> audit = new ArrayDeque<>();

    Guild(String id, String name, String ownerId) {
        this.id = id;
        this.name = name;
        this.ownerId = ownerId;
        this.createdAt = Snowflakes.timeOf(id);
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String ownerId() {
        return ownerId;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Map<String, Channel> channels() {
        return channels;
    }

    public Map<String, Role> roles() {
        return roles;
    }

    public Map<String, Member> members() {
        return members;
    }

    public Map<String, Ban> bans() {
        return bans;
    }

    public Collection<AuditEntry> audit() {
        return audit;
    }

    void record(AuditEntry entry) {
        audit.addLast(entry);
        if (audit.size() > AUDIT_ENTRIES_KEPT) {
            audit.removeFirst();
        }
    }

    public Optional<Member> member(String userId) {
        return Optional.ofNullable(members.get(userId));
    }

    public Role everyone() {
        return roles.get(id);
    }

    /** The position of the highest role that this member has. */
    public int topPosition(Member member) {
        return member.roles().stream()
                .map(roles::get)
                .mapToInt(Role::position)
                .max()
                .orElse(0);
    }

    /** Whether the role hierarchy lets one member act on another. */
    public boolean isAbove(Member actor, Member target) {
        if (target.id().equals(ownerId)) {
            return false;
        }
        return actor.id().equals(ownerId) || topPosition(actor) > topPosition(target);
    }

    /** What a member may do in the guild, channels aside. */
    public long permissions(Member member) {
        if (member.id().equals(ownerId)) {
            return Permission.ALL;
        }
        long granted = everyone().permissions();
        for (var role : member.roles()) {
            granted |= roles.get(role).permissions();
        }
        if ((granted & Permission.ADMINISTRATOR) != 0) {
            return Permission.ALL;
        }
        return member.isTimedOut() ? granted & Permission.WHILE_TIMED_OUT : granted;
    }

    /** What a member may do in one channel. */
    public long permissions(Member member, Channel channel) {
        long base = permissions(member);
        if (base == Permission.ALL) {
            return base;
        }
        long granted = applied(base, channel.overwrites().get(id));
        long allowed = 0;
        long denied = 0;
        for (var role : member.roles()) {
            var overwrite = channel.overwrites().get(role);
            if (overwrite != null) {
                allowed |= overwrite.allow();
                denied |= overwrite.deny();
            }
        }
        granted = (granted & ~denied) | allowed;
        granted = applied(granted, channel.overwrites().get(member.id()));
        return member.isTimedOut() ? granted & Permission.WHILE_TIMED_OUT : granted;
    }

    private static long applied(long granted, Overwrite overwrite) {
        return overwrite == null ? granted : (granted & ~overwrite.deny()) | overwrite.allow();
    }
}
