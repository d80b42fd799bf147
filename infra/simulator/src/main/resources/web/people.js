import { at, make } from "./dom.js";
import { avatar } from "./messages.js";
import { nameOf, topRole, world } from "./world.js";

const SHOWN_MAX = 600;

/** The members, searched by typing, of whom one is spoken as. */
export class People {
  search = at("people-search");
  list = at("people");
  active = -1;

  constructor({ chosen }) {
    this.chosen = chosen;
    this.search.addEventListener("input", () => this.draw());
    this.search.addEventListener("keydown", (event) => this.key(event));
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
  }

  draw() {
    const query = this.search.value.trim().toLowerCase();
    const found = world.guild.members.filter((member) => [member.name, member.nick ?? ""].some((name) => name.toLowerCase().includes(query)));
    const groups = new Map();
    for (const member of found.slice(0, SHOWN_MAX)) {
      const role = member.bot ? undefined : topRole(member);
      const title = member.bot ? "Bots" : (role?.name ?? "Everyone else");
      const group = groups.get(title) ?? { title, position: role?.position ?? (member.bot ? -2 : -1), members: [] };
      group.members.push(member);
      groups.set(title, group);
    }
    const ordered = [...groups.values()].sort((a, b) => b.position - a.position);
    this.shown = ordered.flatMap((group) => group.members).filter((member) => !member.bot);
    this.list.replaceChildren(...ordered.map((group) => this.drawGroup(group)));
    const more = found.length - SHOWN_MAX;
    at("people-more").textContent = more > 0 ? `${more} more; type to find them` : found.length ? "" : "Nobody has this name.";
    this.active = query ? (this.shown.length ? 0 : -1) : -1;
    this.mark();
  }

  drawGroup({ title, members }) {
    const id = "group-" + title.replace(/\W/g, "");
    return make("li", { role: "presentation" }, make("div", { id, class: "group", "aria-hidden": "true" }, `${title} — ${members.length}`),
      make("ul", { role: "group", "aria-labelledby": id }, ...members.map((member) => this.drawMember(member))));
  }

  drawMember(member) {
    const own = member.id === world.member?.id;
    const out = member.timeoutUntil ? make("span", { class: "tag out" }, "timed out") : "";
    const owner = member.id === world.guild.ownerId ? make("span", { class: "tag quiet" }, "owner") : "";
    return make("li", {
      role: "option", id: "person-" + member.id, "aria-selected": String(own), "aria-disabled": member.bot ? "true" : undefined, title: nameOf(member.id),
      onclick: member.bot ? undefined : () => this.choose(member),
    }, avatar(member.id), make("span", { class: "name" }, nameOf(member.id)), member.bot ? make("span", { class: "tag" }, "APP") : "", owner, out);
  }

  choose(member) {
    this.search.value = "";
    this.chosen(member.id);
  }

  key(event) {
    const count = this.shown.length;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!count) return;
      const by = event.key === "ArrowDown" ? 1 : -1;
      const from = this.active < 0 ? this.shown.findIndex((member) => member.id === world.member?.id) : this.active;
      this.active = (from + by + count) % count;
      this.mark();
    } else if (event.key === "Enter" && this.active >= 0) {
      event.preventDefault();
      this.choose(this.shown[this.active]);
    } else if (event.key === "Escape" && this.search.value) {
      event.stopPropagation();
      this.search.value = "";
      this.draw();
    }
  }

  mark() {
    this.list.querySelector(".active")?.classList.remove("active");
    const member = this.shown[this.active];
    if (!member) { this.search.removeAttribute("aria-activedescendant"); return; }
    const item = at("person-" + member.id);
    item.classList.add("active");
    item.scrollIntoView({ block: "nearest" });
    this.search.setAttribute("aria-activedescendant", item.id);
  }
}
