import { icon, make } from "./dom.js";
import { markdown } from "./markdown.js";
import { isDirect, nameOf, person, world } from "./world.js";

const BUTTON = 2, LINK_STYLE = 5;
const SELECTS = { 3: "options", 5: "members", 6: "roles", 8: "channels" };
const QUICK = ["👍", "❤️", "😂", "🎉", "🔥", "👀"];
const time = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const full = new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeStyle: "medium" });

export function avatar(id) {
  const bot = id === world.bot.id;
  const face = make("span", { class: bot ? "avatar bot" : "avatar", "aria-hidden": "true" }, [...nameOf(id)][0]?.toUpperCase() ?? "?");
  if (!bot) face.style.setProperty("--hue", String(Number(BigInt(id) % 9973n) * 47 % 360));
  return face;
}

const clock = (iso) => make("time", { datetime: iso, title: full.format(new Date(iso)) }, time.format(new Date(iso)));

function picture(what, source) {
  const link = make("a", { href: source.url, target: "_blank", rel: "noopener noreferrer" }, what);
  return make("div", { class: "small" }, link);
}

function drawEmbed(embed) {
  const box = make("div", { class: "embed" });
  if (embed.color) box.style.setProperty("--edge", "#" + embed.color.toString(16).padStart(6, "0"));
  if (embed.author) box.append(make("div", { class: "by" }, embed.author.name));
  if (embed.title) box.append(make("div", { class: "title" }, ...(embed.url ? [make("a", { href: embed.url, target: "_blank", rel: "noopener noreferrer" }, embed.title)] : markdown(embed.title))));
  if (embed.description) box.append(make("div", { class: "text" }, ...markdown(embed.description)));
  if (embed.fields?.length) {
    box.append(make("dl", {}, ...embed.fields.map((field) => make("div", { class: field.inline ? "inline" : undefined },
      make("dt", {}, ...markdown(field.name)), make("dd", { class: "text" }, ...markdown(field.value))))));
  }
  if (embed.image) box.append(picture("Picture", embed.image));
  if (embed.thumbnail) box.append(picture("Thumbnail", embed.thumbnail));
  const foot = [embed.footer?.text, embed.timestamp && full.format(new Date(embed.timestamp))].filter(Boolean).join(" · ");
  if (foot) box.append(make("div", { class: "small" }, foot));
  return box;
}

function drawButton(message, button, on) {
  const emoji = button.emoji && make("span", { class: "emoji" }, button.emoji.id ? `:${button.emoji.name}:` : button.emoji.name);
  const inside = [emoji, button.label].filter(Boolean);
  if (button.style === LINK_STYLE) return make("a", { class: "button style2", href: button.url, target: "_blank", rel: "noopener noreferrer" }, ...inside);
  return make("button", {
    type: "button", class: "button style" + button.style, disabled: Boolean(button.disabled) || isDirect(), "data-id": button.custom_id,
    "aria-label": button.label ? undefined : button.emoji?.name, onclick: (event) => on.use(event.currentTarget, message, button.custom_id),
  }, ...inside);
}

function drawSelect(message, menu, on) {
  const rows = menu.type === 3 ? menu.options : world.guild[SELECTS[menu.type]].map((one) => ({ label: one.nick ?? one.name, value: one.id }));
  const select = make("select", {
    "aria-label": menu.placeholder ?? "Choose", disabled: Boolean(menu.disabled) || isDirect(), "data-id": menu.custom_id, multiple: (menu.max_values ?? 1) > 1,
    onchange: (event) => !select.multiple && on.use(event.currentTarget, message, menu.custom_id, [select.value]),
  }, ...rows.map((row) => make("option", { value: row.value, selected: Boolean(row.default) }, row.label)));
  if (!select.multiple) {
    if (!rows.some((row) => row.default)) select.prepend(make("option", { value: "", disabled: true, selected: true }, menu.placeholder ?? "Choose"));
    return select;
  }
  const done = (event) => on.use(event.currentTarget, message, menu.custom_id, [...select.selectedOptions].map((row) => row.value));
  return make("span", { class: "several" }, select, make("button", { type: "button", class: "button style2", onclick: done }, "Choose"));
}

function drawRow(message, row, on) {
  const items = (row.components ?? []).map((item) => {
    if (item.type === BUTTON) return drawButton(message, item, on);
    return SELECTS[item.type] ? drawSelect(message, item, on) : undefined;
  });
  return make("div", { class: "row" }, ...items);
}

