import { make } from "./dom.js";
import { nameOf, world } from "./world.js";

const INLINE = new RegExp([
  /```(?:[\w+-]+\n)?(?<block>[\s\S]+?)```/, /`(?<code>[^`\n]+)`/, /\|\|(?<spoiler>[\s\S]+?)\|\|/, /\*\*(?<bold>[\s\S]+?)\*\*/, /__(?<underlined>[\s\S]+?)__/,
  /~~(?<struck>[\s\S]+?)~~/, /\*(?<leaning>[^*\s](?:[^*]*[^*\s])?)\*/, /(?<![\w])_(?<sloped>[^_\s](?:[^_]*[^_\s])?)_(?![\w])/,
  /<@!?(?<user>\d+)>/, /<@&(?<role>\d+)>/, /<#(?<channel>\d+)>/, /<t:(?<time>-?\d{1,13})(?::(?<style>[tTdDfFR]))?>/, /<a?:(?<emoji>\w+):\d+>/,
  /\[(?<label>[^\]\n]+)\]\((?<target>https?:\/\/[^\s)]+)\)/, /(?<url>https?:\/\/[^\s<>]+[^\s<>.,;:!?)"'])/, /\\(?<literal>[*_~`|\\#>-])/,
].map((part) => part.source).join("|"), "u");

const WRAPPED = { spoiler: "spoiler", bold: "strong", underlined: "u", struck: "s", leaning: "em", sloped: "em" };
const TIMES = {
  t: { timeStyle: "short" }, T: { timeStyle: "medium" }, d: { dateStyle: "short" }, D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" }, F: { dateStyle: "full", timeStyle: "short" },
};
const UNITS = [["year", 31_557_600], ["month", 2_629_800], ["day", 86_400], ["hour", 3_600], ["minute", 60], ["second", 1]];
const relative = new Intl.RelativeTimeFormat("en", { numeric: "always" });

function ago(seconds) {
  const away = seconds - Date.now() / 1000;
  const [unit, size] = UNITS.find(([, length]) => Math.abs(away) >= length * 0.95) ?? UNITS.at(-1);
  return relative.format(Math.round(away / size), unit);
}

function moment(seconds, style) {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return String(seconds);
  const full = date.toLocaleString("en-GB", TIMES.F);
  const text = style === "R" ? ago(seconds) : date.toLocaleString("en-GB", TIMES[style]);
  return make("time", { datetime: date.toISOString(), title: full, "data-ago": style === "R" && String(seconds) }, text);
}

setInterval(() => {
  for (const time of document.querySelectorAll("time[data-ago]")) time.textContent = ago(Number(time.dataset.ago));
}, 15_000);

const mention = (text) => make("span", { class: "mention" }, text);
const link = (href, ...label) => make("a", { href, target: "_blank", rel: "noopener noreferrer" }, ...label);

function spoiler(text) {
  const cover = make("button", { type: "button", class: "spoiler", "aria-label": "Show the spoiler" }, ...inline(text));
  cover.addEventListener("click", () => { cover.classList.add("shown"); cover.removeAttribute("aria-label"); });
  return cover;
}

function part({ groups }) {
  for (const [name, tag] of Object.entries(WRAPPED)) {
    if (groups[name] !== undefined) return tag === "spoiler" ? spoiler(groups[name]) : make(tag, {}, ...inline(groups[name]));
  }
  if (groups.block !== undefined) return make("pre", {}, make("code", {}, groups.block));
  if (groups.code !== undefined) return make("code", {}, groups.code);
  if (groups.user) return mention("@" + nameOf(groups.user));
  if (groups.role) return mention("@" + (world.guild.roles.find((role) => role.id === groups.role)?.name ?? "a role that is gone"));
  if (groups.channel) return mention("#" + (world.guild.channels.find((channel) => channel.id === groups.channel)?.name ?? "a channel that is gone"));
  if (groups.time) return moment(Number(groups.time), groups.style ?? "f");
  if (groups.emoji) return `:${groups.emoji}:`;
  if (groups.label) return link(groups.target, ...inline(groups.label));
  return groups.url ? link(groups.url, groups.url) : groups.literal;
}

function inline(text) {
  const parts = [];
  let rest = text;
  for (let found = INLINE.exec(rest); found; found = INLINE.exec(rest)) {
    if (found.index) parts.push(rest.slice(0, found.index));
    parts.push(part(found));
    rest = rest.slice(found.index + found[0].length);
  }
  if (rest) parts.push(rest);
  return parts;
}

const LINES = [
  [/^(#{1,3}) (.+)$/, (found) => make("div", { class: "heading", role: "heading", "aria-level": String(found[1].length + 2), "data-size": found[1].length.toString() }, ...inline(found[2]))],
  [/^-# (.+)$/, (found) => make("div", { class: "small" }, ...inline(found[1]))],
  [/^> (.*)$/, (found) => make("blockquote", {}, ...inline(found[1]))],
  [/^\s*[-*] (.+)$/, (found) => make("div", { class: "bullet" }, ...inline(found[1]))],
];

/** Discord's markdown as nodes; nothing in the text is ever read as HTML. */
export function markdown(text) {
  if (text.includes("```")) return inline(text);
  const nodes = [];
  let plain = [];
  const flush = () => { if (plain.length) nodes.push(...inline(plain.join("\n"))); plain = []; };
  for (const line of text.split("\n")) {
    const [pattern, draw] = LINES.find(([start]) => start.test(line)) ?? [];
    if (!pattern) { plain.push(line); continue; }
    flush();
    nodes.push(draw(pattern.exec(line)));
  }
  flush();
  return nodes;
}
