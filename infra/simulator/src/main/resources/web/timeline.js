import { at, make, soon } from "./dom.js";
import { draw } from "./messages.js";
import { get } from "./sim.js";
import { isDirect, world } from "./world.js";

const PAGE = 60;
const KEPT_WHILE_FOLLOWING = 240;
const NEAR_PX = 90;
const TOGETHER_MS = 5 * 60_000;
const day = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", year: "numeric" });

const byId = (a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1);

/** The messages of where the reader stands, kept as the simulator has them. */
export class Timeline {
  box = at("messages");
  entries = new Map();
  failures = new Map();
  notes = new Map();
  touched = new Set();
  complete = false;
  loading = false;
  visit = 0;

  constructor(on) {
    this.on = on;
    this.refresh = soon(60, () => this.catchUp());
    this.box.addEventListener("scroll", () => this.scrolled(), { passive: true });
    new ResizeObserver(() => { if (this.following) this.toEnd(); }).observe(this.box);
    at("newest").addEventListener("click", () => { this.following = true; this.toEnd(); this.refresh(); });
    this.following = true;
  }

  get here() { return `${world.guild.id}/${world.channel.id}/${world.member?.id}`; }

  async fetch(limit, before) {
    const member = world.member?.id ?? "";
    if (isDirect()) {
      const all = member ? await get(`/guilds/${world.guild.id}/direct-messages/${member}`) : [];
      return all.filter((message) => !before || BigInt(message.id) < BigInt(before)).slice(0, limit);
    }
    const path = `/guilds/${world.guild.id}/channels/${world.channel.id}/messages?limit=${limit}`;
    return get(path + (member && `&userId=${member}`) + (before ? `&before=${before}` : ""));
  }

  /** Forgets what was shown, and shows the newest of where the reader stands now. */
  async open() {
    const visit = ++this.visit;
    this.box.setAttribute("aria-busy", "true");
    const messages = await this.fetch(PAGE).catch((problem) => problem);
    if (visit !== this.visit) return;
    this.box.removeAttribute("aria-busy");
    this.entries.clear();
    this.touched.clear();
    this.box.replaceChildren();
    if (messages instanceof Error) { this.box.dataset.empty = messages.message; return; }
    this.complete = messages.length < PAGE;
    this.following = true;
    this.show(messages);
    this.toEnd();
  }

  changed(change) {
    if (isDirect() ? change.guildId : change.channelId !== world.channel.id) return;
    if (change.userId && change.userId !== world.member?.id) return;
    if (change.type === "message-deleted") this.drop(change.id);
    else if (change.type === "message-updated" && this.entries.has(change.id)) this.touched.add(change.id);
    this.refresh();
  }

  /** Brings in what is new, and each shown message that changed. */
  async catchUp() {
    const visit = this.visit;
    const touched = [...this.touched];
    this.touched.clear();
    const newest = await this.fetch(PAGE).catch(() => undefined);
    if (visit !== this.visit) return;
    if (!newest) { setTimeout(this.refresh, 1000); return; }
    const known = new Set(newest.map((message) => message.id));
    const further = await Promise.all(touched.filter((id) => !known.has(id) && this.entries.has(id)).slice(0, 20).map((id) => this.one(id)));
    if (visit !== this.visit) return;
    const gap = newest.length === PAGE && this.entries.size > 0 && ![...this.entries.keys()].some((id) => known.has(id));
    if (gap) {
      [...this.entries.keys()].forEach((id) => this.forget(id));
      this.complete = false;
    }
    this.show([...newest, ...further.filter(Boolean)]);
    if (this.following) this.toEnd();
  }

  one(id) {
    return isDirect() ? undefined : get(`/guilds/${world.guild.id}/channels/${world.channel.id}/messages/${id}?userId=${world.member?.id}`).catch(() => undefined);
  }

