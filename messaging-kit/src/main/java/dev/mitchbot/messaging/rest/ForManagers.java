package dev.mitchbot.messaging.rest;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource below {@code /guilds/{guildId}}: only for users who may manage that guild. Without a token the answer is
 * 401, for anybody else 403, whether there is such a guild or not.
 */
@NameBinding
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface ForManagers {}
