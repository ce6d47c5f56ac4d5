// Cards of bills: name, where it stands, the steps on its way, the latest and the next step, its articles.

class Cards extends Reading {
  constructor(host) {
    super(host, "cards");
  }

  draw({ cards }) {
    this.root.replaceChildren(...cards.map((card) => this.card(card)));
  }

  card(card) {
    const top = html("div", { class: "top" }, html("h3", {}, card.to ? this.go(card.to, card.name) : html("span", { text: card.name })));
    if (card.place) top.append(html("span", { class: "quiet small", text: card.place }));
    const steps = html("ol", { class: card.steps.length > 6 ? "steps many" : "steps", "aria-label": "Steps on the way" }, ...card.steps.map((step) => this.step(step)));
    const lines = card.lines.map(({ word, text, to, status }) => {
      const said = html("span", { class: "said" }, status ? statusWord(status, this.data.statuses) : null, this.go(to, text));
      return html("p", { class: "line" }, html("span", { class: "word", text: word }), said);
    });
    const foot = html("div", { class: "foot small" }, this.go(card.articles.to, card.articles.text));
    if (card.retold) {
      const why = "Retellings in other words of what the outlets reported; each links to its source.";
      foot.append(html("span", { class: "badge", text: "retold", title: why }));
    }
    return html("article", { class: "card", "data-bill": card.bill, "aria-label": card.name }, top, html("p", { class: "stands", text: card.stands }), steps, ...lines, foot);
  }

  step(step) {
    const mark = this.data.statuses[step.status];
    const made = html("li", { class: `step ${step.done ? "done" : step.status ? "ahead" : "untold"}` });
    const way = html("span", { class: "way" });
    if (mark) {
      way.append(sign(mark, 18));
      dressed(made, step.status);
    } else {
      way.append(html("span", { class: "dot" }));
    }
    const name = step.to ? this.go(step.to, step.name, { class: "name", title: step.meaning }) : html("span", { class: "name", text: step.name, title: step.meaning });
    made.append(way, html("span", { class: "words" }, name, html("span", { class: "told", text: step.word })));
    return made;
  }
}

export default function cards({ data, parentElement }) {
  return mount(parentElement, (host) => new Cards(host), { data });
}
