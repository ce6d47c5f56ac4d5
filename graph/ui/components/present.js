// The teacher's desk: which steps and questions are shown, in which order, with which notes; then the presentation.
// The choice is kept in this browser and goes to the server only where a lesson is made of it.

const UNTOLD = { order: [], notes: {}, minutes: "" }; // what is left out is, until somebody chooses, what is over

class Present extends Reading {
  constructor(host) {
    super(host, "present");
    this.root.addEventListener("keydown", (event) => event.stopPropagation()); // letters are no commands to the page
  }

  receive({ data, setStateValue, setTriggerValue }) {
    this.send = setTriggerValue;
    super.receive({ data, setStateValue });
  }

  draw({ bill, told }) {
    this.stage?.dialog.close();
    this.place = `lawpath present ${bill}`;
    this.told = told;
    const over = told.show.filter((item) => item.over).map(({ key }) => key);
    this.plan = { ...structuredClone(UNTOLD), out: over, ...this.kept() };
    this.stage = new Stage(told, this.data.statuses, (item, note) => this.noted(item, note), () => this.plan.minutes);
    this.begin = button("Present full screen", "Present full screen", () => this.stage.begin(this.show()), { class: "main" });
    this.make = button("Make a lesson of it", "Make a lesson of it: a file with these steps, this order and these notes", () => this.wish());
    this.said = html("p", { class: "quiet", role: "status" });
    this.rows = html("ol", { class: "rows" });
    const minutes = html("input", { type: "number", min: 1, max: 600, value: this.plan.minutes, placeholder: "–" });
    minutes.addEventListener("input", () => this.keep({ minutes: minutes.value }));
    this.root.replaceChildren(
      html("div", { class: "acts" }, this.begin, this.make, html("span", { class: "space" }), html("label", {}, html("span", { text: "Minutes planned" }), minutes)),
      html("p", { class: "quiet small", text: "→, Space, Page Down: next · ←, Page Up: back · Home, End · N: notes · T: timer · Esc: close. A remote control works too." }),
      html("div", { class: "acts" }, this.said, html("span", { class: "space" }),
        button("Choose all", "Choose all steps and questions", () => this.choose([])),
        button("Choose none", "Choose none of the steps and questions", () => this.choose(told.show.map(({ key }) => key))),
        button("First order", "First order: put all back", () => this.sort([]))),
      this.rows, this.stage.dialog);
    this.list();
  }

  // ---- what is kept -----------------------------------------------------------------------------------------

  kept() {
    try {
      return JSON.parse(localStorage.getItem(this.place)) ?? {};
    } catch {
      return {}; // a browser that keeps nothing
    }
  }

  keep(change) {
    Object.assign(this.plan, change);
    try {
      localStorage.setItem(this.place, JSON.stringify(this.plan));
    } catch {
      this.said.textContent = "This browser keeps nothing: what you choose is lost when the page is closed.";
    }
  }

  noted({ key }, note) {
    const { [key]: _, ...others } = this.plan.notes;
    this.keep({ notes: note.trim() ? { ...others, [key]: note } : others });
    const field = this.rows.querySelector(`[data-key="${CSS.escape(key)}"] textarea`);
    if (field && field.value !== note) field.value = note;
  }

  // All steps and questions in the teacher's order; what is new since then stands behind what it followed at first.
  items() {
    const { show } = this.told;
    const found = this.plan.order.map((key) => show.find((item) => item.key === key)).filter(Boolean);
    show.forEach((item, at) => {
      if (!found.includes(item)) found.splice(at ? found.indexOf(show[at - 1]) + 1 : 0, 0, item);
    });
    return found;
  }

  // What is presented.
  show() {
    const { out, notes } = this.plan;
    return this.items().filter(({ key }) => !out.includes(key)).map((item) => ({ ...item, note: notes[item.key] ?? "" }));
  }

  choose(out) {
    this.keep({ out });
    this.list();
  }

  sort(order) {
    this.keep({ order });
    this.list();
  }

  // ---- the list ---------------------------------------------------------------------------------------------

  list() {
    const items = this.items();
    this.rows.replaceChildren(...items.map((item, at) => this.row(item, at, items)));
    this.counted();
    this.glossary.reach();
  }

  counted() {
    const show = this.show();
    const steps = show.filter((item) => "step" in item).length;
    const count = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;
    this.said.textContent = `${count(steps, "step")} and ${count(show.length - steps, "question")} are shown.`;
    show.forEach(({ key }, at) => { this.rows.querySelector(`[data-key="${CSS.escape(key)}"] .number`).textContent = String(at + 1); });
  }

