package dev.mitchbot.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mitchbot.contracts.action.Action;
import dev.mitchbot.contracts.action.ActionResult;
import dev.mitchbot.contracts.catalogue.Catalogue;
import dev.mitchbot.contracts.catalogue.CommandDefinition;
import dev.mitchbot.contracts.catalogue.Option;
import dev.mitchbot.contracts.command.ButtonClick;
import dev.mitchbot.contracts.command.Interaction;
import dev.mitchbot.contracts.command.SlashCommand;
import dev.mitchbot.contracts.discord.GuildSnapshot;
import dev.mitchbot.contracts.discord.MemberJoined;
import dev.mitchbot.contracts.discord.MemberSnapshot;
import dev.mitchbot.contracts.discord.MessagePosted;
import dev.mitchbot.contracts.reply.Answer;
import dev.mitchbot.contracts.reply.Button;
import dev.mitchbot.contracts.reply.MessageBody;
import dev.mitchbot.contracts.reply.MessageUpdate;
import dev.mitchbot.contracts.wire.Json;
import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.gateway.broker.Broker;
import dev.mitchbot.gateway.discord.DiscordConnection;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(SimulatorAndKafka.class)
class SimulatorIT {
    private static final Duration DEFERRED = Duration.ofSeconds(5);
    private static final Catalogue ECONOMY = new Catalogue(
            "economy",
            List.of(
                    CommandDefinition.of("daily", "Your coins"),
                    CommandDefinition.of(
                            "give",
                            "To somebody",
                            Option.required(Option.Type.USER, "user", "Who"),
                            Option.required(Option.Type.INTEGER, "amount", "How much")
                                    .between(1, 1000))));

    @Inject
    Broker broker;

    @Inject
    DiscordConnection connection;

    private final TestBroker services = TestBroker.shared();
    private final SimulatedGuild guild = SimulatorAndKafka.guild();
    private TestBroker.Heard commands;

    @BeforeEach
    void discordKnowsTheCommands() {
        await().until(() -> broker.isThere() && connection.isConnected());
        commands = services.hear(Topic.ECONOMY_COMMANDS.topicName());
        services.say(Topic.CATALOGUE, "economy", "catalogue", Catalogue.TYPE, Json.write(ECONOMY));
        await().until(() -> guild.state().getJsonArray("commands").encode().contains("\"give\""));
    }

    @AfterEach
    void heal() {
        guild.heal();
    }

    @Test
    void answersACommandAndUpdatesItsMessageOnAClick() throws IOException {
        String id = guild.command("carol", "daily").getString("id");
        SlashCommand command = Json.read(heard(id).value(), SlashCommand.class);
        assertThat(command.caller().name()).isEqualTo("carol");
        MessageBody message =
                MessageBody.text("Paid.").withRow(Button.of(Button.Style.PRIMARY, "economy:daily:again", "Again"));
        services.reply(new Answer(command.interaction(), false, message));
        JsonObject answered = guild.answered(id);
        assertThat(answered.getString("state")).isEqualTo("answered");
        assertThat(message(answered).getString("content")).isEqualTo("Paid.");

        String click = guild.click("carol", message(answered).getString("id"), "economy:daily:again")
                .getString("id");
        Interaction clicked = Json.read(heard(click).value(), ButtonClick.class).interaction();
        services.reply(new MessageUpdate(clicked, MessageBody.text("Not again.")));
        assertThat(message(guild.answered(click)).getString("content")).isEqualTo("Not again.");
    }

    @Test
    void defersInTimeAndTakesThePublicDeferralBackForARefusal() throws IOException {
        String id = guild.command("carol", "daily").getString("id");
        Interaction interaction =
                Json.read(heard(id).value(), SlashCommand.class).interaction();
        await().atMost(DEFERRED)
                .until(() -> guild.answeredNow(id).getString("state").equals("acknowledged"));
        services.reply(new Answer(interaction, true, MessageBody.text("Too soon.")));
        await().untilAsserted(() -> {
            JsonObject answered = guild.answeredNow(id);
            assertThat(message(answered).getString("content")).isEqualTo("Too soon.");
            assertThat(message(answered).getBoolean("ephemeral")).isTrue();
        });
        assertThat(guild.answeredNow(id).getInteger("acknowledgedAfterMs")).isBetween(1_900, 2_900);
    }

    @Test
    void publishesAndAnswersADoubleDispatchOnce() throws IOException {
        guild.fault(new JsonObject().put("kind", "duplicate").put("seconds", 20));
        String id = guild.command("dave", "daily").getString("id");
        Interaction interaction =
                Json.read(heard(id).value(), SlashCommand.class).interaction();
        services.reply(new Answer(interaction, false, MessageBody.text("Once.")));
        assertThat(guild.answered(id).getJsonArray("messages")).hasSize(1);
        assertThat(commands.of(id)).hasSize(1);
    }

    @Test
    void answersWhatWasSentWhileTheConnectionWasCut() throws IOException {
        guild.fault(new JsonObject().put("kind", "disconnect"));
        String id = guild.command("erin", "daily").getString("id");
        Interaction interaction =
                Json.read(heard(id).value(), SlashCommand.class).interaction();
        services.reply(new Answer(interaction, false, MessageBody.text("Still here.")));
        assertThat(guild.answered(id).getString("state")).isEqualTo("answered");
    }

