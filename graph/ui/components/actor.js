// One person or body: offices, acts in time, promises and their fate, positions, votes, company, articles.

const ROWS_AT_ONCE = 10;

class Actor extends Sections {
  constructor(host) {
    super(host, "actor");
  }

  draw(told) {
    const sections = [
      this.offices(told.offices),
      this.acts(told.acts),
      this.promises("Promises, and what became of them", told.promises),
      this.positions(told.positions),
      this.votes(told.votes),
      this.company(told.company),
      this.articles(told.articles),
    ];
    this.root.replaceChildren(...sections.filter(Boolean));
  }

  // A list of which a long rest is shown on demand.
  folded(items, attributes = {}) {
    const list = html("ul", attributes, ...items);
    const rest = items.slice(ROWS_AT_ONCE);
    if (rest.length < 3) return [list];
    for (const one of rest) one.hidden = true;
    const more = button(`Show ${rest.length} more`, `Show ${rest.length} more`, () => {
      for (const one of rest) one.hidden = false;
      more.remove();
      rest[0].querySelector("a")?.focus();
    });
    return [list, more];
  }

  group(heading, items, attributes) {
    return html("div", { class: "group" }, html("h3", { text: `${heading} (${items.length})` }), ...this.folded(items, attributes));
  }

  more(count) {
    return count ? html("span", { class: "quiet small", text: count === 1 ? "and 1 more sentence" : `and ${count} more sentences` }) : null;
  }

  offices(offices) {
    if (!offices.length) return null;
    const list = offices.map((one) => html("li", {}, html("p", { class: "words" }, html("span", { class: "name", text: one.text }), this.more(one.more)), this.quoted(one)));
    return this.section(offices.length === 1 ? "Office" : "Offices", ...this.folded(list, { class: "told" }));
  }

  row({ text, to, when, detail, status }) {
    const words = html("span", { class: "words" }, this.go(to, text, { class: "name" }));
    if (status) words.append(statusWord(status, this.data.statuses));
    if (detail) words.append(html("span", { class: "quiet small", text: detail }));
    return html("li", { class: "row" }, html("span", { class: "when quiet", text: when || "day unknown" }), words);
  }

  acts(groups) {
    if (!groups.length) return null;
    return this.section("Acts in time", ...groups.map(({ heading, items }) => this.group(heading, items.map((one) => this.row(one)))));
  }

  positions(positions) {
    if (!positions.length) return null;
    const list = positions.map((one) => html("li", {}, html("p", { class: "words" }, html("span", { class: "badge", text: one.word }),
      one.bill_to ? this.go(one.bill_to, one.bill, { class: "name" }) : html("span", { class: "quiet", text: one.bill }), this.more(one.more)), this.quoted(one)));
    return this.section("For and against", ...this.folded(list, { class: "told" }));
  }

  company(groups) {
    if (!groups.length) return null;
    return this.section("With whom", ...groups.map(({ heading, items }) => this.group(heading, items.map((one) => this.companion(one)), { class: "wide" })));
  }

  companion({ text, kind, detail, to }) {
    const mark = this.data.kinds[kind];
    return html("li", { class: "row" }, mark ? dressed(html("span", { class: "kind", title: mark.word }, sign(mark)), "unknown") : null,
      html("span", { class: "words" }, this.go(to, text, { class: "name" }), html("span", { class: "quiet small", text: detail })));
  }

  articles(articles) {
    if (!articles.length) return null;
    return this.section(`In ${articles.length === 1 ? "1 article" : `${articles.length} articles`}`, ...this.folded(articles.map((one) => this.row(one))));
  }
}

export default function actor({ data, parentElement }) {
  return mount(parentElement, (host) => new Actor(host), { data });
}
