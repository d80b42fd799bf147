import { at, icon, make } from "./dom.js";
import { expectation, offers, read } from "./commands.js";
import { avatar } from "./messages.js";
import { outcome, post } from "./sim.js";
import { isDirect, nameOf, world } from "./world.js";

const ASK_AFTER_MS = 150;
const RECALLED_MAX = 50;

/** The box in which a member writes: plain messages, and commands that it completes. */
export class Composer {
  line = at("line");
  list = at("suggestions");
  offered = [];
  active = -1;
  closed = false;
  learnt = new Map();
  picked = new Map();
  said = [];
  recalled = 0;
  underway = new Map();

  /** failed(place, note) is told of an attempt that came to nothing. */
  constructor({ failed, place }) {
    this.failed = failed;
    this.place = place;
    this.line.addEventListener("input", () => { this.closed = false; this.hint(""); this.update(); });
    this.line.addEventListener("keydown", (event) => this.key(event));
    this.line.addEventListener("click", () => this.update());
    this.line.addEventListener("focus", () => this.update());
    this.line.addEventListener("blur", (event) => { if (!at("composer").contains(event.relatedTarget)) at("completion").hidden = true; });
    at("composer").addEventListener("submit", (event) => { event.preventDefault(); this.send(); });
    at("completion").addEventListener("mousedown", (event) => event.preventDefault());
  }

  /** Starts anew where the reader has gone. */
  moved() {
    this.learnt.clear();
    this.hint("");
    this.redraw();
  }

  /** Shows the line as it is to be where the reader stands, whose commands and members may have changed. */
  redraw() {
    this.line.disabled = isDirect() || !world.member;
    this.line.placeholder = isDirect() ? `Only ${world.bot.name} writes here` : `Write as ${world.member ? nameOf(world.member.id) : "nobody"}, or / for a command`;
    if (document.activeElement === this.line) this.update();
  }

  get isCommand() { return this.line.value.startsWith("/"); }

  /** What the bot offered, and what was picked from it before. */
  get meanings() {
    const all = new Map(this.learnt);
    for (const [name, label] of this.picked) all.set(name, [...(all.get(name) ?? []), label]);
    return all;
  }

  update() {
    if (!this.isCommand || this.closed) { this.close(); return; }
    const caret = this.line.selectionStart ?? this.line.value.length;
    const before = read(this.line.value.slice(0, caret), this.meanings);
    const whole = read(this.line.value, this.meanings);
    this.focus = before.focus;
    this.askBot(before);
    this.offered = offers(before.focus, this.learnt);
    this.active = this.offered.length && before.focus?.text && before.focus.text !== "/" ? 0 : -1;
    this.drawSignature(whole, before.focus);
    this.drawOffers();
  }

  close() {
    at("completion").hidden = true;
    this.offered = [];
    this.active = -1;
    this.line.setAttribute("aria-expanded", "false");
    this.line.removeAttribute("aria-activedescendant");
  }

  drawSignature({ command, path, options, given }, focus) {
    if (!options) { at("signature").replaceChildren(); return; }
    const chips = options.map((option) => {
      const value = given.get(option.name);
      const current = focus?.kind === "option" && focus.option.name === option.name;
      const look = ["chip", value && !value.problem && "given", value?.problem && !current && "wrong", current && "current"].filter(Boolean).join(" ");
      return make("button", { type: "button", class: look, tabindex: "-1", onclick: () => this.goTo(option, value) },
        option.name, option.required ? make("span", { class: "need" }, "required") : make("span", { class: "need" }, "optional"));
    });
    const told = focus?.kind === "option" ? make("p", {}, make("b", {}, focus.option.name), ` ${expectation(focus.option)}`, make("span", { class: "dim" }, ` · ${focus.option.description}`)) : "";
    at("signature").replaceChildren(make("div", { class: "chips" }, make("code", {}, "/" + [command.name, ...path].join(" ")), ...chips), told);
  }

  goTo(option, value) {
    if (!value) this.line.value = this.line.value.trimEnd() + ` ${option.name}:`;
    this.line.focus();
    const end = value?.end ?? this.line.value.length;
    this.line.setSelectionRange(end, end);
    this.closed = false;
    this.update();
  }

  drawOffers() {
    this.list.replaceChildren(...this.offered.map((offer, index) => this.drawOffer(offer, index)));
    at("completion").hidden = !this.offered.length && !at("signature").childElementCount;
    this.list.hidden = !this.offered.length;
    this.line.setAttribute("aria-expanded", String(this.offered.length > 0));
    this.mark();
  }

  drawOffer(offer, index) {
    const face = offer.member ? avatar(offer.value) : "";
    const options = (offer.options ?? []).map((option) => make("span", { class: "option" }, option.name, option.required ? "" : "?"));
    const denied = offer.lacking?.length ? make("span", { class: "denied" }, icon("key"), "needs " + offer.lacking.join(", ")) : "";
    return make("li", { role: "option", id: "offer-" + index, "aria-selected": "false", onclick: () => this.accept(index), onmousemove: () => this.activate(index) },
      face, make("span", { class: "text" }, offer.text), ...options, make("span", { class: "detail" }, offer.detail ?? (offer.member && offer.member.nick ? offer.member.name : "")), denied);
  }

  activate(index) {
    if (index === this.active) return;
    this.active = index;
    this.mark();
  }

  mark() {
    [...this.list.children].forEach((item, index) => item.setAttribute("aria-selected", String(index === this.active)));
    if (this.active < 0) { this.line.removeAttribute("aria-activedescendant"); return; }
    this.line.setAttribute("aria-activedescendant", "offer-" + this.active);
    this.list.children[this.active].scrollIntoView({ block: "nearest" });
  }

