// The lesson: one page with everything on it. See story.py for what is told; joined after the drawings, whose elements
// and signs it uses. What articles say enters the page through textContent only.

// Links of the drawings lead to places in this page, in the browser's own way.
Reading.prototype.go = (to, text, attributes) => html("a", { href: to, text, ...attributes });

class Lesson {
  constructor(told, root) {
    this.told = told;
    this.root = root;
    this.statuses = told.statuses;
    root.className = "drawing reading lesson";
    repaintOnTheme(root, () => this.statuses);
    paint(root, this.statuses);
    root.replaceChildren(this.head(), this.steps(), this.time(), this.standing(), this.relations(), this.covers(),
      this.quiz(), this.sentences(), this.sheet(), this.foot());
    this.presenter = new Presenter(told, this.statuses);
    root.append(this.presenter.dialog);
    this.glossary = new Glossary(root);
    this.glossary.reach();
    this.listen();
  }

  listen() {
    window.addEventListener("hashchange", () => this.follow());
    this.root.addEventListener("click", (event) => { // the address stays the same, so that the browser does nothing
      if (event.target.closest("a")?.getAttribute("href") === location.hash) this.follow();
    });
    window.addEventListener("beforeprint", () => this.print(true));
    window.addEventListener("afterprint", () => this.print(false));
    requestAnimationFrame(() => this.follow()); // after the drawings have taken their room
  }

  // Goes to the place that the address names; that of an event is its evidence beside the timeline.
  follow() {
    const id = location.hash.slice(1);
    if (/^e\d+$/.test(id) && this.told.events[id.slice(1)]) {
      this.timeline(id);
      this.beside.show(id);
      this.beside.root.focus({ preventScroll: true });
      this.beside.root.scrollIntoView({ block: "start" });
      return;
    }
    const place = document.getElementById(id);
    place?.scrollIntoView({ block: "start" });
    if (place?.tabIndex === -1) place.focus({ preventScroll: true });
  }

  // Paper is white: the colours of the light theme, whatever the screen has.
  print(begins) {
    document.documentElement.classList.toggle("paper", begins);
    for (const one of [this.root, ...this.root.querySelectorAll(".reading")]) paint(one, this.statuses);
    if (!begins) delete document.documentElement.dataset.print;
  }

  // ---- the parts of the page --------------------------------------------------------------------------------

  section(id, heading, ...parts) {
    return html("section", { id, "aria-labelledby": `${id}-heading` }, html("h2", { id: `${id}-heading`, text: heading }), ...parts);
  }

  head() {
    const { title, stands, told, quiz } = this.told;
    const places = [["steps", "Steps"], ["time", "Timeline"], ["standing", "Where it stands"], ["relations", "Relations"],
      ...(quiz.length ? [["quiz", "Quiz"]] : []), ["sentences", "Sentences"], ["sheet", "Worksheet"]];
    const used = Object.keys(this.statuses).filter((name) => this.told.events.some((event) => event.status === name));
    const marks = used.map((name) => html("li", {}, statusWord(name, this.statuses), html("span", { text: this.statuses[name].meaning })));
    return html("header", {},
      html("p", { class: "kicker", text: "How a bill becomes a law" }),
      html("h1", { text: title }),
      html("p", { class: "stands", text: stands }),
      html("p", { class: "quiet small", text: told }),
      html("p", { class: "doors" },
        button("Present step by step", "Present step by step", () => this.presenter.open(), { class: "main" }),
        button("Print the worksheet", "Print the worksheet", () => this.printSheet())),
      html("nav", { "aria-label": "Parts of the lesson" }, ...places.map(([id, text]) => html("a", { href: `#${id}`, text }))),
      html("details", { class: "marks", open: true }, html("summary", { text: "How to read the marks" }), html("ul", {}, ...marks),
        html("p", { class: "quiet small", text: "A filled mark took place. A hollow one was planned, promised or required when an article told it." })));
  }

  steps() {
    const list = this.told.steps.map((number) => {
      const event = this.told.events[number];
      const made = dressed(html("li", { class: this.isReal(event) ? "real" : "open" }), event.status);
      made.append(sign(this.statuses[event.status], 22), html("div", {},
        html("p", { class: "when", text: event.when || "day unknown" }),
        html("h3", {}, html("a", { href: `#e${number}`, text: event.label }), this.isPlain(event) ? null : statusWord(event.status, this.statuses)),
        event.past ? html("p", { class: "quiet small", text: event.past }) : null,
        event.told.length ? this.quoted(event.told[0][0]) : null));
      return made;
    });
    return this.section("steps", "What happened, step by step", html("ol", { class: "rail" }, ...list));
  }

  isReal(event) {
    return this.statuses[event.status].solid;
  }

  isPlain(event) {
    return event.status === "happened";
  }

  time() {
    const host = html("div", { class: "picture" });
    this.beside = new Beside(this, "Choose a mark on the timeline: the sentences behind it appear here.");
    const made = this.section("time", "Timeline", html("div", { class: "pair" }, host, this.beside.root));
    this.timeline = this.drawn(timeline, host, "timeline", this.told.timeline, this.beside);
    return made;
  }

  standing() {
    const host = html("div", {});
    const data = { picture: this.told.bill, statuses: this.statuses, states: this.told.states, kinds: this.told.kinds };
    requestAnimationFrame(() => bill({ data, parentElement: host })); // its colours are known once it stands on the page
    return this.section("standing", "Where it stands", host);
  }

  relations() {
    const host = html("div", { class: "picture" });
    const picture = { ...this.told.relations, hidden: 0 };
    const beside = new Beside(this, "Choose a name: what it takes part in appears here.");
    const made = this.section("relations", "Who has to do with it",
      html("div", { class: "pair" }, host, beside.root));
    if (this.told.relations.hidden) made.append(html("p", { class: "quiet small", text: `${this.told.relations.hidden} more are not drawn.` }));
    this.drawn(relations, host, "relations", picture, beside);
    return made;
  }

  // Draws, and returns a function that selects a mark in the drawing.
  drawn(draw, host, key, picture, beside) {
    let [turn, wanted] = [0, null];
    const show = (id) => {
      turn += 1;
      wanted = id;
      const data = { key, picture, statuses: this.statuses, kinds: this.told.kinds, opened: { id, turn }, height: null };
      draw({ data, parentElement: host, setStateValue: (name, { id: chosen }) => beside.choose(chosen), setTriggerValue: () => {} });
    };
    requestAnimationFrame(() => show(wanted)); // its width is known once it stands on the page
    return show;
  }

  covers() {
    const groups = this.told.covers.map(({ heading, items }) => html("div", {}, html("h3", { text: heading }),
      html("ul", { class: "plain" }, ...items.map(({ text, to, detail }) => html("li", {}, html("a", { href: to, text }), html("span", { class: "quiet small", text: detail }))))));
    return groups.length ? this.section("covers", "What is in it", html("div", { class: "columns" }, ...groups)) : "";
  }

  foot() {
    const retold = this.told.sources.some((source) => source.retold);
    const line = retold
      ? "Retold sentences are retellings in other words, by the Lawpath project, of what the outlets reported: CC BY 4.0."
      : "The sentences are quoted from the articles that stand beside them and belong to their owners.";
    return html("footer", { class: "quiet small" }, html("p", { text: line }),
      html("p", { text: "What is not in the articles is not in this lesson. Made with Lawpath; this file works without a network." }));
  }
}

function teach(told, root) {
  new Lesson(told, root).root.dataset.ready = "";
}
