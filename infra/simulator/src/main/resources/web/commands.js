import { commandsHere, lacking, nameOf, world } from "./world.js";

const SUBCOMMAND = 1, GROUP = 2, STRING = 3, INTEGER = 4, BOOLEAN = 5, USER = 6, CHANNEL = 7, ROLE = 8, MENTIONABLE = 9, NUMBER = 10;
const SHOWN_MAX = 50;

const nested = (options) => (options ?? []).some((option) => option.type <= GROUP);
const same = (a, b) => a.toLowerCase() === b.toLowerCase();
const bare = (text) => text.replace(/^[@#]/, "").toLowerCase();

/** Every command and subcommand as it is typed. */
function paths(command) {
  const below = (options, path) => options.flatMap((option) => {
    const further = [...path, option.name];
    return option.type === GROUP ? below(option.options ?? [], further) : [{ command, path: further, of: option }];
  });
  return nested(command.options) ? below(command.options, []) : [{ command, path: [], of: command }];
}

const typed = ({ command, path }) => "/" + [command.name, ...path].join(" ");

/** What an option can be, with the text that stands for it; undefined when anything goes. */
function labels(option, learnt) {
  const people = () => [...world.guild.members].sort((a, b) => Number(a.bot ?? false) - Number(b.bot ?? false)).map((member) => ({ text: "@" + nameOf(member.id), also: member.name, value: member.id, member }));
  const roles = () => world.guild.roles.map((role) => ({ text: "@" + role.name.replace(/^@/, ""), value: role.id, role }));
  if (option.choices?.length) return option.choices.map((choice) => ({ text: choice.name, also: String(choice.value), value: choice.value }));
  if (option.autocomplete) return learnt.get(option.name) ?? [];
  switch (option.type) {
    case BOOLEAN: return [{ text: "true", value: true }, { text: "false", value: false }];
    case USER: return people();
    case ROLE: return roles();
    case MENTIONABLE: return [...people(), ...roles()];
    case CHANNEL: return world.guild.channels.map((channel) => ({ text: "#" + channel.name, value: channel.id, channel }));
    default: return undefined;
  }
}

export function expectation(option) {
  const from = option.min_value, to = option.max_value >= Number.MAX_SAFE_INTEGER ? undefined : option.max_value;
  const range = from === undefined ? (to === undefined ? "" : `, ${to} or less`) : to === undefined ? `, ${from} or more` : `, ${from} to ${to}`;
  if (option.choices?.length) return option.choices.length > 6 ? "one of the choices" : "one of " + option.choices.map((choice) => choice.name).join(", ");
  switch (option.type) {
    case INTEGER: return "a whole number" + range;
    case NUMBER: return "a number" + range;
    case BOOLEAN: return "true or false";
    case USER: return "a member";
    case CHANNEL: return "a channel";
    case ROLE: return "a role";
    case MENTIONABLE: return "a member or role";
    default: return "text";
  }
}

function number(option, text) {
  const value = Number(text.replace(/[,_](?=\d{3}\b)/g, ""));
  const whole = option.type === NUMBER || Number.isInteger(value);
  const fits = value >= (option.min_value ?? -Infinity) && value <= (option.max_value ?? Infinity);
  return text && whole && fits ? { value } : { problem: `${option.name} must be ${expectation(option)}; “${text}” is not.` };
}

function resolve(option, text, learnt) {
  const offered = labels(option, learnt);
  const mentioned = /^<(?:@[!&]?|#)(\d+)>$/.exec(text)?.[1];
  const found = offered?.find((label) => (mentioned ? label.value === mentioned : same(label.text, text)))
    ?? offered?.find((label) => bare(label.text) === bare(text) || (label.also !== undefined && same(label.also, bare(text))) || label.value === text);
  if (found) return { value: found.value };
  if (option.type === INTEGER || option.type === NUMBER) return number(option, text);
  if (option.type === STRING && !option.choices?.length) return text ? { value: text } : { problem: `${option.name} is empty.` };
  return { problem: `${option.name} must be ${expectation(option)}; “${text}” is none here.` };
}

/** Where a value that starts the text ends: a quoted one at its quote, free text at the next named option, a name with blanks where it stops to be one. */
function valueEnd(option, text, options, learnt) {
  if (text.startsWith('"')) return text.indexOf('"', 1) < 0 ? text.length : text.indexOf('"', 1) + 1;
  const next = new RegExp(`\\s+(?:${options.map((one) => one.name).join("|")}):`).exec(text);
  const limit = next ? next.index : text.length;
  if (option.type === STRING && !option.choices?.length) return limit;
  let end = text.search(/\s|$/);
  const offered = labels(option, learnt) ?? [];
  for (let further = end; further < limit;) {
    const blank = text.slice(further + 1).search(/\s|$/);
    further = Math.min(limit, further + 1 + blank);
    const so = bare(text.slice(0, further));
    if (!offered.some((label) => bare(label.text).startsWith(so))) break;
    if (so.trim() === so && blank) end = further;
  }
  return end;
}

const unquoted = (text) => (text.startsWith('"') ? text.replace(/^"|"$/g, "") : text);

function readOptions(line, from, options, learnt) {
  const given = new Map();
  let at = from, focus, extra = "";
  while (at < line.length) {
    at += line.slice(at).search(/\S|$/);
    const rest = line.slice(at);
    if (!rest) break;
    const name = /^([^\s:]+):\s*/.exec(rest);
    const named = name && options.find((option) => option.name === name[1]);
    const option = named || options.find((one) => !given.has(one.name));
    if (!option) { extra = rest; at = line.length; break; }
    const start = at + (named ? name[0].length : 0);
    const end = start + valueEnd(option, line.slice(start), options, learnt);
    const text = unquoted(line.slice(start, end));
    given.set(option.name, { option, text, start, end, ...resolve(option, text, learnt) });
    focus = { kind: "option", option, text, start };
    at = Math.max(end, at + 1);
    if (end < line.length) focus = undefined;
  }
  const next = options.find((option) => !given.has(option.name));
  if (!focus && !extra && next) focus = { kind: "option", option: next, text: "", start: line.length };
  return { given, focus, extra };
}

/**
 * Reads a line that starts with a slash.
 * learnt: what the bot offered for options that it completes, by option name.
 */
export function read(line, learnt = new Map()) {
  const word = /^\/(\S*)/.exec(line);
  const command = commandsHere().find((one) => same(one.name, word[1]));
  const naming = { kind: "command", text: line, start: 0 };
  if (!command) return { focus: naming, given: new Map(), problem: word[1] ? `There is no command /${word[1]}. Type / to see what there is.` : "Type a command's name." };
  let at = word[0].length, options = command.options ?? [];
  const path = [];
  while (nested(options)) {
    const next = /^\s+(\S*)/.exec(line.slice(at));
    const found = next && options.find((option) => option.name === next[1]);
    if (!found) {
      const offered = options.map((option) => option.name).join(", ");
      const said = [command.name, ...path].join(" ");
      return { command, path, focus: naming, given: new Map(), problem: next?.[1] ? `/${said} has no ${next[1]}; it has ${offered}.` : `/${said} needs one of ${offered}.` };
    }
    path.push(found.name);
    options = found.options ?? [];
    at += next[0].length;
  }
  if (at === line.length) return { command, path, options, focus: naming, given: new Map(), problem: missing(command, path, options, new Map()) };
  const { given, focus, extra } = readOptions(line, at, options, learnt);
  const wrong = [...given.values()].find((value) => value.problem)?.problem;
  const much = extra && `/${[command.name, ...path].join(" ")} does not know what “${extra}” is for.`;
  return { command, path, options, given, focus, problem: missing(command, path, options, given) || wrong || much || undefined };
}

function missing(command, path, options, given) {
  const option = options.find((one) => one.required && !given.has(one.name));
  return option && `/${[command.name, ...path].join(" ")} needs ${option.name}: ${expectation(option)}.`;
}

function matching(items, query, textOf) {
  const starts = items.filter((item) => textOf(item).some((text) => text.startsWith(query)));
  const contains = items.filter((item) => !starts.includes(item) && textOf(item).some((text) => text.includes(query)));
  return [...starts, ...contains].slice(0, SHOWN_MAX);
}

function offerCommands(line) {
  const query = line.slice(1).toLowerCase().replace(/\s+/g, " ");
  const all = commandsHere().flatMap(paths).sort((a, b) => typed(a).localeCompare(typed(b)));
  return matching(all, query, (one) => [typed(one).slice(1).toLowerCase() + (query.endsWith(" ") ? " " : "")]).map((one) => ({
    text: typed(one), start: 0, detail: one.of.description, options: one.of.options ?? [], lacking: lacking(one.command, world.member),
    takesMore: (one.of.options ?? []).length > 0,
  }));
}

/** What could stand where the reader's cursor is. */
export function offers(focus, learnt) {
  if (!focus) return [];
  if (focus.kind === "command") return offerCommands(focus.text);
  const offered = labels(focus.option, learnt);
  if (!offered) return [];
  if (focus.option.autocomplete) return offered.slice(0, SHOWN_MAX).map((label) => ({ ...label, start: focus.start, takesMore: true }));
  const twice = (label) => offered.some((other) => other !== label && same(other.text, label.text));
  return matching(offered, bare(focus.text), (label) => [bare(label.text), (label.also ?? "").toLowerCase()])
    .map((label) => ({ ...label, insert: twice(label) ? (label.role ? `<@&${label.value}>` : `<@${label.value}>`) : undefined, start: focus.start, takesMore: true }));
}
