import { Composer } from "./composer.js";
import { at, icon, make, soon } from "./dom.js";
import { avatar } from "./messages.js";
import { People } from "./people.js";
import { follow, post, put, remove } from "./sim.js";
import { Timeline } from "./timeline.js";
import { isDirect, load, nameOf, stand, topRole, world } from "./world.js";

const narrow = matchMedia("(max-width: 720px)");
const medium = matchMedia("(max-width: 1040px)");
const THEMES = ["system", "light", "dark"];
const unread = new Set();
const here = () => `/guilds/${world.guild.id}/channels/${world.channel.id}`;

const timeline = new Timeline({ use, react });
const composer = new Composer({ failed: (place, note) => timeline.fail(place, note), place: () => timeline.here });
const people = new People({ chosen: (id) => { showSide(); go({ member: id }); at("line").focus(); } });

async function use(button, message, customId, values) {
  if (button.getAttribute("aria-busy")) return;
  button.setAttribute("aria-busy", "true");
  timeline.use(message);
  try {
    const started = await post(here() + "/clicks", { userId: world.member.id, messageId: message.id, customId, ...(values && { values }) });
    const ended = await composer.watch(started, button.textContent || "a menu");
    if (ended.state === "failed") timeline.failUse(message, `This interaction failed. ${ended.error}`);
    else if (ended.modal) timeline.failUse(message, "The bot asked for a form, which the simulator does not show.");
  } catch (problem) {
    timeline.failUse(message, problem.message);
  } finally {
    button.removeAttribute("aria-busy");
  }
}

async function react(message, emoji, mine) {
  const path = `${here()}/messages/${message.id}/reactions/${encodeURIComponent(emoji)}?userId=${world.member.id}`;
  await (mine ? remove(path) : put(path)).catch((problem) => composer.hint(problem.message));
}

function go(place) {
  stand(place);
  composer.moved();
  draw();
  timeline.open();
}

function drawPlace(list, place, mark, label) {
  const own = place.id === world.channel.id;
  const dot = unread.has(place.id) && !own ? make("span", { class: "dot" }, make("span", { class: "sr" }, "unread")) : "";
  const button = make("button", { type: "button", "aria-current": own ? "page" : undefined, onclick: () => { showSide(); go({ channel: place.id }); at("line").focus(); } }, icon(mark), make("span", { class: "name" }, label), dot);
  list.append(make("li", {}, button));
}

function draw() {
  const { guild, channel, member, bot } = world;
  unread.delete(channel.id);
  at("guild").replaceChildren(...world.guilds.map((one) => new Option(one.name, one.id, false, one.id === guild.id)));
  at("guild").hidden = world.guilds.length < 2;
  at("guild-name").hidden = world.guilds.length > 1;
  at("guild-name").textContent = guild.name;
  at("channels").replaceChildren();
  at("directs").replaceChildren();
  guild.channels.forEach((one) => drawPlace(at("channels"), one, "hash", one.name));
  drawPlace(at("directs"), { id: "direct" }, "mail", bot.name);
  const kind = make("span", { class: "dim" }, isDirect() ? `to ${member?.name ?? "nobody"}` : channel.slowmodeSeconds ? `slow mode ${channel.slowmodeSeconds} s` : "");
  at("place").replaceChildren(icon(isDirect() ? "mail" : "hash"), make("span", { class: "name" }, channel.name), kind);
  document.title = `${isDirect() ? "@" : "#"}${channel.name} · ${guild.name}`;
  at("bot").className = bot.connected ? "online" : "offline";
  at("bot").textContent = bot.connected ? `${bot.name} is online` : `${bot.name} is offline`;
  at("me").replaceChildren(...(member ? [avatar(member.id), make("span", { class: "who" }, make("span", { class: "dim" }, "Speaking as"), make("b", {}, nameOf(member.id))), make("span", { class: "dim" }, topRole(member)?.name ?? "")] : ["Nobody to speak as"]));
  people.draw();
  composer.redraw();
}

