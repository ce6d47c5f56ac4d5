// One thing to look at: what was read or judged, why it is asked about, and its sentences.

class Review extends Reading {
  constructor(host) {
    super(host, "review");
  }

  draw({ heading, status, reason, how, pair, sides }) {
    const head = html("h2", { text: heading });
    const told = html("p", { class: "quiet reason", text: reason });
    const list = html("div", { class: pair ? "sides pair" : "sides" }, ...sides.map((one) => this.side(one)));
    const why = how.length ? html("details", {}, html("summary", { text: "How this was read" }), ...how.map((text) => html("p", { class: "quiet small", text }))) : null;
    this.root.replaceChildren(...[status ? statusWord(status, this.data.statuses) : null, head, told, list, why].filter(Boolean));
  }

  side({ name, quote, where, to }) {
    const made = html("figure", {});
    if (name) made.append(html("h3", { text: name }));
    if (quote) made.append(html("blockquote", { text: quote }));
    made.append(html("figcaption", { class: "small" }, html("span", { class: "quiet", text: where }), to ? this.go(to, "Show in article") : null));
    return made;
  }
}

export default function review({ data, parentElement }) {
  return mount(parentElement, (host) => new Review(host), { data });
}
