package dev.mitchbot.gateway.interaction;

import dev.mitchbot.contracts.command.Autocomplete;
import dev.mitchbot.contracts.command.ButtonClick;
import dev.mitchbot.contracts.command.Caller;
import dev.mitchbot.contracts.command.Interaction;
import dev.mitchbot.contracts.command.ResolvedUser;
import dev.mitchbot.contracts.command.SlashCommand;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** Reads Discord's INTERACTION_CREATE. What it makes of one depends on nothing else: two gateways make the same. */
public final class InteractionReader {
    private static final int COMMAND = 2;
    private static final int COMPONENT = 3;
    private static final int AUTOCOMPLETE = 4;
    private static final int CHAT_INPUT = 1;
    private static final int BUTTON = 2;
    private static final int SUBCOMMAND = 1;
    private static final int SUBCOMMAND_GROUP = 2;

    private InteractionReader() {}

    /** Empty for an interaction of a kind that the bot does not offer. */
    public static Optional<Incoming> read(DataObject payload) {
        DataObject data = payload.optObject("data").orElseGet(DataObject::empty);
        return switch (payload.getInt("type")) {
            case COMMAND ->
                data.getInt("type", CHAT_INPUT) == CHAT_INPUT ? Optional.of(command(payload, data)) : Optional.empty();
            case COMPONENT -> data.getInt("component_type") == BUTTON ? click(payload, data) : Optional.empty();
            case AUTOCOMPLETE -> autocomplete(payload, data);
            default -> Optional.empty();
        };
    }

    private static Incoming command(DataObject payload, DataObject data) {
        List<String> path = new ArrayList<>(List.of(data.getString("name")));
        Map<String, String> options = new HashMap<>();
        innermost(data, path).forEach(option -> options.put(option.getString("name"), value(option)));
        return new Incoming(
                Kind.COMMAND, path, new SlashCommand(interaction(payload), caller(payload), options, users(data)));
    }

    private static Optional<Incoming> click(DataObject payload, DataObject data) {
        String customId = data.getString("custom_id");
        String[] parts = customId.split(":", 3);
        if (parts.length < 2) {
            return Optional.empty();
        }
        long messageId = payload.getObject("message").getUnsignedLong("id");
        ButtonClick click = new ButtonClick(interaction(payload), caller(payload), customId, messageId);
        return Optional.of(new Incoming(Kind.CLICK, List.of(parts[0], parts[1]), click));
    }

    private static Optional<Incoming> autocomplete(DataObject payload, DataObject data) {
        List<String> path = new ArrayList<>(List.of(data.getString("name")));
        Map<String, String> others = new HashMap<>();
        Optional<DataObject> typed = Optional.empty();
        for (DataObject option : innermost(data, path).toList()) {
            if (option.getBoolean("focused")) {
                typed = Optional.of(option);
            } else {
                others.put(option.getString("name"), value(option));
            }
        }
        return typed.map(option -> new Incoming(
                Kind.AUTOCOMPLETE,
                path,
                new Autocomplete(
                        interaction(payload), caller(payload), option.getString("name"), value(option), others)));
    }

    private static Stream<DataObject> innermost(DataObject holder, List<String> path) {
        List<DataObject> options = holder.optArray("options").orElseGet(DataArray::empty).stream(DataArray::getObject)
                .toList();
        if (options.size() == 1 && isSubcommand(options.getFirst())) {
            path.add(options.getFirst().getString("name"));
            return innermost(options.getFirst(), path);
        }
        return options.stream();
    }

    private static boolean isSubcommand(DataObject option) {
        int type = option.getInt("type");
        return type == SUBCOMMAND || type == SUBCOMMAND_GROUP;
    }

    private static String value(DataObject option) {
        return switch (option.get("value")) {
            case Double number ->
                BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
            case Object other -> other.toString();
        };
    }

    private static Interaction interaction(DataObject payload) {
        return new Interaction(
                payload.getUnsignedLong("id"),
                payload.getUnsignedLong("application_id"),
                payload.getString("token"),
                payload.getUnsignedLong("guild_id", 0),
                payload.getUnsignedLong("channel_id", 0));
    }

    private static Caller caller(DataObject payload) {
        DataObject member = payload.optObject("member").orElseGet(DataObject::empty);
        DataObject user = member.optObject("user").orElseGet(() -> payload.getObject("user"));
        return new Caller(
                user.getUnsignedLong("id"),
                name(member, user),
                Long.parseUnsignedLong(member.getString("permissions", "0")),
                strings(member.optArray("roles").orElseGet(DataArray::empty)),
                payload.getString("locale", ""));
    }

    private static Map<String, ResolvedUser> users(DataObject data) {
        DataObject resolved = data.optObject("resolved").orElseGet(DataObject::empty);
        DataObject members = resolved.optObject("members").orElseGet(DataObject::empty);
        DataObject users = resolved.optObject("users").orElseGet(DataObject::empty);
        Map<String, ResolvedUser> all = new HashMap<>();
        for (String id : users.keys()) {
            DataObject user = users.getObject(id);
            Optional<DataObject> member = members.optObject(id);
            all.put(
                    id,
                    new ResolvedUser(
                            user.getUnsignedLong("id"),
                            name(member.orElseGet(DataObject::empty), user),
                            user.getBoolean("bot"),
                            member.map(known -> strings(known.optArray("roles").orElseGet(DataArray::empty))),
                            member.map(known -> known.getString("permissions", null))
                                    .map(Long::parseUnsignedLong)));
        }
        return all;
    }

    private static String name(DataObject member, DataObject user) {
        return Stream.of(member.getString("nick", ""), user.getString("global_name", ""), user.getString("username"))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static List<String> strings(DataArray array) {
        return array.stream(DataArray::getString).toList();
    }
}