/** Opens the channels, the people, or neither; on a wide screen the people stay until they are closed. */
function showSide(side) {
  const folded = medium.matches;
  const shown = { channels: !narrow.matches || side === "channels", people: folded ? side === "people" : !document.body.classList.contains("alone") };
  for (const [name, open] of Object.entries(shown)) {
    at(name + "-side").classList.toggle("open", open);
    at(name + "-side").inert = !open;
    at("open-" + name).setAttribute("aria-expanded", String(open));
  }
  at("shade").hidden = !(side && folded);
}

function togglePeople() {
  const open = at("people-side").classList.contains("open");
  if (!medium.matches) { document.body.classList.toggle("alone", open); showSide(); } else showSide(open ? undefined : "people");
  if (!open) at("people-search").focus();
}

function theme(next) {
  if (next) { try { localStorage.setItem("theme", next); } catch { /* a private window keeps nothing */ } }
  let chosen = next;
  try { chosen ??= localStorage.getItem("theme"); } catch { /* as above */ }
  chosen = THEMES.includes(chosen) ? chosen : "system";
  document.documentElement.dataset.theme = chosen;
  at("theme").setAttribute("aria-label", `Theme: ${chosen}`);
  at("theme").title = `Theme: ${chosen}`;
}

function connection(text, kind) {
  at("connection").textContent = text;
  at("connection").className = kind ?? "";
  at("connection").hidden = !text;
}

let started = false, away = false;

async function opened() {
  try {
    await load();
    draw();
    await timeline.open();
  } catch (problem) {
    connection(problem.message, "lost");
    setTimeout(opened, 1000);
    return;
  }
  if (away) {
    connection("Connected again. A restarted simulator has forgotten earlier messages.", "back");
    setTimeout(() => { if (!away) connection(""); }, 5000);
  } else connection("");
  away = false;
  if (!started) { started = true; document.body.classList.add("ready"); if (!narrow.matches) at("line").focus(); }
}

const reload = soon(150, async () => {
  const { guild, channel, member } = world;
  await load().catch(() => {});
  draw();
  if (world.guild.id !== guild.id || world.channel.id !== channel.id || world.member?.id !== member?.id) timeline.open();
});

function changed(change) {
  if (!started) return;
  if (change.type === "interaction") { composer.settled(change.id); return; }
  if (!change.type.startsWith("message")) { reload(); return; }
  timeline.changed(change);
  const elsewhere = change.guildId === world.guild.id && change.channelId !== world.channel.id && (!change.userId || change.userId === world.member?.id);
  if (change.type === "message" && elsewhere) noteUnread(change.channelId);
  if (change.type === "message" && !change.guildId && !isDirect() && change.userId === world.member?.id) noteUnread("direct");
}

function noteUnread(id) {
  if (unread.has(id)) return;
  unread.add(id);
  draw();
}

at("guild").addEventListener("change", () => go({ guild: at("guild").value }));
at("me").addEventListener("click", () => { if (!at("people-side").classList.contains("open")) togglePeople(); at("people-search").focus(); });
at("open-people").addEventListener("click", togglePeople);
at("open-channels").addEventListener("click", () => showSide("channels"));
at("shade").addEventListener("click", () => showSide());
at("theme").addEventListener("click", () => theme(THEMES[(THEMES.indexOf(document.documentElement.dataset.theme) + 1) % THEMES.length]));
for (const query of [narrow, medium]) query.addEventListener("change", () => showSide());
window.addEventListener("hashchange", () => { const place = new URLSearchParams(location.hash.slice(1)); go({ guild: place.get("guild"), channel: place.get("channel"), member: place.get("member") }); });
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !at("shade").hidden) { showSide(); at("line").focus(); }
  const typing = event.target.closest?.("input, select, textarea, button, a");
  if (event.key === "/" && !typing) { event.preventDefault(); at("line").focus(); at("line").value = "/"; composer.update(); }
});

theme();
showSide();
follow({
  opened,
  lost: () => { away = true; connection("The simulator cannot be reached. Trying again…", "lost"); },
  changed,
});
