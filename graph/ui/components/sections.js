// Shared by pages that are read section by section: sentences, promises and their fate, votes.

class Sections extends Reading {
  constructor(host, name) {
    super(host, `sections ${name}`);
  }

  section(heading, ...parts) {
    return html("section", {}, html("h2", { text: heading }), ...parts);
  }

  quoted({ quote, where, to }) {
    return html("figure", {}, html("blockquote", { text: quote }),
      html("figcaption", { class: "small" }, html("span", { class: "quiet", text: where }), this.go(to, "Show in article", { class: "show" })));
  }

  promises(heading, promises) {
    if (!promises.length) return null;
    const list = promises.map((one) => {
      const made = html("li", {}, html("p", {}, html("span", { class: `badge ${one.fate.replaceAll(" ", "-")}`, "data-meaning": one.meaning, text: one.word }), html("span", { text: one.text })), this.quoted(one));
      if (one.then) made.append(html("p", { class: "quiet small", text: "Later:" }), this.quoted(one.then));
      return made;
    });
    return this.section(heading, html("ul", { class: "told" }, ...list));
  }

  votes(votes) {
    if (!votes.length) return null;
    return this.section("Votes", html("ul", { class: "votes" }, ...votes.map((vote) => this.vote(vote))));
  }

  vote({ name, when, outcome, bars, to }) {
    const all = bars.reduce((sum, bar) => sum + bar.count, 0) || 1;
    const strip = html("div", { class: "strip", role: "img", "aria-label": bars.map(({ word, count }) => `${count} ${word}`).join(", ") },
      ...bars.map(({ word, count }) => {
        const part = html("span", { class: `part ${word}` }, html("span", { text: `${count} ${word}` }));
        part.style.flexGrow = String(count / all);
        return part;
      }));
    return html("li", {}, html("p", {}, this.go(to, name, { class: "name" }), html("span", { class: "quiet small", text: [outcome, when].filter(Boolean).join(" · ") })), strip);
  }
}
