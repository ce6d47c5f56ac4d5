// A list of links under headings: found things, articles, bills that are only mentioned.

const FIRST = 12; // of a long group are shown at once

class Links extends Reading {
  constructor(host) {
    super(host, "links");
  }

  draw({ groups }) {
    this.root.replaceChildren(...groups.map((group) => this.group(group)));
  }

  group({ heading, items, all, row }) {
    const list = html("ul", { class: row ? "row" : null }, ...items.map((item) => this.item(item)));
    const made = html("section", {}, heading ? html("h3", { text: heading }) : null, list);
    const rest = all ? [] : Array.from(list.children).slice(FIRST);
    if (rest.length > 2) {
      for (const one of rest) one.hidden = true;
      const more = button(`Show ${rest.length} more`, `Show ${rest.length} more`, () => {
        for (const one of rest) one.hidden = false;
        more.remove();
        rest[0].querySelector("a")?.focus();
      });
      made.append(more);
    }
    return made;
  }

  item({ text, to, before, detail, status, kind, badge }) {
    const made = html("li", {});
    if (before) made.append(html("span", { class: "before quiet", text: before }));
    const mark = this.data.kinds[kind];
    if (mark && !status) made.append(dressed(html("span", { class: "kind", title: mark.word }, sign(mark)), "unknown"));
    const words = html("span", { class: "what" }, to ? this.go(to, text) : html("span", { text }));
    if (status) words.append(statusWord(status, this.data.statuses));
    if (badge) words.append(html("span", { class: "badge", text: badge }));
    if (detail) words.append(html("span", { class: "quiet small", text: detail }));
    made.append(words);
    return made;
  }
}

export default function links({ data, parentElement }) {
  return mount(parentElement, (host) => new Links(host), { data });
}
