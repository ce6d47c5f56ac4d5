// Two outlets side by side: each event in a row, each matter in a line with a cell for either side, and the sentences.

class Compare extends Sections {
  constructor(host) {
    super(host, "compare");
  }

  draw({ a, b, days, counts, rows }) {
    this.names = { a, b };
    const list = html("ul", { class: "counts" }, ...counts.map(({ verdict, text }) => html("li", {}, this.mark(verdict), html("span", { text }))));
    const heads = html("div", { class: "line heads", "aria-hidden": "true" }, html("span", {}), this.head("a", days.a), this.head("b", days.b));
    this.root.replaceChildren(list, ...(rows.length ? [html("div", { class: "sheet" }, heads, html("ol", {}, ...rows.map((row) => this.row(row))))] : []));
  }

  head(side, days) {
    return html("span", { class: "head" }, this.chip(side), html("span", { text: this.names[side] }), html("span", { class: "quiet small", text: days }));
  }

  chip(side) {
    return html("span", { class: `chip of-${side}`, "aria-hidden": "true", text: side.toUpperCase() });
  }

  // The sign of a verdict; of what one side tells alone its letter, of all that both tell the two letters.
  mark(verdict) {
    const mark = this.data.verdicts[verdict];
    if (mark) return dressed(html("span", { class: "mark" }, sign(mark)), mark.colour_of);
    return html("span", { class: "mark" }, ...(verdict === "both" ? ["a", "b"] : [verdict.slice(-1)]).map((side) => this.chip(side)));
  }

  // Of what one side reports later: which one, and what has come of it since.
  verdict(verdict, since) {
    const mark = this.data.verdicts[verdict];
    if (mark) return dressed(html("span", { class: "verdict" }, sign(mark), html("span", { text: this.worded(verdict) + (since && `: ${since}`) })), mark.colour_of);
    return html("span", { class: "verdict alone" }, html("span", { text: `only ${this.names[verdict.slice(-1)]}` }));
  }

  worded(verdict) {
    const { word } = this.data.verdicts[verdict];
    return verdict.startsWith("later ") ? `${this.names[verdict.slice(-1)]} ${word}` : word;
  }

  row({ name, to, verdict, since, matters, alone, a, b }) {
    const head = html("header", {}, html("h2", {}, this.go(to, name, { class: "name" })), this.verdict(verdict, since));
    const made = html("li", { class: `event ${verdict.replaceAll(" ", "-")}` }, head);
    if (alone) {
      const side = verdict.slice(-1);
      const told = html("p", { class: "short" }, ...alone.statuses.map((one) => statusWord(one, this.data.statuses)), html("span", { text: alone.text }));
      const other = side === "a" ? "b" : "a";
      const cells = { [side]: this.cell([side], told, ...this.sentences({ a, b }[side], false)), [other]: this.cell([other], html("span", { class: "quiet", text: "does not tell it" })) };
      made.append(html("div", { class: "line" }, html("span", { class: "what" }), cells.a, cells.b));
    } else {
      const open = verdict === "conflict"; // then every sentence counts
      made.append(...matters.map((one) => this.matter(one, verdict)));
      made.append(html("div", { class: "line" }, html("span", { class: "what quiet", text: "In its words" }), this.cell(["a"], ...this.sentences(a, open)), this.cell(["b"], ...this.sentences(b, open))));
    }
    return made;
  }

  // A verdict that needs no attention, or that the whole event has, is only spoken.
  matter({ name, verdict, marks, a, b }, whole) {
    const mark = this.data.verdicts[verdict];
    const what = html("span", { class: "what" }, html("span", { class: "quiet", text: name }));
    const quiet = ["agree", "more"].includes(verdict) || (verdict === whole && whole.startsWith("later "));
    if (quiet) what.append(html("span", { class: "spoken", text: this.worded(verdict) }));
    else if (mark) what.append(dressed(html("span", { class: "verdict small" }, sign(mark, 13), html("span", { text: this.worded(verdict) })), mark.colour_of));
    const same = a.join() === b.join(); // on a narrow screen told once, with both letters
    return html("div", { class: `line ${same ? "same" : verdict.replaceAll(" ", "-")}` }, what,
      this.cell(same ? ["a", "b"] : ["a"], this.values(a, marks)), this.cell(["b"], this.values(b, marks)));
  }

  values(values, marks) {
    if (!values.length) return html("span", { class: "quiet", text: "not told" });
    if (!marks) return html("span", { class: "value", text: values.join("; ") });
    return html("span", { class: "value" }, ...values.flatMap((one, at) => [at ? html("span", { class: "quiet", text: "then" }) : null, statusWord(one, this.data.statuses)]));
  }

  cell(sides, ...content) {
    const whose = html("span", { class: "spoken", text: `${this.names[sides[0]]}: ` });
    return html("div", { class: `cell ${sides[0]}` }, ...sides.map((side) => this.chip(side)), whose, html("div", { class: "content" }, ...content));
  }

  sentences([first, ...rest], open) {
    const made = [this.quoted(first)];
    if (rest.length) {
      const summary = html("summary", { text: rest.length === 1 ? "1 more sentence" : `${rest.length} more sentences` });
      made.push(html("details", { open }, summary, ...rest.map((one) => this.quoted(one))));
    }
    return made;
  }
}

export default function compare({ data, parentElement }) {
  return mount(parentElement, (host) => new Compare(host), { data });
}
