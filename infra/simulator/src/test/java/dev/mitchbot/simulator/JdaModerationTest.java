package dev.mitchbot.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mitchbot.simulator.openapi.Conformance;
import dev.mitchbot.simulator.openapi.DiscordDescription;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.UserSnowflake;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.entities.emoji.Emoji;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.utils.FileUpload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdaModerationTest {
    private Simulator simulator;
    private Conformance conformance;
    private Bot bot;
    private Stage stage;
    private Guild guild;
    private TextChannel general;

    @BeforeEach
    void logIn() {
        simulator = Simulator.start(SimulatorConfig.onFreePort());
        conformance = Conformance.listeningTo(simulator);
        stage = new Stage(simulator);
        bot = Bot.login(simulator);
        guild = bot.jda().getGuildById(stage.guild());
        general = guild.getTextChannelById(stage.channel("general"));
    }

    @AfterEach
    void stop() {
        bot.close();
        simulator.close();
    }

    private UserSnowflake user(String name) {
        return UserSnowflake.fromId(stage.member(name));
    }

    private List<String> audited() {
        return Http.control(simulator).get("/guilds/" + stage.guild() + "/audit-log").list().stream()
                .map(entry -> ((JsonObject) entry).getString("action"))
                .toList();
    }

    private void conforms() {
        assertThat(conformance.flaws(DiscordDescription.findOrSkip())).isEmpty();
    }

    @Test
    void bansListsAndUnbans() {
        guild.ban(user("dave"), 1, TimeUnit.HOURS).reason("spam").complete();
        assertThat(guild.retrieveBanList().complete()).singleElement().satisfies(ban -> {
            assertThat(ban.getUser().getName()).isEqualTo("dave");
            assertThat(ban.getReason()).isEqualTo("spam");
        });
        guild.retrieveBan(user("dave")).complete();
        guild.unban(user("dave")).complete();

        assertThat(audited()).containsExactly("ban", "unban");
        conforms();
    }

    @Test
    void kicksTimesOutRenamesAndGivesRoles() {
        var carol = guild.retrieveMember(user("carol")).complete();
        guild.timeoutFor(carol, Duration.ofMinutes(5)).reason("loud").complete();
        guild.removeTimeout(carol).complete();
        guild.modifyNickname(carol, "Quiet").complete();
        var moderator = guild.getRoleById(stage.role("Moderator"));
        guild.addRoleToMember(carol, moderator).complete();
        guild.removeRoleFromMember(carol, moderator).complete();
        guild.kick(user("erin")).reason("enough").complete();

        assertThat(audited()).containsExactly("timeout", "timeout", "nickname", "role-add", "role-remove", "kick");
        conforms();
    }

    @Test
    void refusesToActOnARoleThatIsTooHigh() {
        Http.control(simulator)
                .patch(
                        "/guilds/" + stage.guild() + "/members/" + stage.member("carol"),
                        new JsonObject().put("roles", new JsonArray().add(stage.role("Admin"))));

        var answer = Http.discord(simulator)
                .put("/guilds/" + stage.guild() + "/bans/" + stage.member("carol"), new JsonObject());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().getInteger("code")).isEqualTo(50013);
    }

    @Test
    void writesEditsReactsAndDeletes() {
        var embed = new EmbedBuilder()
                .setTitle("Board")
                .addField("one", "1", true)
                .setColor(0x2b6cb0)
                .build();
        var message = general.sendMessageEmbeds(embed)
                .setComponents(ActionRow.of(Button.primary("a", "A"), Button.link("https://example.org", "B")))
                .complete();
        message.editMessage("now with words").complete();
        message.addReaction(Emoji.fromUnicode("👍")).complete();
        assertThat(message.retrieveReactionUsers(Emoji.fromUnicode("👍")).complete())
                .hasSize(1);
        message.removeReaction(Emoji.fromUnicode("👍")).complete();
        general.sendFiles(FileUpload.fromData(new byte[] {1, 2, 3}, "three.bin"))
                .complete();
        message.reply("answer").complete();
        general.retrieveMessageById(message.getId()).complete();
        assertThat(general.getHistory().retrievePast(10).complete())
                .extracting(Message::getContentRaw)
                .containsExactly("answer", "", "now with words");
        message.delete().complete();

        conforms();
    }

    @Test
    void deletesMembersMessagesInBulk() {
        var first = stage.say("carol", "one");
        var second = stage.say("dave", "two");
        general.deleteMessagesByIds(List.of(first, second)).complete();
        var third = stage.say("erin", "three");
        general.deleteMessageById(third).reason("rude").complete();

        assertThat(general.getHistory().retrievePast(10).complete()).isEmpty();
        assertThat(audited()).containsExactly("bulk-delete", "message-delete");
        conforms();
    }

    @Test
    void slowsLocksAndUnlocksAChannel() {
        general.getManager().setSlowmode(30).reason("calm").complete();
        general.upsertPermissionOverride(guild.getPublicRole())
                .deny(Permission.MESSAGE_SEND)
                .complete();
        var refused = Http.control(simulator)
                .post(
                        stage.inGeneral("/messages"),
                        new JsonObject().put("userId", stage.member("carol")).put("content", "let me in"));
        general.getManager()
                .removePermissionOverride(guild.getPublicRole().getIdLong())
                .complete();

        assertThat(refused.status()).isEqualTo(403);
        assertThat(audited()).contains("slowmode", "overwrite");
        conforms();
    }

    @Test
    void writesToAMemberUnlessTheyHaveClosedIt() {
        var carol = bot.jda().openPrivateChannelById(stage.member("carol")).complete();
        carol.sendMessage("a warning").complete();
        Http.control(simulator)
                .patch(
                        "/guilds/" + stage.guild() + "/members/" + stage.member("carol"),
                        new JsonObject().put("acceptsDirectMessages", false));

        assertThatThrownBy(() -> carol.sendMessage("another").complete())
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        refused -> assertThat(refused.getErrorCode()).isEqualTo(50007));
        var received = Http.control(simulator)
                .get("/guilds/" + stage.guild() + "/direct-messages/" + stage.member("carol"))
                .list();
        assertThat(received)
                .singleElement()
                .satisfies(message ->
                        assertThat(((JsonObject) message).getString("content")).isEqualTo("a warning"));
        conforms();
    }

    @Test
    void createsChangesAndDeletesARole() {
        var role = guild.createRole().setName("Muted").setColor(0x95a5a6).complete();
        role.getManager().setName("Silent").complete();
        role.delete().complete();

        conforms();
    }

    @Test
    void registersCommandsWithEveryKindOfOption() {
        var eco = Commands.slash("eco", "Administers coins")
                .setDefaultPermissions(
                        DefaultMemberPermissions.enabledFor(Permission.ADMINISTRATOR, Permission.MANAGE_SERVER))
                .addSubcommands(new SubcommandData("add", "Adds")
                        .addOption(OptionType.USER, "user", "Who", true)
                        .addOptions(new OptionData(OptionType.INTEGER, "amount", "How many", true).setMinValue(1)));
        var dice = Commands.slash("dice", "Rolls")
                .addOptions(new OptionData(OptionType.STRING, "bet", "On what", true).addChoice("low", "low"))
                .addOption(OptionType.STRING, "note", "Note", false, true);
        bot.jda().updateCommands().addCommands(eco, dice).complete();
        guild.updateCommands().addCommands(dice).complete();
        var command = bot.jda().upsertCommand(Commands.slash("ping", "Pongs")).complete();
        bot.jda().retrieveCommands().complete();
        bot.jda().retrieveCommandById(command.getId()).complete();
        bot.jda().deleteCommandById(command.getId()).complete();

        var registered = Http.control(simulator).get("/state").json().getJsonArray("commands");
        assertThat(registered.stream().map(entry -> ((JsonObject) entry).getString("name")))
                .containsExactly("eco", "dice", "dice");
        conforms();
    }

    @Test
    void describesItselfAndItsGuilds() {
        bot.jda().retrieveApplicationInfo().complete();
        bot.jda().retrieveUserById(stage.member("bob")).complete();
        guild.retrieveAuditLogs().complete();
        guild.retrieveMetaData().complete();
        Http.discord(simulator).get("/guilds/" + stage.guild() + "/members?limit=10");
        Http.discord(simulator).get("/guilds/" + stage.guild() + "/channels");
        Http.discord(simulator).get("/guilds/" + stage.guild() + "/roles/" + stage.role("Member"));

        conforms();
    }
}
