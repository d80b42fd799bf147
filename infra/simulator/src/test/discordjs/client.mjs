// Speaks to the simulator as discord.js speaks to Discord, and says of each step how it went, a line of JSON each.
import { setTimeout as pause } from "node:timers/promises";
import { once } from "node:events";
import {
  ActionRowBuilder, ApplicationCommandOptionType, ButtonBuilder, ButtonStyle, Client, DiscordAPIError, EmbedBuilder, Events,
  GatewayIntentBits, MessageFlags, Partials, PermissionFlagsBits, Routes,
} from "discord.js";

const [url, token] = process.argv.slice(2);
const PATIENCE = 15_000;

async function step(name, work) {
  try {
    await Promise.race([work(), pause(PATIENCE).then(() => { throw new Error(`not done after ${PATIENCE} ms`); })]);
    console.log(JSON.stringify({ step: name, passed: true, detail: "" }));
  } catch (error) {
    console.log(JSON.stringify({ step: name, passed: false, detail: String(error?.stack ?? error) }));
  }
}

function same(actual, expected) {
  const [was, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (was !== wanted) throw new Error(`expected ${wanted}, but it was ${was}`);
}

async function refusedWith(code, promise) {
  const error = await promise.then(() => null, refusal => refusal);
  if (!(error instanceof DiscordAPIError) || error.code !== code) throw new Error(`expected refusal ${code}, got ${error}`);
}

// The control face: what members do.
async function control(method, path, body) {
  const response = await fetch(`${url}/sim/v1${path}`, {
    method, body: body && JSON.stringify(body), headers: body && { "Content-Type": "application/json" },
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return text && JSON.parse(text);
}

const world = (await control("GET", "/state")).guilds[0];
const member = name => world.members.find(one => one.name === name).id;
const role = name => world.roles.find(one => one.name === name).id;
const general = world.channels.find(one => one.name === "general").id;
const place = `/guilds/${world.id}/channels/${general}`;
const use = (command, options = {}, wait = 8_000) =>
  control("POST", `${place}/commands`, { userId: member("carol"), command, options, wait });
const say = (name, content) => control("POST", `${place}/messages`, { userId: member(name), content });

function newClient(options = {}) {
  return new Client({
    intents: [
      GatewayIntentBits.Guilds, GatewayIntentBits.GuildMembers, GatewayIntentBits.GuildModeration, GatewayIntentBits.GuildMessages,
      GatewayIntentBits.GuildMessageReactions, GatewayIntentBits.MessageContent,
    ],
    partials: [Partials.Message, Partials.Channel, Partials.Reaction],
    rest: { api: `${url}/api` },
    ...options,
  });
}

const client = newClient();
const seen = { late: null, twice: null };

client.on(Events.InteractionCreate, async interaction => {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused();
    await interaction.respond(["apple", "apricot", "pear"].filter(one => one.startsWith(typed)).map(name => ({ name, value: name })));
    return;
  }
  if (interaction.isButton()) {
    await interaction.update({ content: `voted ${interaction.customId}`, components: [] });
    return;
  }
  switch (interaction.commandName) {
    case "ping": await interaction.reply(`pong to ${interaction.options.getUser("who")?.username ?? "nobody"}`); break;
    case "secret": await interaction.reply({ content: "only you", flags: MessageFlags.Ephemeral }); break;
    case "slow":
      await interaction.deferReply();
      await interaction.editReply({ embeds: [new EmbedBuilder().setTitle("Done").setColor(0x2b6cb0)] });
      await interaction.followUp({ content: "psst", flags: MessageFlags.Ephemeral });
      break;
    case "vote": {
      const buttons = new ActionRowBuilder().addComponents(
        new ButtonBuilder().setCustomId("yes").setLabel("Yes").setStyle(ButtonStyle.Primary));
      await interaction.reply({ content: "vote", components: [buttons] });
      break;
    }
    case "late":
      await pause(3_300);
      seen.late = interaction.reply("too late").then(() => null, error => error);
      break;
    case "twice": {
      await interaction.reply("first");
      const body = { type: 4, data: { content: "second" } };
      seen.twice = client.rest.post(Routes.interactionCallback(interaction.id, interaction.token), { body, auth: false })
        .then(() => null, error => error);
      break;
    }
  }
});

await step("refuses a wrong token", async () => {
  const stranger = newClient();
  const error = await stranger.login("MTA.wrong.token").then(() => null, refusal => refusal);
  await stranger.destroy();
  same(error?.code, "TokenInvalid");
});

await step("logs in and knows the guild", async () => {
  const ready = once(client, Events.ClientReady);
  await client.login(token);
  await ready;
  const guild = client.guilds.cache.get(world.id);
  same(guild.name, world.name);
  same(guild.ownerId, member("alice"));
  same([...guild.channels.cache.values()].map(one => one.name).sort(), world.channels.map(one => one.name).sort());
  same(guild.roles.cache.get(role("Moderator")).name, "Moderator");
});

const guild = client.guilds.cache.get(world.id);
const channel = guild.channels.cache.get(general);

await step("registers commands", async () => {
  const option = (name, type, more = {}) => ({ name, description: name, type, ...more });
  await client.application.commands.set([
    { name: "ping", description: "Pongs", options: [option("who", ApplicationCommandOptionType.User)] },
    { name: "secret", description: "Tells you alone" },
    { name: "slow", description: "Takes a while" },
    { name: "vote", description: "Votes" },
    { name: "late", description: "Answers too late" },
    { name: "twice", description: "Answers twice" },
    { name: "fruit", description: "Picks", options: [option("name", ApplicationCommandOptionType.String, { autocomplete: true })] },
    { name: "manage", description: "For managers", defaultMemberPermissions: PermissionFlagsBits.ManageGuild },
  ]);
  same((await client.application.commands.fetch()).size, 8);
});

await step("refuses commands that Discord would refuse", async () => {
  await refusedWith(50035, client.rest.put(Routes.applicationCommands(client.application.id),
    { body: [{ name: "Not Lower Case", description: "x", type: 1 }] }));
});

await step("replies to a slash command", async () => {
  const seen = await use("ping", { who: member("bob") });
  same([seen.state, seen.messages[0].content, seen.ephemeral], ["answered", "pong to bob", false]);
});

await step("replies to one member alone", async () => {
  const seen = await use("secret");
  same([seen.state, seen.messages[0].content, seen.ephemeral], ["answered", "only you", true]);
  const ofDave = await control("GET", `${place}/messages?limit=50&userId=${member("dave")}`);
  same(ofDave.some(message => message.content === "only you"), false);
});

await step("defers, edits and follows up", async () => {
  const { id } = await use("slow");
  for (let tries = 0; tries < 50; tries++) {
    const now = await control("GET", `/interactions/${id}`);
    if (now.messages.length === 2) {
      same([now.messages[0].embeds[0].title, now.messages[1].content, now.messages[1].ephemeral], ["Done", "psst", true]);
      return;
    }
    await pause(100);
  }
  throw new Error("no follow-up");
});

await step("updates a message when its button is clicked", async () => {
  const asked = await use("vote");
  const click = { userId: member("dave"), messageId: asked.messages[0].id, customId: "yes", wait: 8_000 };
  const clicked = await control("POST", `${place}/clicks`, click);
  same([clicked.state, clicked.messages[0].id, clicked.messages[0].content], ["answered", asked.messages[0].id, "voted yes"]);
});

await step("completes an option", async () => {
  const asked = { userId: member("carol"), command: "fruit", option: "name", value: "ap", wait: 8_000 };
  const answered = await control("POST", `${place}/autocompletes`, asked);
  same(answered.choices.map(choice => choice.value), ["apple", "apricot"]);
});

await step("is refused an answer after three seconds", async () => {
  const missed = await use("late", {}, 5_000);
  same(missed.state, "failed");
  while (!seen.late) await pause(50);
  same((await seen.late)?.code, 10062);
});

await step("is refused a second answer", async () => {
  await use("twice");
  while (!seen.twice) await pause(50);
  same((await seen.twice)?.code, 40060);
});

await step("fetches the members in chunks", async () => {
  const members = await guild.members.fetch();
  same(members.size, world.members.length);
  same((await guild.members.fetch({ query: "ali", limit: 5 })).map(one => one.user.username), ["alice"]);
});

await step("writes, edits, reacts to and deletes a message", async () => {
  const sent = await channel.send({ content: "hello", embeds: [new EmbedBuilder().setTitle("E")] });
  same((await sent.edit("changed")).content, "changed");
  await sent.react("👍");
  same((await sent.reactions.cache.get("👍").users.fetch()).size, 1);
  await sent.delete();
  await refusedWith(10008, channel.messages.fetch({ message: sent.id, force: true }));
});

await step("deletes messages in bulk", async () => {
  const ids = [(await say("carol", "one")).messageId, (await say("dave", "two")).messageId];
  same((await channel.bulkDelete(ids)).size, 2);
});

await step("refuses what is too long", async () => {
  await refusedWith(50035, channel.send("x".repeat(2_001)));
});

await step("hears what members do", async () => {
  const heard = once(client, Events.MessageCreate);
  await say("dave", "anybody there");
  same((await heard)[0].content, "anybody there");
  const joining = once(client, Events.GuildMemberAdd);
  const { id } = await control("POST", `/guilds/${world.id}/members`, { name: "frank" });
  same((await joining)[0].id, id);
  const leaving = once(client, Events.GuildMemberRemove);
  await control("DELETE", `/guilds/${world.id}/members/${id}`);
  same((await leaving)[0].id, id);
});

await step("hears reactions", async () => {
  const { messageId } = await say("carol", "like this");
  const reacting = once(client, Events.MessageReactionAdd);
  await control("PUT", `${place}/messages/${messageId}/reactions/${encodeURIComponent("🎉")}?userId=${member("dave")}`);
  same([(await reacting)[0].emoji.name, (await reacting)[1].id], ["🎉", member("dave")]);
});

await step("bans and unbans with a reason", async () => {
  await guild.members.ban(member("dave"), { reason: "spam" });
  same((await guild.bans.fetch(member("dave"))).reason, "spam");
  await guild.bans.remove(member("dave"), "forgiven");
  await refusedWith(10026, guild.bans.fetch({ user: member("dave"), force: true }));
  const audit = await control("GET", `/guilds/${world.id}/audit-log`);
  same(audit.slice(-2).map(entry => [entry.action, entry.reason]), [["ban", "spam"], ["unban", "forgiven"]]);
});

await step("is refused what the owner outranks", async () => {
  await refusedWith(50013, guild.members.ban(member("alice")));
  await refusedWith(50013, guild.members.kick(member("alice")));
});

await step("times out, renames and gives roles", async () => {
  const carol = await guild.members.fetch(member("carol"));
  same((await carol.timeout(60_000, "loud")).isCommunicationDisabled(), true);
  same((await carol.timeout(null)).isCommunicationDisabled(), false);
  same((await carol.setNickname("Quiet")).nickname, "Quiet");
  same((await carol.roles.add(role("Moderator"))).roles.cache.has(role("Moderator")), true);
  same((await carol.roles.remove(role("Moderator"))).roles.cache.has(role("Moderator")), false);
});

await step("kicks", async () => {
  await guild.members.kick(member("erin"), "enough");
  await refusedWith(10007, guild.members.fetch({ user: member("erin"), force: true }));
});

await step("locks and slows a channel", async () => {
  await channel.permissionOverwrites.edit(guild.roles.everyone, { SendMessages: false });
  same(await say("carol", "let me in").then(() => "said", () => "refused"), "refused");
  await channel.permissionOverwrites.delete(guild.roles.everyone);
  same((await channel.setRateLimitPerUser(10)).rateLimitPerUser, 10);
  await channel.setRateLimitPerUser(0);
});

await step("writes to a member alone", async () => {
  await (await client.users.fetch(member("bob"))).send("a word");
  const received = await control("GET", `/guilds/${world.id}/direct-messages/${member("bob")}`);
  same(received.map(message => message.content), ["a word"]);
});

await step("waits when it is too fast", async () => {
  const limited = new Promise(resolve => client.rest.once("rateLimited", resolve));
  await Promise.all(Array.from({ length: 14 }, (_, index) => channel.send(`burst ${index}`)));
  same((await limited).global, false);
});

await step("waits when Discord says so", async () => {
  await control("POST", "/faults", { kind: "rate-limit", seconds: 1 });
  same((await channel.send("after the limit")).content, "after the limit");
  await control("DELETE", "/faults");
});

await step("resumes a lost connection and misses nothing", async () => {
  const resumed = once(client, Events.ShardResume);
  const heard = once(client, Events.MessageCreate);
  await control("POST", "/faults", { kind: "disconnect" });
  await say("carol", "while you were away");
  await resumed;
  same((await heard)[0].content, "while you were away");
  await control("DELETE", "/faults");
});

await client.destroy();

await step("logs in with two shards", async () => {
  const sharded = newClient({ shards: [0, 1], shardCount: 2 });
  const ready = once(sharded, Events.ClientReady);
  await sharded.login(token);
  await ready;
  same([sharded.ws.shards.size, sharded.guilds.cache.size], [2, 1]);
  await sharded.destroy();
});

process.exit(0);
