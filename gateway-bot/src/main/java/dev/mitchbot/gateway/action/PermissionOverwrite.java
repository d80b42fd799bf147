package dev.mitchbot.gateway.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mitchbot.contracts.action.Action.SetPermissionOverwrite.Setting;

/** What a channel says of one role's permissions: bits allowed, bits denied, the others inherited. */
record PermissionOverwrite(long allow, long deny) {
    private static final int ROLE = 0;

    static PermissionOverwrite of(JsonNode channel, long roleId) {
        for (JsonNode overwrite : channel.path("permission_overwrites")) {
            if (overwrite.path("id").asLong() == roleId) {
                return new PermissionOverwrite(
                        overwrite.path("allow").asLong(), overwrite.path("deny").asLong());
            }
        }
        return new PermissionOverwrite(0, 0);
    }

    Setting settingOf(long permission) {
        if ((allow & permission) != 0) {
            return Setting.ALLOW;
        }
        return (deny & permission) != 0 ? Setting.DENY : Setting.INHERIT;
    }

    PermissionOverwrite with(long permission, Setting setting) {
        long others = ~permission;
        return switch (setting) {
            case ALLOW -> new PermissionOverwrite(allow | permission, deny & others);
            case DENY -> new PermissionOverwrite(allow & others, deny | permission);
            case INHERIT -> new PermissionOverwrite(allow & others, deny & others);
        };
    }

    boolean isEmpty() {
        return allow == 0 && deny == 0;
    }

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", ROLE)
                .put("allow", Long.toUnsignedString(allow))
                .put("deny", Long.toUnsignedString(deny));
    }
}
