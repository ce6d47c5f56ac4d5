// A table of an answer. Headings sort; text of articles enters the page through textContent only.

const ROWS = 50; // shown at once

class Table extends Reading {
  constructor(host) {
    super(host, "table");
  }

  draw({ columns, rows, label }) {
    this.rows = rows;
    this.shown = ROWS;
    this.sorted = null;
    this.body = html("tbody", {});
    this.heads = columns.map((column, at) => this.head(column, at));
    const drawn = html("table", {}, html("thead", {}, html("tr", {}, ...this.heads)), this.body);
    const frame = html("div", { class: "frame", role: "region", "aria-label": label ?? "Answer", tabindex: "0" }, drawn);
    fadeWhereMore(frame);
    this.more = button("Show more", "Show more", () => this.showMore());
    this.root.replaceChildren(frame, this.more);
    this.columns = columns;
    this.fill();
  }

  head({ name, number }, at) {
    const arrow = html("span", { class: "arrow", "aria-hidden": "true", text: "" });
    const sorts = html("button", { type: "button", class: "quiet" }, html("span", { text: name }), arrow);
    sorts.addEventListener("click", () => this.sort(at));
    return html("th", { scope: "col", class: number ? "number" : null }, sorts);
  }

  sort(at) {
    const down = this.sorted?.at === at && !this.sorted.down;
    this.sorted = { at, down };
    const worth = (row) => row[at]?.sort ?? row[at]?.text ?? row[at];
    const compare = (a, b) => String(a).localeCompare(String(b), "en", { numeric: true });
    this.rows = this.rows.toSorted((one, other) => {
      const [a, b] = [worth(one), worth(other)];
      if (a == null || b == null) return (a == null) - (b == null); // empty cells stay last
      return down ? compare(b, a) : compare(a, b);
    });
    this.heads.forEach((head, n) => {
      if (n === at) head.setAttribute("aria-sort", down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
      head.querySelector(".arrow").textContent = n !== at ? "" : down ? "▾" : "▴";
    });
    this.fill();
  }

  showMore() {
    this.shown += 4 * ROWS;
    this.fill();
  }

  fill() {
    this.body.replaceChildren(...this.rows.slice(0, this.shown).map((row) => this.row(row)));
    const left = this.rows.length - this.shown;
    this.more.hidden = left <= 0;
    this.more.textContent = `Show ${Math.min(left, 4 * ROWS)} more`;
    this.more.setAttribute("aria-label", this.more.textContent);
  }

  row(cells) {
    return html("tr", {}, ...cells.map((cell, at) => this.cell(cell, this.columns[at])));
  }

  cell(cell, { number }) {
    const text = cell?.text ?? cell ?? "";
    const made = html("td", { class: number ? "number" : cell?.sort ? "whole" : text.length > 60 ? "long" : null });
    if (cell?.status) made.append(statusWord(cell.status, this.data.statuses));
    else if (cell?.to) made.append(this.go(cell.to, text));
    else made.textContent = text;
    return made;
  }
}

export default function table({ data, parentElement }) {
  return mount(parentElement, (host) => new Table(host), { data });
}
