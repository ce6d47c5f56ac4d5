// Cards of bills: name, where it stands, the steps of its procedure, the latest and the next step, its articles.

const NAMED = 7; // steps of a bar that still have room for their names

class Cards extends Reading {
  constructor(host) {
    super(host, "cards");
  }

  draw({ cards }) {
    this.root.replaceChildren(...cards.map((card) => this.card(card)));
  }

  card(card) {
    const top = html("div", { class: "top" }, html("h3", {}, this.go(card.to, card.name)));
    if (card.place) top.append(html("span", { class: "quiet small", text: card.place }));
    const lines = card.lines.map(({ word, text, to, status, note }) => {
      const said = html("span", { class: "said" }, status ? statusWord(status, this.data.statuses) : null, this.go(to, text));
      if (note) said.append(html("span", { class: "quiet", text: ` ${note}` }));
      return html("p", { class: "line" }, html("span", { class: "word", text: word }), said);
    });
    const foot = html("div", { class: "foot small" }, this.go(card.articles.to, card.articles.text));
    if (card.retold) {
      const why = "Retellings in other words of what the outlets reported; each links to its source.";
      foot.append(html("span", { class: "badge", text: "retold", title: why }));
    }
    return html("article", { class: "card", "data-bill": card.bill, "aria-label": card.name }, top,
      html("p", { class: "stands", text: card.stands }), this.course(card), ...lines, foot);
  }

  course({ tracks }) {
    if (!tracks.length) return null;
    const all = tracks.reduce((sum, track) => sum + track.steps.length, 0);
    const bar = html("div", { class: all > NAMED ? "course many" : "course" }, ...tracks.map(({ name, steps }) => {
      const list = html("ol", { class: "steps", "aria-label": name || "Steps on the way" }, ...steps.map((step) => this.step(step)));
      const track = html("div", { class: "track" }, list, name && all > NAMED ? html("span", { class: "chamber quiet", "aria-hidden": "true", text: name }) : null);
      track.style.flexGrow = steps.length;
      return track;
    }));
    return html("div", {}, bar, all > NAMED ? html("p", { class: "quiet small", text: this.counts(tracks.flatMap(({ steps }) => steps)) }) : null);
  }

  // "11 of 13 steps done, 2 not reported, 1 comes next": in words what a bar too long for names shows.
  counts(steps) {
    const number = (state) => steps.filter((step) => step.state === state).length;
    const others = ["missing", "due"].filter(number).map((state) => `${number(state)} ${this.data.states[state].word}`);
    return [`${number("done")} of ${steps.length} steps done`, ...others].join(", ");
  }

  step({ name, state, status, word, when, meaning, to }) {
    const { states, statuses } = this.data;
    const mark = statuses[status] ?? states[state];
    const made = dressed(html("li", { class: `step ${state.replaceAll(" ", "-")}` }), statuses[status] ? status : mark.colour_of);
    const told = [statuses[status] ? mark.word : word, when].filter(Boolean).join(", ");
    const looks = { class: "go", "data-meaning": `${plain(name)}: ${told}. ${plain(meaning)}` };
    const shown = to ? this.go(to, "", looks) : html("span", looks);
    shown.append(html("span", { class: "way" }, sign(mark, 18)), html("span", { class: "words" }, html("span", { class: "name", text: name }), html("span", { class: "told", text: mark.word })));
    made.append(shown);
    return made;
  }
}

export default function cards({ data, parentElement }) {
  return mount(parentElement, (host) => new Cards(host), { data });
}