  async older() {
    const oldest = [...this.entries.values()].map((entry) => entry.message).filter((message) => !message.local).sort(byId)[0];
    if (this.complete || this.loading || !oldest) return;
    this.loading = true;
    const visit = this.visit;
    const messages = await this.fetch(PAGE, oldest.id).catch(() => undefined);
    this.loading = false;
    if (visit !== this.visit || !messages) return;
    this.complete = messages.length < PAGE;
    const below = this.box.scrollHeight - this.box.scrollTop;
    this.show(messages);
    this.box.scrollTop = this.box.scrollHeight - below;
  }

  /** Shows an attempt that came to nothing, to the member who made it. */
  fail(place, note) {
    const list = this.notes.get(place) ?? [];
    this.notes.set(place, [...list, note].slice(-50));
    if (place === this.here) { this.show([]); this.toEnd(); }
  }

  failUse(message, why) {
    this.failures.set(message.id, why);
    this.show([{ ...message }]);
    if (this.following) this.toEnd();
  }

  use(message) { this.failures.delete(message.id); }

  show(messages) {
    const oldest = [...this.entries.values()].map((entry) => entry.message).concat(messages).filter((message) => !message.local).sort(byId)[0];
    const notes = (this.notes.get(this.here) ?? []).filter((note) => this.complete || !oldest || byId(oldest, note) < 0);
    for (const message of [...messages, ...notes]) this.put(message);
    this.trim();
    this.arrange();
  }

  put(fresh) {
    const message = { ...fresh, failed: fresh.failed ?? this.failures.get(fresh.id) };
    const key = JSON.stringify(message);
    const shown = this.entries.get(message.id);
    if (shown?.key === key) return;
    const node = draw(message, this.on);
    if (shown) this.replace(shown.node, node);
    this.entries.set(message.id, { message, key, node, day: shown?.day });
  }

  /** Keeps the focus on the same button of the message, if it is still there. */
  replace(old, node) {
    const focused = old.contains(document.activeElement) ? document.activeElement.dataset.id : undefined;
    old.replaceWith(node);
    if (focused === undefined) return;
    const same = [...node.querySelectorAll("[data-id]")].find((one) => one.dataset.id === focused && !one.disabled);
    (same ?? node.querySelector(".row button:not(:disabled)") ?? this.box).focus({ preventScroll: true });
  }

  drop(id) {
    this.forget(id);
    this.arrange();
  }

  forget(id) {
    this.entries.get(id)?.node.remove();
    this.entries.get(id)?.day?.remove();
    this.entries.delete(id);
  }

  trim() {
    if (!this.following || this.entries.size <= KEPT_WHILE_FOLLOWING) return;
    const ordered = [...this.entries.values()].map((entry) => entry.message).sort(byId);
    ordered.slice(0, -KEPT_WHILE_FOLLOWING).forEach((message) => this.forget(message.id));
    this.complete = false;
  }

  arrange() {
    const ordered = [...this.entries.values()].sort((a, b) => byId(a.message, b.message));
    const wanted = [];
    let before;
    for (const entry of ordered) {
      const { message, node } = entry;
      const date = day.format(new Date(message.createdAt));
      const anew = !before || day.format(new Date(before.createdAt)) !== date;
      node.classList.toggle("more", !anew && !message.command && before.authorId === message.authorId && before.ephemeral === message.ephemeral
        && new Date(message.createdAt) - new Date(before.createdAt) < TOGETHER_MS);
      if (anew) wanted.push(entry.day ??= make("div", { class: "day" }, date));
      else { entry.day?.remove(); entry.day = undefined; }
      wanted.push(node);
      before = message;
    }
    let place = this.box.firstChild;
    for (const node of wanted) {
      if (node === place) place = node.nextSibling;
      else this.box.insertBefore(node, place);
    }
    this.box.dataset.empty = ordered.length ? "" : isDirect() ? `${world.bot.name} has not written to ${world.member?.name ?? "anybody"}.` : "Nothing was said here yet. Type / to see what the bot can do.";
  }

  scrolled() {
    const left = this.box.scrollHeight - this.box.scrollTop - this.box.clientHeight;
    this.following = left < NEAR_PX;
    at("newest").hidden = this.following;
    if (this.box.scrollTop < 400) this.older();
  }

  toEnd() {
    this.box.scrollTop = this.box.scrollHeight;
    at("newest").hidden = true;
  }
}
