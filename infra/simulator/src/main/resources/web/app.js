const at = (id) => document.getElementById(id);
const base = "/sim/v1";
let state, guild;

async function call(path, body) {
  const answer = await fetch(base + path, body && { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  const json = await answer.json();
  if (!answer.ok) throw new Error(json.detail || json.title);
  return json;
}

function make(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

function tell(problem) {
  at("problem").textContent = problem;
  at("problem").hidden = !problem;
}

const nameOf = (id) => guild.members.find((member) => member.id === id)?.name ?? "Mitchbot";

function when(seconds) {
  const minutes = Math.round((seconds * 1000 - Date.now()) / 60000);
  const words = new Intl.RelativeTimeFormat("en");
  return Math.abs(minutes) < 90 ? words.format(minutes, "minute") : words.format(Math.round(minutes / 60), "hour");
}

function write(node, text) {
  for (const part of text.split(/(\*\*[^*]+\*\*|<@!?\d+>|<t:\d+(?::\w)?>)/)) {
    if (part.startsWith("**")) { const bold = make("strong"); write(bold, part.slice(2, -2)); node.append(bold); }
    else if (part.startsWith("<@")) node.append(make("span", "mention", "@" + nameOf(part.replace(/\D/g, ""))));
    else if (part.startsWith("<t:")) node.append(when(Number(part.split(":")[1].replace(">", ""))));
    else node.append(part);
  }
  return node;
}

function drawEmbed(embed) {
  const box = make("div", "embed");
  if (embed.color) box.style.borderColor = "#" + embed.color.toString(16).padStart(6, "0");
  if (embed.title) box.append(make("strong", "", embed.title), "\n");
  if (embed.description) write(box, embed.description);
  for (const field of embed.fields ?? []) { box.append("\n", make("strong", "", field.name), "\n"); write(box, field.value); }
  if (embed.footer) box.append(make("div", "dim", embed.footer.text));
  return box;
}

function drawButton(message, button) {
  const node = make("button", "style" + button.style, (button.emoji?.name ? button.emoji.name + " " : "") + (button.label ?? ""));
  node.disabled = Boolean(button.disabled);
  node.addEventListener("click", () => act("clicks", { userId: at("member").value, messageId: message.id, customId: button.custom_id }));
  return node;
}

function draw(message) {
  const node = make("article");
  node.append(make("span", "author", nameOf(message.authorId)), make("span", "dim", "  " + new Date(message.createdAt).toLocaleTimeString()));
  if (message.content) node.append(write(make("div"), message.content));
  (message.embeds ?? []).forEach((embed) => node.append(drawEmbed(embed)));
  for (const row of message.components ?? []) {
    const line = make("div");
    (row.components ?? []).forEach((button) => line.append(drawButton(message, button)));
    node.append(line);
  }
  if (message.ephemeral) node.append(make("div", "dim", "Only you can see this"));
  return node;
}

async function drawMessages() {
  const messages = await call(`/guilds/${guild.id}/channels/${at("channel").value}/messages?limit=50&userId=${at("member").value}`);
  at("messages").replaceChildren(...messages.reverse().map(draw));
  at("messages").scrollTop = at("messages").scrollHeight;
}

async function act(what, body) {
  tell("");
  try {
    const done = await call(`/guilds/${guild.id}/channels/${at("channel").value}/${what}`, body);
    if (done.error) tell(typeof done.error === "string" ? done.error : JSON.stringify(done.error));
    await drawMessages();
    return true;
  } catch (problem) { tell(problem.message); return false; }
}

const value = (option, text) => {
  if (option.type === 6) return guild.members.find((member) => member.name === text.replace(/^@/, ""))?.id ?? text;
  if (option.type === 4 || option.type === 10) return Number(text);
  return option.type === 5 ? text === "true" : text;
};

function parse(line) {
  const [name, ...words] = line.slice(1).trim().split(/\s+/);
  const command = state.commands.find((one) => one.name === name);
  if (!command) throw new Error(`No command /${name}`);
  const sub = (command.options ?? []).find((option) => option.type === 1 && option.name === words[0]);
  const options = (sub ?? command).options ?? [];
  const given = {};
  let last;
  (sub ? words.slice(1) : words).forEach((word, place) => {
    const [key, ...rest] = word.split(":");
    const named = rest.length && options.find((option) => option.name === key);
    if (named) { last = named; given[key] = rest.join(":"); }
    else if (last?.type === 3) given[last.name] += " " + word;
    else if (options[place]) { last = options[place]; given[last.name] = word; }
  });
  for (const option of options) if (given[option.name] !== undefined) given[option.name] = value(option, given[option.name]);
  return { command: name, options: given, ...(sub && { subcommand: sub.name }) };
}

function hint() {
  const line = at("line").value;
  const found = line.startsWith("/") ? state.commands.flatMap((command) => {
    const subs = (command.options ?? []).filter((option) => option.type === 1);
    return (subs.length ? subs : [undefined]).map((sub) => ({ text: "/" + command.name + (sub ? " " + sub.name : ""), of: sub ?? command }));
  }).filter((one) => one.text.startsWith(line) || line.startsWith(one.text + " ")) : [];
  at("hints").replaceChildren(...found.map((one) => {
    const options = (one.of.options ?? []).map((option) => option.name + ":" + (option.required ? "" : "?")).join(" ");
    const item = make("li", "", `${one.text} ${options}`);
    item.append(make("span", "dim", "  " + one.of.description));
    item.addEventListener("click", () => { at("line").value = one.text + " "; at("line").focus(); hint(); });
    return item;
  }));
}

async function drawState() {
  state = await call("/state");
  guild = state.guilds[0];
  at("guild").textContent = guild.name;
  at("bot").textContent = state.bot.connected ? "bot online" : "bot offline";
  const fill = (select, rows) => { const kept = select.value; select.replaceChildren(...rows.map((row) => new Option(row.name, row.id))); if (kept) select.value = kept; };
  fill(at("channel"), guild.channels);
  fill(at("member"), guild.members.filter((member) => !member.bot));
}

at("line").addEventListener("input", hint);
at("channel").addEventListener("change", drawMessages);
at("member").addEventListener("change", drawMessages);
at("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const line = at("line").value.trim();
  if (!line) return;
  try {
    const userId = at("member").value;
    const done = line.startsWith("/") ? await act("commands", { userId, ...parse(line) }) : await act("messages", { userId, content: line });
    if (done) { at("line").value = ""; hint(); }
  } catch (problem) { tell(problem.message); }
});

begin();
async function begin() {
  await drawState();
  await drawMessages();
  let due;
  new EventSource(base + "/stream").onmessage = (event) => {
    const change = JSON.parse(event.data);
    clearTimeout(due);
    due = setTimeout(async () => { if (!change.type.startsWith("message")) await drawState(); await drawMessages(); }, 60);
  };
}