  row(item, at, items) {
    const { key } = item;
    const event = this.told.events[item.step];
    const name = event ? event.label : this.told.quiz[item.question].ask;
    const box = html("input", { type: "checkbox", checked: !this.plan.out.includes(key), "aria-label": `Show: ${name}` });
    const made = html("li", { class: box.checked ? null : "out", "data-key": key });
    box.addEventListener("change", () => {
      const others = this.plan.out.filter((one) => one !== key);
      this.keep({ out: box.checked ? others : [...others, key] });
      made.classList.toggle("out", !box.checked);
      made.querySelector(".number").textContent = "";
      this.counted();
    });
    const field = html("textarea", { rows: 2, "aria-label": `Note to: ${name}`, placeholder: "For you: what to say, what to ask", maxlength: 4000 });
    field.value = this.plan.notes[key] ?? "";
    field.hidden = !field.value;
    field.addEventListener("input", () => this.noted(item, field.value));
    const note = button("Note", `Note to: ${name}`, () => {
      field.hidden = !field.hidden;
      note.setAttribute("aria-expanded", String(!field.hidden));
      if (!field.hidden) field.focus();
    }, { class: "quiet", "aria-expanded": String(!field.hidden) });
    const move = (by, mark, way) => button(mark, `${way}: ${name}`, () => this.move(key, by),
      { class: "quiet", "data-by": by, "aria-disabled": String(!items[at + by]) });
    const about = event
      ? [html("span", { class: "when quiet small", text: event.when || "day unknown" }), statusWord(event.status, this.data.statuses),
        event.past ? html("span", { class: "quiet small", text: event.past }) : null].filter(Boolean)
      : [html("span", { class: "quiet small", text: "a question, then its answer" })];
    made.append(html("label", { class: "pick" }, box, html("span", { class: "number quiet" })),
      html("div", { class: "what" }, html("p", { class: "name", text: name }), html("p", { class: "about" }, ...about)),
      html("div", { class: "tools" }, note, move(-1, "↑", "Earlier"), move(1, "↓", "Later")), field);
    return made;
  }

  move(key, by) {
    const order = this.items().map((item) => item.key);
    const at = order.indexOf(key);
    if (!order[at + by]) return;
    [order[at], order[at + by]] = [order[at + by], order[at]];
    this.sort(order);
    this.said.textContent = `Now number ${at + by + 1} of ${order.length}.`;
    this.rows.querySelector(`[data-key="${CSS.escape(key)}"] [data-by="${by}"]`).focus();
  }

  // ---- the file ---------------------------------------------------------------------------------------------

  wish() {
    const show = this.show();
    const notes = show.filter(({ note }) => note).map(({ key, note }) => [key, note]);
    this.turn = String(Date.now());
    this.said.textContent = "Making the lesson …";
    this.send("lesson", { turn: this.turn, keys: show.map(({ key }) => key), notes: Object.fromEntries(notes) });
  }

  after({ file }) {
    if (!file || file.turn !== this.turn) return;
    this.turn = null;
    save(file.name, new Blob([file.content], { type: "text/html" }));
    this.said.textContent = `The lesson is saved as ${file.name}.`;
  }
}

// The presentation with what only a teacher needs: the whole screen, a clock, notes to write on.
class Stage extends Presenter {
  constructor(told, statuses, noted, minutes) {
    super(told, statuses);
    Object.assign(this, { minutes, started: 0, spent: 0 });
    this.note.addEventListener("input", () => {
      const { item } = this.slides[this.at];
      item.note = this.note.value;
      noted(item, this.note.value);
    });
    this.dialog.addEventListener("close", () => {
      this.pause();
      if (document.fullscreenElement) document.exitFullscreen();
    });
    document.addEventListener("fullscreenchange", () => document.fullscreenElement || this.dialog.close());
  }

  noteBox() {
    return html("textarea", { class: "note", rows: 3, "aria-label": "Notes", maxlength: 4000 });
  }

  noted(item) {
    this.note.disabled = !item;
    this.note.value = item ? item.note : "";
    this.note.placeholder = item ? "No note yet. What you write is kept." : "The title has no note.";
  }

  hasNotes() {
    return true;
  }

  tools() {
    this.clock = button("0:00", "Timer: stop or go on (T)", () => this.tick(), { class: "clock", "aria-label": null });
    return [this.clock];
  }

  async begin(show) {
    await document.documentElement.requestFullscreen?.().catch(() => null); // without it the window is filled
    this.open(show);
    this.spent = 0;
    this.run();
  }

  key(event) {
    super.key(event);
    if (event.key.toLowerCase() === "t" && !event.target.matches("textarea") && !event.ctrlKey) this.tick();
  }

  // ---- the clock --------------------------------------------------------------------------------------------

  tick() {
    if (this.ticking) this.pause();
    else this.run();
  }

  run() {
    this.started = Date.now();
    clearInterval(this.ticking);
    this.ticking = setInterval(() => this.showTime(), 500);
    this.showTime();
  }

  pause() {
    if (!this.ticking) return;
    clearInterval(this.ticking);
    this.spent += Date.now() - this.started;
    this.ticking = null;
    this.showTime();
  }

  showTime() {
    const seconds = Math.floor((this.spent + (this.ticking ? Date.now() - this.started : 0)) / 1000);
    const planned = Number(this.minutes()) || 0;
    const gone = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    this.clock.textContent = `${this.ticking ? "" : "❚❚ "}${gone}${planned ? ` / ${planned}:00` : ""}`;
  }
}

export default function present({ data, parentElement, setStateValue, setTriggerValue }) {
  return mount(parentElement, (host) => new Present(host), { data, setStateValue, setTriggerValue });
}
