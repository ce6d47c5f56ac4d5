// Sentences and their sources, and the panel beside a drawing.

Object.assign(Lesson.prototype, {
  // A sentence with its outlet and day, which lead to its place in the list of sentences.
  quoted(number) {
    const { quote, source } = this.told.sentences[number];
    const from = sourceWords(this.told.sources[source]);
    return html("figure", {}, html("blockquote", { text: quote }),
      html("figcaption", { class: "small quiet" }, from, html("a", { href: `#s${number}`, text: "Source" })));
  },

  // An address as text, and as a link where it may be one.
  address({ url, link }) {
    if (!url) return null;
    return link ? html("a", { class: "url", href: url, rel: "noreferrer noopener", target: "_blank", text: url }) : html("span", { class: "url", text: url });
  },

  sentences() {
    const readings = this.told.sentences.map(() => []);
    this.told.events.forEach((event, at) => event.told.forEach(([number, status]) => readings[number].push([at, status])));
    const articles = this.told.sources.map((source, at) => {
      const own = this.told.sentences.map((sentence, number) => [sentence, number]).filter(([{ source: from }]) => from === at);
      const list = own.map(([{ quote }, number]) => html("li", { id: `s${number}`, tabindex: -1 }, html("blockquote", { text: quote }),
        html("ul", { class: "small" }, ...readings[number].map(([event, status]) => html("li", {}, statusWord(status, this.statuses), html("a", { href: `#e${event}`, text: this.told.events[event].label }))))));
      return html("article", { id: `a${at}`, tabindex: -1, "aria-labelledby": `a${at}-title` }, html("h3", { id: `a${at}-title`, text: source.title }),
        html("p", { class: "small quiet" }, sourceWords(source)), html("p", { class: "small" }, this.address(source)),
        list.length ? html("ol", { class: "said" }, ...list) : null);
    });
    return this.section("sentences", "The sentences and where they come from", ...articles);
  },
});

// What is known of what was chosen in a drawing.
class Beside {
  constructor(lesson, hint) {
    this.lesson = lesson;
    this.hint = hint;
    this.root = html("div", { class: "beside", role: "region", "aria-label": "Evidence", "aria-live": "polite", tabindex: -1 });
    this.show(null);
  }

  // Chosen in the drawing: on a narrow screen the panel stands below it and is brought into sight.
  choose(id) {
    this.show(id);
    const { top } = this.root.getBoundingClientRect();
    if (id !== null && (top > window.innerHeight - 120 || top < 0)) this.root.scrollIntoView({ block: "start" });
  }

  show(id) {
    const event = /^e\d+$/.test(id ?? "") ? this.lesson.told.events[id.slice(1)] : null;
    const name = this.lesson.told.names[id];
    const parts = event ? this.event(event) : name ? this.name(name) : [html("p", { class: "quiet", text: this.hint })];
    this.root.replaceChildren(...parts.filter(Boolean));
    this.lesson.glossary?.reach();
  }

  facts(facts) {
    return html("dl", {}, ...facts.flatMap(({ name, value, note, meaning }) => [
      html("dt", {}, html("span", { "data-meaning": meaning, text: name })), html("dd", {}, html("span", { text: value }), note ? html("span", { class: "note quiet", text: note }) : null),
    ]));
  }

  event({ label, status, about, facts, told, more }) {
    const { statuses } = this.lesson;
    const sentences = told.map(([number, said, by]) => html("li", {}, this.lesson.quoted(number),
      html("p", { class: "small" }, statusWord(said, statuses), by ? html("span", { class: "quiet", text: by }) : null)));
    return [
      html("h3", { text: label }),
      html("p", { class: "state" }, statusWord(status, statuses), html("span", { class: "quiet", text: statuses[status].meaning })),
      about ? html("p", { class: "quiet small", text: about }) : null,
      this.facts(facts),
      html("h4", { text: told.length === 1 ? "The sentence behind it" : "The sentences behind it" }),
      html("ol", { class: "said" }, ...sentences),
      more ? html("p", { class: "quiet small", text: `${more} more ${more === 1 ? "sentence tells" : "sentences tell"} it.` }) : null,
    ];
  }

  name({ label, kind, facts, events }) {
    const mark = this.lesson.told.kinds[kind];
    const list = events.map((number) => {
      const { label: text, status } = this.lesson.told.events[number];
      return html("li", {}, html("a", { href: `#e${number}`, text }), statusWord(status, this.lesson.statuses));
    });
    return [
      html("h3", { text: label }),
      html("p", { class: "state" }, dressed(html("span", { class: "kind" }, sign(mark)), "unknown"), html("span", { "data-meaning": mark.meaning, text: mark.word })),
      facts.length ? this.facts(facts) : null,
      list.length ? html("h4", { text: "Takes part in" }) : null,
      list.length ? html("ul", { class: "plain" }, ...list) : null,
    ];
  }
}
