// What is known of one event, actor, bill or link: in short, and the sentences behind it.

const SENTENCES = 6; // shown at once

class Evidence extends Reading {
  constructor(host) {
    super(host, "evidence");
    this.root.setAttribute("role", "region");
    this.root.setAttribute("aria-label", "Evidence");
  }

  receive(told) {
    this.act = (wanted) => told.setTriggerValue("act", wanted);
    super.receive(told);
  }

  // How the marks are to be read, where nothing is chosen.
  legend({ title, hint, lines }) {
    const marks = Object.keys(this.data.statuses).map((name) => html("li", {}, statusWord(name, this.data.statuses), html("span", { class: "quiet", text: this.data.statuses[name].meaning })));
    this.root.replaceChildren(html("h2", { text: title }), html("p", { class: "hint", text: hint }), html("h3", { text: "How to read the marks" }),
      html("ul", { class: "marks small" }, ...marks), ...lines.map((text) => html("p", { class: "quiet small", text })));
  }

  draw(told) {
    if (told.legend) {
      this.legend(told.legend);
      return;
    }
    const { statuses, kinds } = this.data;
    const head = html("header", {}, html("h2", { text: told.title }));
    if (told.status) {
      const mark = statuses[told.status] ?? statuses.unknown;
      head.append(html("p", { class: "state" }, statusWord(told.status, statuses), html("span", { class: "quiet", text: mark.meaning })));
    } else if (kinds[told.kind]) {
      head.append(html("p", { class: "state" }, dressed(html("span", { class: "kind" }, sign(kinds[told.kind])), "unknown"), html("span", { "data-meaning": kinds[told.kind].meaning, text: kinds[told.kind].word })));
    }
    if (told.about) head.append(html("p", { class: "quiet small", text: told.about }));
    const facts = html("dl", {}, ...told.facts.flatMap(({ name, value, note, meaning }) => [
      html("dt", {}, html("span", { "data-meaning": meaning, text: name })), html("dd", {}, html("span", { text: value }), note ? html("span", { class: "note quiet", text: note }) : null),
    ]));
    const groups = told.groups.map(({ heading, items }) => html("section", {}, html("h3", { text: heading }), this.list(items)));
    const actions = html("p", { class: "actions" }, ...told.actions.map(({ text, to, act }) => (act ? button(text, text, () => this.act(act), { class: "quiet", title: null }) : this.go(to, text))));
    this.root.replaceChildren(head, ...(told.facts.length ? [facts] : []), ...this.said(told.sentences), ...groups, ...(told.actions.length ? [actions] : []));
  }

  list(items) {
    const list = html("ul", {}, ...items.map(({ text, to, status }) => {
      const item = html("li", {}, this.go(to, text));
      if (status) item.append(statusWord(status, this.data.statuses));
      return item;
    }));
    this.fold(list, Array.from(list.children).slice(SENTENCES));
    return html("div", {}, list, ...(list.more ? [list.more] : []));
  }

  fold(list, rest) {
    if (rest.length < 3) return;
    for (const one of rest) one.hidden = true;
    list.more = button(`Show ${rest.length} more`, `Show ${rest.length} more`, () => {
      for (const one of rest) one.hidden = false;
      list.more.remove();
      rest[0].querySelector("a")?.focus();
    });
  }

  said(sentences) {
    if (!sentences.length) return [];
    const list = html("ol", { class: "sentences" }, ...sentences.map((one) => this.sentence(one)));
    this.fold(list, Array.from(list.children).slice(SENTENCES));
    return [html("h3", { text: sentences.length === 1 ? "The sentence behind it" : "The sentences behind it" }), list, ...(list.more ? [list.more] : [])];
  }

  sentence({ quote, where, to, said, how }) {
    const source = html("figcaption", { class: "small" }, html("span", { class: "quiet", text: where }), this.go(to, "Show in article", { class: "show" }));
    const readings = html("ul", { class: "small" }, ...said.map(({ status, says, by, judged }) => {
      const line = html("li", {}, statusWord(status, this.data.statuses));
      line.append(html("span", { text: says }));
      if (by) line.append(html("span", { class: "quiet", text: by }));
      for (const text of judged ?? []) line.append(html("span", { class: "judged quiet" }, html("span", { class: "tick", "aria-hidden": "true", text: "✓ " }), html("span", { text })));
      return line;
    }));
    const why = html("details", {}, html("summary", { text: "How this was read" }), ...how.map((text) => html("p", { class: "quiet small", text })));
    return html("li", {}, html("figure", {}, html("blockquote", { text: quote }), source), ...(said.length ? [readings] : []), ...(how.length ? [why] : []));
  }

  // On a narrow screen the panel stands below the drawing: what was just chosen there is brought into sight.
  after({ turn }) {
    if (turn !== undefined && this.turn !== undefined && turn !== this.turn) {
      const { top } = this.root.getBoundingClientRect();
      if (top > window.innerHeight - 120 || top < 0) {
        const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
        this.root.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
      }
    }
    this.turn = turn;
  }
}

export default function evidence({ data, parentElement, setTriggerValue }) {
  return mount(parentElement, (host) => new Evidence(host), { data, setTriggerValue });
}
