package dev.mitchbot.dashboard.members;

import java.util.Map;

/** Those of a page's members who have a name here, by their ids. */
public record Known(Map<String, Member> members) {
    public Known {
        members = Map.copyOf(members);
    }

    public Member member(String id) {
        return members.getOrDefault(id, Member.unnamed(id));
    }
}
