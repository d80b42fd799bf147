package dev.mitchbot.contracts;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JsonNode;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import dev.mitchbot.contracts.action.Action;
import dev.mitchbot.contracts.action.ActionResult;
import dev.mitchbot.contracts.catalogue.Catalogue;
import dev.mitchbot.contracts.command.Command;
import dev.mitchbot.contracts.discord.DiscordEvent;
import dev.mitchbot.contracts.discord.GuildSnapshot;
import dev.mitchbot.contracts.discord.MemberSnapshot;
import dev.mitchbot.contracts.economy.EconomyEvent;
import dev.mitchbot.contracts.economy.WalletRequest;
import dev.mitchbot.contracts.economy.WalletResult;
import dev.mitchbot.contracts.games.GamesEvent;
import dev.mitchbot.contracts.moderation.ModerationEvent;
import dev.mitchbot.contracts.reply.Reply;
import dev.mitchbot.contracts.wire.Snowflake;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** JSON Schemas of everything that travels as the body of a message. */
final class Schemas {
    private static final SchemaGenerator GENERATOR = generator();

    private Schemas() {}

    static List<Class<?>> bodies() {
        Stream<Class<?>> families = Stream.of(
                        Command.class,
                        Reply.class,
                        Action.class,
                        DiscordEvent.class,
                        EconomyEvent.class,
                        GamesEvent.class,
                        ModerationEvent.class,
                        WalletRequest.class,
                        WalletResult.class)
                .flatMap(family -> Stream.of(family.getPermittedSubclasses()));
        return Stream.concat(
                        families,
                        Stream.of(ActionResult.class, Catalogue.class, GuildSnapshot.class, MemberSnapshot.class))
                .toList();
    }

    static JsonNode of(Class<?> body) {
        return GENERATOR.generateSchema(body);
    }

    private static SchemaGenerator generator() {
        var config = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JacksonModule())
                .with(Option.INLINE_ALL_SCHEMAS, Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES)
                .without(Option.SCHEMA_VERSION_INDICATOR);
        config.forFields()
                .withTargetTypeOverridesResolver(Schemas::wireType)
                .withRequiredCheck(field -> field.getDeclaredType().getErasedType() != Optional.class);
        return new SchemaGenerator(config.build());
    }

    /** The type on the wire, where it is not what the field's own type suggests. */
    private static List<ResolvedType> wireType(FieldScope field) {
        JsonFormat format = field.getAnnotationConsideringFieldAndGetter(JsonFormat.class);
        Class<?> type = field.getType().getErasedType();
        boolean text = field.getAnnotationConsideringFieldAndGetter(Snowflake.class) != null
                || format != null && format.shape() == JsonFormat.Shape.STRING
                || type == Instant.class
                || type == Duration.class;
        if (text) {
            return List.of(field.getContext().resolve(String.class));
        }
        return type == Optional.class ? List.of(optional(field)) : null;
    }

    private static ResolvedType optional(FieldScope field) {
        ResolvedType value = field.getType().getTypeParameters().getFirst();
        return value.getErasedType() == Instant.class ? field.getContext().resolve(String.class) : value;
    }
}
