// The worksheet and its key, for paper: each begins a page of its own.

const MOST_ROWS = 24; // steps that a sheet has room for; of more, those go first whose day nobody tells

Object.assign(Lesson.prototype, {
  printSheet() {
    document.documentElement.dataset.print = "sheet";
    window.print();
  },

  sheet() {
    return this.section("sheet", "Worksheet",
      html("p", { class: "quiet on-screen", text: "On paper: the steps with gaps to fill in, the questions, and a key on a page of its own." }),
      html("p", { class: "doors on-screen" }, button("Print the worksheet", "Print the worksheet", () => this.printSheet())),
      html("div", { class: "paper-only" }, this.page(), this.key()));
  },

  rows() {
    const { steps, events } = this.told;
    if (steps.length <= MOST_ROWS) return steps;
    const known = new Set([...steps].sort((a, b) => Boolean(events[b].when) - Boolean(events[a].when)).slice(0, MOST_ROWS));
    return steps.filter((number) => known.has(number));
  },

  // Every second step whose day is known exactly: its day is to be filled in.
  hidden() {
    const isExact = ({ start, end }) => start && start === end;
    const exact = this.rows().filter((number) => isExact(this.told.timeline.events[number]));
    return new Set(exact.filter((number, at) => at % 2 === 0));
  },

  page() {
    const { title, quiz } = this.told;
    const gap = () => html("span", { class: "gap" });
    const hidden = this.hidden();
    const rows = this.rows().map((number) => {
      const { label, when, told } = this.told.events[number];
      const from = told.length ? this.told.sources[this.told.sentences[told[0][0]].source] : null;
      return html("tr", {}, html("td", { text: label }), html("td", {}, hidden.has(number) ? gap() : html("span", { text: when || "day unknown" })),
        html("td", {}, gap()), html("td", { class: "quiet", text: from ? [from.outlet || from.title, from.day].join(", ") : "" }));
    });
    const days = Array.from(new Set(Array.from(hidden, (number) => this.told.events[number].when))).sort();
    const questions = quiz.map(({ ask, quoted, options, sentence }) => html("li", {}, html("p", { text: ask }),
      quoted ? html("blockquote", { text: this.told.sentences[sentence].quote }) : null,
      html("ul", { class: "boxes" }, ...options.map((text) => html("li", { text: `☐ ${text}` })))));
    return html("div", { class: "page" }, html("p", { class: "title", text: title }), html("p", { class: "fields", text: "Name ____________________________   Date ______________" }),
      html("h3", { text: "1. Fill in the missing days. Is it done (D) or not yet (N)?" }),
      days.length ? html("p", { class: "bank", text: `These days are missing: ${days.join(" · ")}` }) : null,
      this.table(["Step", "Day", "D or N", "Told by"], rows),
      quiz.length ? html("h3", { text: "2. Choose the answer, and name the article that shows it." }) : null,
      html("ol", { class: "asked" }, ...questions),
      html("h3", { text: `${quiz.length ? 3 : 2}. What is promised, and by whom? What would you ask next?` }),
      html("div", { class: "lines" }, ...[1, 2, 3].map(() => html("p", { class: "line" }))));
  },

  key() {
    const { title, quiz } = this.told;
    const rows = this.rows().map((number) => {
      const event = this.told.events[number];
      return html("tr", {}, html("td", { text: event.label }), html("td", { text: event.when || "day unknown" }),
        html("td", {}, html("strong", { text: this.isReal(event) ? "D " : "N " }), statusWord(event.status, this.statuses)));
    });
    const answers = quiz.map(({ ask, options, right, sentence }) => {
      const { quote, source } = this.told.sentences[sentence];
      return html("li", {}, html("p", { text: ask }), html("p", {}, html("strong", { text: options[right] })), html("blockquote", { text: quote }),
        html("p", { class: "quiet" }, sourceWords(this.told.sources[source])));
    });
    return html("div", { class: "page key" }, html("h2", { text: `Key: ${title}` }), this.table(["Step", "Day", "Done or not yet"], rows),
      html("ol", { class: "asked" }, ...answers));
  },

  table(heads, rows) {
    return html("table", {}, html("thead", {}, html("tr", {}, ...heads.map((text) => html("th", { scope: "col", text })))), html("tbody", {}, ...rows));
  },
});