    @Test
    void registersCommandsOnlyWhenTheyDiffer() {
        long before = registrations();
        services.say(Topic.CATALOGUE, "economy", "same", Catalogue.TYPE, Json.write(ECONOMY));
        Catalogue games = new Catalogue("games", List.of(CommandDefinition.of("dice-" + before, "Roll")));
        long comparisons = comparisons();
        await().atMost(DEFERRED).until(() -> comparisons() > comparisons);
        assertThat(registrations()).isEqualTo(before);
        services.say(Topic.CATALOGUE, "games", "new", Catalogue.TYPE, Json.write(games));
        await().atMost(DEFERRED).until(() -> registrations() == before + 1);
    }

    @Test
    void tellsTheServicesWhatTheGuildLooksLike() throws IOException {
        var snapshots = services.hear(Topic.GUILDS.topicName());
        await().until(() -> !snapshots.all().isEmpty());
        GuildSnapshot first = Json.read(snapshots.all().getLast().value(), GuildSnapshot.class);
        assertThat(first.managers()).contains(guild.member("alice"));
        assertThat(first.channels()).extracting(GuildSnapshot.Channel::name).contains("general", "mod-log");
        assertThat(first.roles()).extracting(GuildSnapshot.Role::name).contains("Moderator");

        String newcomer = guild.join("frank");
        await().untilAsserted(
                        () -> assertThat(Json.read(snapshots.all().getLast().value(), GuildSnapshot.class)
                                        .memberCount())
                                .isGreaterThan(first.memberCount()));
        guild.leave(newcomer);
    }

    @Test
    void publishesWhatMembersDo() throws IOException {
        var events = services.hear(Topic.DISCORD_EVENTS.topicName());
        String messageId = guild.say("bob", "good evening");
        await().until(() -> events.of("message:" + messageId).size() == 1);
        MessagePosted posted =
                Json.read(events.of("message:" + messageId).getFirst().value(), MessagePosted.class);
        assertThat(posted.content()).isEqualTo("good evening");
        assertThat(posted.author().name()).isEqualTo("bob");

        guild.react("carol", messageId, "👍");
        await().until(() -> typed(events, "discord.reaction-added.v1") > 0);
        String newcomer = guild.join("grace");
        await().until(() -> typed(events, "discord.member-joined.v1") > 0);
        MemberJoined joined = Json.read(last(events, "discord.member-joined.v1").value(), MemberJoined.class);
        assertThat(joined.userId()).isEqualTo(Long.parseLong(newcomer));
        guild.leave(newcomer);
        await().until(() -> typed(events, "discord.member-left.v1") > 0);
    }

    @Test
    void tellsTheServicesWhatMembersAreCalled() throws IOException {
        var members = services.hear(Topic.MEMBERS.topicName());
        await().until(() -> namesOf(members, guild.member("alice")).contains("alice"));
        await().until(() -> namesOf(members, guild.member("Mitchbot")).contains("Mitchbot"));

        String newcomer = guild.join("heidi");
        await().until(() -> namesOf(members, newcomer).equals(List.of("heidi")));
        act(new Action.SetNickname(
                Long.parseLong(guild.id()), Long.parseLong(newcomer), Optional.of("Heidi of the hills"), "Test"));
        await().until(() -> namesOf(members, newcomer).equals(List.of("heidi", "Heidi of the hills")));
        guild.leave(newcomer);
    }

    @Test
    void bansWhomItMayAndReportsWhomItMayNot() throws IOException {
        long id = Long.parseLong(guild.id());
        String victim = guild.join("mallory");
        ActionResult banned = act(new Action.BanMember(id, Long.parseLong(victim), "Spam", Duration.ZERO));
        assertThat(banned.done()).isTrue();
        assertThat(guild.guild().getJsonArray("bans").encode()).contains(victim);
        ActionResult refused =
                act(new Action.BanMember(id, Long.parseLong(guild.member("alice")), "Mutiny", Duration.ZERO));
        assertThat(refused.done()).isFalse();
        assertThat(refused.errorCode()).contains(50013);
    }

    private List<String> namesOf(TestBroker.Heard members, String userId) throws IOException {
        List<String> names = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : members.all()) {
            if (record.key().equals(guild.id() + ":" + userId)) {
                names.add(Json.read(record.value(), MemberSnapshot.class).name());
            }
        }
        return names;
    }

    private ActionResult act(Action action) throws IOException {
        var results = services.hear(Topic.ACTION_RESULTS.topicName());
        String id = UUID.randomUUID().toString();
        services.say(Topic.ACTIONS, Long.toString(action.guildId()), id, action.type(), Json.write(action));
        await().until(() -> !results.of("result:" + id).isEmpty());
        return Json.read(results.of("result:" + id).getFirst().value(), ActionResult.class);
    }

    private ConsumerRecord<String, byte[]> heard(String interactionId) {
        await().until(() -> !commands.of(interactionId).isEmpty());
        return commands.of(interactionId).getFirst();
    }

    private static JsonObject message(JsonObject interaction) {
        return interaction.getJsonArray("messages").getJsonObject(0);
    }

    private static long typed(TestBroker.Heard events, String type) {
        return events.all().stream()
                .filter(record -> TestBroker.header(record, "ce_type").equals(type))
                .count();
    }

    private static ConsumerRecord<String, byte[]> last(TestBroker.Heard events, String type) {
        return events.all().reversed().stream()
                .filter(record -> TestBroker.header(record, "ce_type").equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static long registrations() {
        return requests("PUT");
    }

    private static long comparisons() {
        return requests("GET");
    }

    private static long requests(String method) {
        return SimulatorAndKafka.requests().stream()
                .filter(request -> request.startsWith(method) && request.endsWith("/commands"))
                .count();
    }
}
