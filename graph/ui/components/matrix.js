// Actors against steps. One cell at a time is in the order of Tab; arrow keys go from cell to cell, Enter chooses.

const FILTERED = 12; // rows from which on a filter is worth its room

class Matrix extends Reading {
  constructor(host) {
    super(host, "matrix");
    this.filter = html("input", { type: "search", placeholder: "Find a name", "aria-label": "Find a name in the table" });
    this.filter.addEventListener("input", () => this.narrow());
    this.news = html("span", { class: "quiet small", "aria-live": "polite" });
    this.bar = html("div", { class: "bar" }, this.filter, this.news);
    this.frame = html("div", { class: "frame", role: "region" });
    fadeWhereMore(this.frame);
    this.root.addEventListener("keydown", (event) => this.key(event));
  }

  after({ key, opened }) {
    this.memory = visit(`matrix ${key}`, { selected: null, turn: -1, clicks: 0 });
    agreeOn(this.memory, opened);
    this.showSelected();
  }

  draw({ label, columns, rows }) {
    this.columns = columns;
    const heads = columns.map(({ name, meaning }) => html("th", { scope: "col" }, html("span", { "data-meaning": meaning || null, text: name })));
    const head = html("thead", {}, html("tr", {}, html("th", { scope: "col", class: "who", text: "Who" }), ...heads));
    this.rows = rows.map((row) => this.row(row));
    const table = html("table", { "aria-label": label }, head, html("tbody", {}, ...this.rows));
    this.frame.setAttribute("aria-label", label);
    this.frame.replaceChildren(table);
    this.bar.hidden = rows.length < FILTERED;
    const hint = html("p", { class: "hint", text: byTouch()
      ? "Each number counts events. Tap one for the sentences behind it."
      : "Each number counts events. Arrow keys go from cell to cell, Enter opens the sentences behind one." });
    this.root.replaceChildren(this.bar, this.frame, hint);
    this.cells = Array.from(this.frame.querySelectorAll("button"));
    this.rove(this.cells[0], false);
    this.narrow();
  }

  row({ name, kind, acts, cells }) {
    const mark = this.data.kinds[kind];
    const who = html("th", { scope: "row", class: "who", title: `${mark?.word ?? kind}, ${acts} ${acts === 1 ? "event" : "events"}` },
      mark ? dressed(html("span", { class: "kind" }, sign(mark)), "unknown") : null, html("span", { text: name }));
    return html("tr", { "data-name": plain(name).toLowerCase() }, who, ...cells.map((cell, at) => this.cell(cell, name, at)));
  }

  cell(told, name, at) {
    if (!told) return html("td", {});
    const { statuses } = this.data;
    const words = told.marks.map(({ status, count }) => `${count} ${statuses[status].word}`).join(", ");
    const made = html("button", { type: "button", "data-id": told.id, "aria-pressed": "false", tabindex: -1, title: words,
      "aria-label": `${plain(name)}, ${plain(this.columns[at].name)}: ${words}` },
      ...told.marks.map(({ status, count }) => dressed(html("span", { class: "mark" }, sign(statuses[status]), html("span", { text: count })), status)));
    made.addEventListener("click", () => this.choose(made));
    return html("td", {}, made);
  }

  narrow() {
    const wanted = this.filter.value.trim().toLowerCase();
    for (const row of this.rows) row.hidden = !row.dataset.name.includes(wanted);
    const kept = this.rows.filter((row) => !row.hidden).length;
    this.news.textContent = wanted ? `${kept} of ${this.rows.length}` : "";
    const at = this.cells.find((cell) => cell.tabIndex === 0);
    if (at?.closest("tr").hidden) this.rove(this.cells.find((cell) => !cell.closest("tr").hidden), false);
  }

  rove(cell, take) {
    if (!cell) return;
    for (const one of this.cells) one.tabIndex = one === cell ? 0 : -1;
    if (take) cell.focus();
  }

  choose(cell) {
    this.rove(cell, false);
    this.memory.selected = cell.dataset.id;
    this.memory.clicks += 1;
    this.showSelected();
    this.tell("selected", { id: cell.dataset.id, turn: this.memory.clicks });
  }

  showSelected() {
    for (const cell of this.cells) cell.setAttribute("aria-pressed", String(cell.dataset.id === this.memory.selected));
  }

  // Along a row to its next cell that holds something; up and down to the nearest such cell of the next row that has one.
  step(from, key) {
    const rows = this.rows.filter((row) => !row.hidden);
    const row = from.closest("tr");
    const own = Array.from(row.querySelectorAll("button"));
    if (key === "Home" || key === "End") return own.at(key === "Home" ? 0 : -1);
    if (key === "ArrowLeft" || key === "ArrowRight") return own[own.indexOf(from) + (key === "ArrowRight" ? 1 : -1)];
    const near = (one) => Math.abs(one.parentElement.cellIndex - from.parentElement.cellIndex);
    const next = rows[rows.indexOf(row) + (key === "ArrowDown" ? 1 : -1)];
    return next && Array.from(next.querySelectorAll("button")).sort((a, b) => near(a) - near(b))[0];
  }

  key(event) {
    if (event.target === this.filter) {
      event.stopPropagation(); // letters typed here are no keys of the page
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || !event.target.dataset?.id) return;
    if (["r", "c", "R", "C", "Escape"].includes(event.key)) event.stopPropagation(); // keys that Streamlit acts on
    if (!/^(Arrow|Home|End)/.test(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    this.rove(this.step(event.target, event.key), true);
  }
}

export default function matrix({ data, parentElement, setStateValue }) {
  return mount(parentElement, (host) => new Matrix(host), { data, setStateValue });
}