  key(event) {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const count = this.offered.length;
    const step = (by) => { event.preventDefault(); this.chosen = true; this.activate((this.active + by + (this.active < 0 && by < 0 ? 1 : 0) + count) % count); };
    switch (event.key) {
      case "ArrowDown": if (count) step(1); else this.recall(event, 1); return;
      case "ArrowUp": if (count) step(-1); else this.recall(event, -1); return;
      case "Escape": if (!at("completion").hidden) { event.preventDefault(); this.closed = true; this.close(); } return;
      case "Tab": if (count && !event.shiftKey && (this.active >= 0 || this.focus?.text)) { event.preventDefault(); this.accept(Math.max(this.active, 0)); } return;
      case "Enter": if (this.active >= 0 && !this.isSaid()) { event.preventDefault(); this.accept(this.active); } return;
      default: this.chosen = false;
    }
  }

  /** Whether the line can go as it is, so that Enter sends it instead of taking what is offered. */
  isSaid() {
    if (this.chosen) return false;
    const { problem } = read(this.line.value, this.meanings);
    if (problem) return false;
    if (this.focus?.kind !== "command") return true;
    return this.line.value.trim().toLowerCase() === this.offered[this.active]?.text.toLowerCase();
  }

  accept(index) {
    const offer = this.offered[index];
    const caret = this.line.selectionStart ?? this.line.value.length;
    const option = this.focus?.option;
    if (option?.autocomplete) this.picked.set(option.name, offer);
    const after = this.line.value.slice(caret).trimStart();
    const further = offer.takesMore || after ? " " : "";
    const before = this.line.value.slice(0, offer.start) + (offer.insert ?? offer.text) + further;
    this.line.value = before + after;
    this.line.focus();
    this.line.setSelectionRange(before.length, before.length);
    this.chosen = false;
    this.hint("");
    this.update();
  }

  /** Asks the bot to complete an option that it wants to complete itself. */
  askBot({ command, path, given, focus }) {
    clearTimeout(this.asking);
    const option = focus?.option;
    const question = option?.autocomplete ? JSON.stringify([command.name, path, option.name, focus.text]) : undefined;
    if (question === this.asked) return;
    this.asked = question;
    if (!question) return;
    this.asking = setTimeout(async () => {
      const others = [...given.values()].filter((value) => value.option !== option && !value.problem);
      const body = {
        userId: world.member.id, command: command.name, option: option.name, value: focus.text, wait: 3500,
        options: Object.fromEntries(others.map((value) => [value.option.name, value.value])), ...(path.length && { subcommand: path.join(" ") }),
      };
      const seen = await post(`/guilds/${world.guild.id}/channels/${world.channel.id}/autocompletes`, body).catch((problem) => ({ error: problem.message }));
      if (question !== this.asked) return;
      if (seen.error) this.hint(`${option.name} could not be completed: ${seen.error}`);
      this.learnt.set(option.name, (seen.choices ?? []).map((choice) => ({ text: choice.name, value: choice.value, also: String(choice.value) })));
      this.update();
    }, ASK_AFTER_MS);
  }

  hint(text) {
    at("hint").replaceChildren(...(text ? [icon("alert"), text] : []));
    at("hint").hidden = !text;
  }

  recall(event, by) {
    if (this.line.value && this.line.value !== this.said[this.recalled]) return;
    const index = Math.min(this.said.length, Math.max(0, this.recalled + by));
    if (index === this.recalled) return;
    event.preventDefault();
    this.recalled = index;
    this.line.value = this.said[index] ?? "";
    this.closed = true;
  }

  async send() {
    const text = this.line.value.trim();
    if (!text || this.line.disabled) return;
    this.hint("");
    const command = text.startsWith("/") ? read(this.line.value.trimEnd(), this.meanings) : undefined;
    if (command?.problem) { this.hint(command.problem); this.update(); return; }
    const here = { place: this.place(), userId: world.member.id, path: `/guilds/${world.guild.id}/channels/${world.channel.id}` };
    this.remember(text);
    try {
      if (command) await this.use(command, here);
      else await post(here.path + "/messages", { userId: here.userId, content: text });
    } catch (problem) {
      this.hint(problem.message);
      if (!this.line.value) { this.line.value = text; this.closed = true; }
    }
  }

  remember(text) {
    this.said = [...this.said.filter((one) => one !== text), text].slice(-RECALLED_MAX);
    this.recalled = this.said.length;
    this.line.value = "";
    this.picked.clear();
    this.close();
  }

  async use({ command, path, given }, here) {
    const options = Object.fromEntries([...given.values()].map((value) => [value.option.name, value.value]));
    const typed = "/" + [command.name, ...path].join(" ");
    const started = await post(here.path + "/commands", { userId: here.userId, command: command.name, options, ...(path.length && { subcommand: path.join(" ") }) });
    const ended = await this.watch(started, typed);
    if (ended.state !== "failed") return;
    this.failed(here.place, {
      id: started.id, local: true, authorId: world.bot.id, invokedBy: here.userId, command: typed.slice(1), ephemeral: true,
      createdAt: new Date().toISOString(), failed: ended.error,
    });
  }

  /** Shows that an interaction is under way until the bot has said something. */
  async watch(started, what) {
    this.underway.set(started.id, what);
    const shown = setTimeout(() => this.showUnderway(), 250);
    try {
      return await outcome(started);
    } finally {
      clearTimeout(shown);
      this.settled(started.id);
    }
  }

  settled(id) {
    if (this.underway.delete(id)) this.showUnderway();
  }

  showUnderway() {
    const all = [...this.underway.values()];
    at("sending").textContent = all.length ? `${nameOf(world.bot.id)} was asked: ${all.slice(-3).join(", ")}…` : "";
  }
}
