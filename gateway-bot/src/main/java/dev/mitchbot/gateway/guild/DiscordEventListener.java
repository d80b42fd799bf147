package dev.mitchbot.gateway.guild;

import dev.mitchbot.contracts.command.Caller;
import dev.mitchbot.contracts.discord.MemberChanged;
import dev.mitchbot.contracts.discord.MemberJoined;
import dev.mitchbot.contracts.discord.MemberLeft;
import dev.mitchbot.contracts.discord.MessagePosted;
import dev.mitchbot.contracts.discord.ReactionAdded;
import dev.mitchbot.contracts.discord.ReactionRemoved;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.ISnowflake;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.MessageType;
import net.dv8tion.jda.api.entities.emoji.Emoji;
import net.dv8tion.jda.api.entities.emoji.EmojiUnion;
import net.dv8tion.jda.api.events.guild.member.GuildMemberJoinEvent;
import net.dv8tion.jda.api.events.guild.member.GuildMemberRemoveEvent;
import net.dv8tion.jda.api.events.guild.member.GuildMemberUpdateEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.events.message.react.GenericMessageReactionEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionAddEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionRemoveEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;

/** Turns what happens in a guild besides commands into messages. Where Discord gives no time, the moment of hearing does. */
@ApplicationScoped
public class DiscordEventListener extends ListenerAdapter {
    private static final Set<MessageType> WRITTEN = EnumSet.of(MessageType.DEFAULT, MessageType.INLINE_REPLY);
    private static final String NO_LOCALE = "";

    private final EventStream stream;
    private final MemberNames names;

    DiscordEventListener(EventStream stream, MemberNames names) {
        this.stream = stream;
        this.names = names;
    }

    @Override
    public void onMessageReceived(MessageReceivedEvent event) {
        Member member = event.getMember();
        if (member == null
                || event.getAuthor().isBot()
                || event.isWebhookMessage()
                || !WRITTEN.contains(event.getMessage().getType())) {
            return;
        }
        Caller author = new Caller(
                member.getIdLong(),
                member.getEffectiveName(),
                Permission.getRaw(member.getPermissions(event.getGuildChannel())),
                roles(member),
                NO_LOCALE);
        stream.add(
                "message:" + event.getMessageId(),
                new MessagePosted(
                        event.getGuild().getIdLong(),
                        event.getChannel().getIdLong(),
                        event.getMessageIdLong(),
                        author,
                        event.getMessage().getContentRaw(),
                        event.getMessage().getAttachments().size()));
    }

    @Override
    public void onGuildMemberJoin(GuildMemberJoinEvent event) {
        Member member = event.getMember();
        names.seen(member);
        MemberJoined joined = new MemberJoined(
                event.getGuild().getIdLong(),
                member.getIdLong(),
                member.getEffectiveName(),
                member.getUser().isBot(),
                member.getTimeJoined().toInstant(),
                event.getGuild().getMemberCount());
        stream.add(
                "joined:" + joined.guildId() + ":" + joined.userId() + ":"
                        + joined.joinedAt().toEpochMilli(),
                joined);
    }

    @Override
    public void onGuildMemberRemove(GuildMemberRemoveEvent event) {
        Moment moment = Moment.now();
        MemberLeft left = new MemberLeft(
                event.getGuild().getIdLong(),
                event.getUser().getIdLong(),
                event.getUser().getEffectiveName(),
                moment.start(),
                event.getGuild().getMemberCount());
        stream.add("left:" + left.guildId() + ":" + left.userId() + ":" + moment, left);
    }

    @Override
    public void onGuildMemberUpdate(GuildMemberUpdateEvent event) {
        Member member = event.getMember();
        names.seen(member);
        MemberChanged changed = new MemberChanged(
                event.getGuild().getIdLong(), member.getIdLong(), member.getEffectiveName(), roles(member));
        stream.add(
                "changed:" + changed.guildId() + ":" + changed.userId() + ":" + Integer.toHexString(changed.hashCode())
                        + ":" + Moment.now(),
                changed);
    }

    @Override
    public void onMessageReactionAdd(MessageReactionAddEvent event) {
        if (isFromMember(event)) {
            String emoji = emoji(event.getEmoji());
            stream.add(
                    "reaction-added:" + event.getMessageId() + ":" + event.getUserId() + ":" + emoji + ":"
                            + Moment.now(),
                    new ReactionAdded(
                            event.getGuild().getIdLong(),
                            event.getChannel().getIdLong(),
                            event.getMessageIdLong(),
                            event.getUserIdLong(),
                            emoji));
        }
    }

    @Override
    public void onMessageReactionRemove(MessageReactionRemoveEvent event) {
        if (isFromMember(event)) {
            String emoji = emoji(event.getEmoji());
            stream.add(
                    "reaction-removed:" + event.getMessageId() + ":" + event.getUserId() + ":" + emoji + ":"
                            + Moment.now(),
                    new ReactionRemoved(
                            event.getGuild().getIdLong(),
                            event.getChannel().getIdLong(),
                            event.getMessageIdLong(),
                            event.getUserIdLong(),
                            emoji));
        }
    }

    private static boolean isFromMember(GenericMessageReactionEvent event) {
        return event.isFromGuild()
                && event.getUserIdLong() != event.getJDA().getSelfUser().getIdLong();
    }

    private static String emoji(EmojiUnion emoji) {
        return emoji.getType() == Emoji.Type.UNICODE
                ? emoji.getName()
                : emoji.asCustom().getId();
    }

    private static List<String> roles(Member member) {
        return member.getRoles().stream().map(ISnowflake::getId).sorted().toList();
    }
}
