// One article: its text with every used sentence marked, and what was read from each beside it.

class ArticleView extends Reading {
  constructor(host) {
    super(host, "article");
    this.root.addEventListener("keydown", (event) => {
      const mark = event.target.closest?.("mark");
      if (!mark) return;
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        this.choose(mark.dataset.id);
      } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        const marks = Array.from(this.marks.values());
        const next = marks[marks.indexOf(mark) + (event.key === "ArrowDown" ? 1 : -1)];
        if (!next) return;
        event.preventDefault();
        next.focus();
      } else if (["r", "c"].includes(event.key)) {
        event.stopPropagation();
      }
    });
    this.picking = new Picking(this);
  }

  receive(told) {
    this.act = (wanted) => told.setTriggerValue("act", wanted);
    super.receive(told);
  }

  leave() {
    this.picking.leave();
    super.leave();
  }

  draw({ blocks, judge }) {
    this.marks = new Map();
    this.notes = new Map();
    this.judge = judge;
    this.root.replaceChildren(...blocks.map((block) => this.block(block)));
    this.picking.ready(judge);
    this.show(this.chosen); // what was chosen stays so when a judgement changes what is read
  }

  block({ kind, part, heading, stretches }) {
    const text = html("span", { class: "words", "data-part": part });
    const notes = html("div", { class: "notes" });
    for (const { text: words, id, readings } of stretches) {
      if (!id) {
        text.append(document.createTextNode(plain(words)));
        continue;
      }
      const told = readings.map((one) => one.says).join("; ");
      const mark = html("mark", { role: "button", tabindex: 0, "data-id": id, "aria-pressed": "false", text: words, title: told });
      mark.addEventListener("click", () => this.choose(id));
      mark.addEventListener("pointerenter", () => this.notes.get(id)?.classList.add("near"));
      mark.addEventListener("pointerleave", () => this.notes.get(id)?.classList.remove("near"));
      this.marks.set(id, mark);
      text.append(mark);
      const note = this.note(id, readings);
      this.notes.set(id, note);
      notes.append(note);
    }
    const made = html("div", { class: `block ${kind === "running" ? "" : "aside"}` });
    const line = html(heading ? "h2" : "p", { class: "text" });
    if (kind !== "running") line.append(html("span", { class: "badge", text: kind }), document.createTextNode(" "));
    line.append(text);
    made.append(line, notes);
    return made;
  }

  note(id, readings) {
    const note = html("ul", { class: "note small", "data-note": id }, ...readings.map((one) => {
      const mark = this.data.statuses[one.status] ?? this.data.statuses.unknown;
      const line = html("li", {}, dressed(html("span", { class: "status", "data-meaning": mark.meaning }, sign(mark, 14), html("span", { text: mark.word })), one.status));
      line.append(this.go(one.to, one.says));
      for (const { text, id: judgement } of one.judged ?? []) line.append(this.judged(text, judgement));
      const more = html("span", { class: "more quiet" });
      for (const text of one.more) more.append(html("span", { text }));
      line.append(more);
      if (one.how) line.append(html("details", { class: "more" }, html("summary", { text: "How this was read" }), html("p", { class: "quiet", text: one.how })));
      if (this.judge && one.records.length) line.append(this.judging(one));
      return line;
    }));
    note.addEventListener("pointerenter", () => this.marks.get(id)?.classList.add("near"));
    note.addEventListener("pointerleave", () => this.marks.get(id)?.classList.remove("near"));
    return note;
  }

  // Who judged this, and the way to take it back.
  judged(text, judgement) {
    const made = html("span", { class: "judged" }, html("span", { class: "tick", "aria-hidden": "true", text: "✓" }), html("span", { text }));
    if (this.judge) made.append(button("Undo", `Undo: ${text}`, () => this.act({ do: "undo", judgement, text }), { class: "more quiet" }));
    return made;
  }

  judging({ says, records, same }) {
    const acts = [["accept", "Accept"], ["change", "Correct …"], ["retract", "Retract …"], ...(same ? [["pair", "Same or not …"]] : [])];
    return html("span", { class: "more judging", role: "group", "aria-label": `Judge: ${says}` },
      ...acts.map(([act, word]) => button(word, `${word.replace(" …", "")}: ${says}`, () => this.act({ do: act, records, same }), { title: null })));
  }

  choose(id) {
    this.show(id);
    this.clicks = (this.clicks ?? 0) + 1;
    this.tell("selected", { id, turn: this.clicks });
  }

  show(id) {
    this.chosen = id;
    for (const [other, mark] of this.marks) {
      mark.setAttribute("aria-pressed", String(other === id));
      this.notes.get(other)?.classList.toggle("chosen", other === id);
    }
  }

  after({ opened }) {
    if (this.turn === opened.turn && this.opened === opened.id) return;
    [this.turn, this.opened] = [opened.turn, opened.id];
    this.show(opened.id);
    const mark = this.marks.get(opened.id);
    if (!mark) return;
    // The page may still grow above, and Streamlit scrolls a new page to its top: look again until it is calm.
    const abort = new AbortController();
    for (const name of ["wheel", "touchstart", "keydown", "pointerdown"]) {
      window.addEventListener(name, () => abort.abort(), { signal: abort.signal, passive: true, capture: true });
    }
    const bring = (first) => {
      if (abort.signal.aborted || !mark.isConnected) return;
      const { top, bottom } = mark.getBoundingClientRect();
      if (first || top < 80 || bottom > window.innerHeight - 20) mark.scrollIntoView({ block: "center" });
      if (first) mark.focus({ preventScroll: true });
    };
    requestAnimationFrame(() => bring(true));
    for (const wait of [150, 400, 900, 1600]) setTimeout(() => bring(false), wait);
    setTimeout(() => abort.abort(), 1700);
  }
}

export default function article({ data, parentElement, setStateValue, setTriggerValue }) {
  return mount(parentElement, (host) => new ArticleView(host), { data, setStateValue, setTriggerValue });
}