const shownEmoji = (key) => (/^\w+:\d+$/.test(key) ? `:${key.split(":")[0]}:` : key);

function drawReactions(message, on) {
  const chips = Object.entries(message.reactions ?? {}).map(([emoji, count]) => {
    const reactors = message.reactors?.[emoji] ?? [];
    const mine = reactors.includes(world.member?.id);
    const who = reactors.slice(0, 8).map(nameOf).join(", ") + (reactors.length > 8 ? ` and ${reactors.length - 8} more` : "");
    return make("button", {
      type: "button", class: "reaction", "aria-pressed": String(mine), title: who, "aria-label": `${shownEmoji(emoji)}, ${count}`, "data-id": "reaction-" + emoji,
      disabled: isDirect(), onclick: () => on.react(message, emoji, mine),
    }, make("span", { class: "emoji" }, shownEmoji(emoji)), String(count));
  });
  return chips.length ? make("div", { class: "row" }, ...chips) : undefined;
}

function drawTools(message, on) {
  const menu = make("div", { class: "quick", hidden: true });
  for (const emoji of QUICK) menu.append(make("button", { type: "button", "aria-label": "React with " + emoji, onclick: () => { menu.hidden = true; on.react(message, emoji, message.reactors?.[emoji]?.includes(world.member?.id)); } }, emoji));
  const open = make("button", { type: "button", class: "icon", "aria-label": "Add a reaction", "aria-expanded": "false", "data-id": "react" }, icon("smile"));
  open.addEventListener("click", () => { menu.hidden = !menu.hidden; open.setAttribute("aria-expanded", String(!menu.hidden)); });
  menu.addEventListener("keydown", (event) => { if (event.key === "Escape") { menu.hidden = true; open.setAttribute("aria-expanded", "false"); open.focus(); } });
  return make("div", { class: "tools" }, menu, open);
}

const thinking = () => make("div", { class: "thinking" }, make("span", { class: "dots", "aria-hidden": "true" }, make("i"), make("i"), make("i")), `${world.bot.name} is thinking…`);

const failure = (text) => make("p", { class: "failed" }, icon("alert"), text);

function usedBy(message) {
  const id = message.invokedBy;
  if (!id || !message.command) return undefined;
  return make("div", { class: "used" }, icon("turn"), avatar(id), make("b", {}, nameOf(id)), " used ", make("span", { class: "mention" }, "/" + message.command));
}

/** A message as an article; `on` says what its buttons do: use(button, message, customId, values), react(message, emoji, mine). */
export function draw(message, on) {
  const name = nameOf(message.authorId);
  const bot = person(message.authorId)?.bot || message.authorId === world.bot.id;
  const node = make("article", { "aria-label": `${name}, ${time.format(new Date(message.createdAt))}`, class: message.ephemeral ? "private" : undefined });
  const body = make("div", { class: "body" });
  const edited = message.editedAt && make("span", { class: "edited", title: full.format(new Date(message.editedAt)) }, "(edited)");
  body.append(make("div", { class: "who" }, make("b", {}, name), ...(bot ? [make("span", { class: "tag" }, "APP")] : []), clock(message.createdAt), message.content ? "" : edited ?? ""));
  if (message.loading) body.append(thinking());
  if (message.content) body.append(make("div", { class: "text" }, ...markdown(message.content), ...(edited ? [" ", edited] : [])));
  body.append(...(message.embeds ?? []).map(drawEmbed));
  body.append(...(message.attachments ?? []).map((file) => make("div", { class: "file" }, file.filename, make("span", { class: "small" }, ` ${file.size} bytes`))));
  body.append(...(message.components ?? []).map((row) => drawRow(message, row, on)));
  if (message.failed) body.append(failure(message.failed));
  const reactions = drawReactions(message, on);
  if (reactions) body.append(reactions);
  if (message.ephemeral) body.append(make("div", { class: "only" }, icon("eye"), `Only ${nameOf(world.member.id)} can see this`));
  const used = usedBy(message);
  if (used) node.append(used);
  node.append(make("div", { class: "line" }, avatar(message.authorId), body));
  if (!isDirect() && !message.ephemeral && !message.loading) node.append(drawTools(message, on));
  return node;
}
