import { get } from "./sim.js";

const ADMINISTRATOR = 1n << 3n;
const PERMISSIONS = [
  [1n << 1n, "Kick Members"], [1n << 2n, "Ban Members"], [1n << 3n, "Administrator"], [1n << 4n, "Manage Channels"],
  [1n << 5n, "Manage Server"], [1n << 13n, "Manage Messages"], [1n << 28n, "Manage Roles"], [1n << 40n, "Moderate Members"],
];
const known = new Map();

/** What there is, and where the reader stands in it: a server, a member to speak as, a channel or the direct messages. */
export const world = { bot: { id: "", name: "Mitchbot" }, guilds: [], commands: [], guild: undefined, member: undefined, channel: undefined };

export async function load() {
  const state = await get("/state");
  Object.assign(world, { bot: state.bot, guilds: state.guilds, commands: state.commands.filter((command) => (command.type ?? 1) === 1) });
  state.guilds.forEach((guild) => guild.members.forEach((member) => known.set(member.id, member)));
  const place = new URLSearchParams(location.hash.slice(1));
  stand({ guild: place.get("guild"), member: place.get("member"), channel: place.get("channel") });
}

/** Goes somewhere; what is not named, or gone, falls back to the first. */
export function stand({ guild, member, channel }) {
  const find = (list, id, or) => list.find((one) => one.id === id) ?? list.find((one) => one.id === or?.id) ?? list[0];
  world.guild = find(world.guilds, guild, world.guild);
  world.member = find(world.guild.members.filter((one) => !one.bot), member, world.member);
  const direct = { id: "direct", name: world.bot.name };
  world.channel = find([...world.guild.channels, direct], channel, world.channel);
  const place = new URLSearchParams({ guild: world.guild.id, channel: world.channel.id, member: world.member?.id ?? "" });
  history.replaceState(undefined, "", "#" + place);
}

/** What can be used here: the server's own commands, and those for all servers that they do not replace. */
export function commandsHere() {
  const own = world.commands.filter((command) => command.guild_id === world.guild?.id);
  return [...own, ...world.commands.filter((command) => !command.guild_id && !own.some((one) => one.name === command.name))];
}

export const isDirect = () => world.channel.id === "direct";

export const person = (id) => world.guild?.members.find((member) => member.id === id) ?? known.get(id);

export function nameOf(id) {
  const member = person(id);
  if (member) return member.nick ?? member.name;
  return id === world.bot.id ? world.bot.name : "somebody unknown";
}

export function topRole(member) {
  return world.guild.roles
    .filter((role) => member.roles.includes(role.id))
    .reduce((top, role) => (top && top.position > role.position ? top : role), undefined);
}

/** The names of the permissions that a command wants and this member lacks. */
export function lacking(command, member) {
  const needed = BigInt(command.default_member_permissions ?? 0);
  if (!needed || !member || member.id === world.guild.ownerId) return [];
  const granted = world.guild.roles
    .filter((role) => role.id === world.guild.id || member.roles.includes(role.id))
    .reduce((bits, role) => bits | BigInt(role.permissions), 0n);
  if (granted & ADMINISTRATOR) return [];
  return PERMISSIONS.filter(([bit]) => needed & bit && !(granted & bit)).map(([, name]) => name);
}
