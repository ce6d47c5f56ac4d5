// One step at a time over the whole screen, for a projector; a question is followed by its answer. All of it is in
// the page. See graph/ui/lesson/story.py for what is told, graph/ui/lesson/plan.py for what is shown of it.

// Outlet and day; a retelling says so.
function sourceWords({ outlet, title, day, retold }) {
  const made = html("span", { class: "where" }, html("span", { text: [outlet || title, day].join(", ") }));
  if (retold) made.append(html("span", { class: "badge", title: "A retelling in other words of what the outlet reported; the source has the original.", text: "retold" }));
  return made;
}

class Presenter {
  constructor(told, statuses) {
    Object.assign(this, { told, statuses, at: 0 });
    this.slide = html("div", { class: "slide", "aria-live": "polite", tabindex: 0 });
    this.count = html("span", { class: "count" });
    this.rail = html("span", { class: "marks-rail", "aria-hidden": "true" });
    this.back = button("‹ Back", "Back to the step before (left arrow, Page Up)", () => this.go(this.at - 1));
    this.on = button("Next ›", "Next step (right arrow, space, Page Down)", () => this.go(this.at + 1), { class: "main" });
    this.notes = button("Notes", "Show or hide the notes (N)", () => this.fold(), { "aria-expanded": "false" });
    this.note = this.noteBox();
    this.note.hidden = true;
    this.dialog = html("dialog", { class: "presenter", "aria-label": "Step by step" }, this.slide, this.note,
      html("div", { class: "desk" }, this.back, this.on, this.count, html("span", { class: "space" }), this.rail, ...this.tools(), this.notes,
        button("Close", "Close (Esc)", () => this.dialog.close(), { class: "quiet" })));
    this.dialog.addEventListener("keydown", (event) => this.key(event));
  }

  noteBox() {
    return html("p", { class: "note", role: "note", "aria-label": "Notes" });
  }

  tools() {
    return [];
  }

  // Shows these steps and questions, from where it was left.
  open(show = this.told.show ?? this.all()) {
    this.shown = show;
    this.slides = [{ item: null, draw: () => this.title() }];
    for (const item of show) {
      if ("step" in item) this.slides.push({ item, draw: () => this.step(this.told.events[item.step]) });
      else for (const answered of [false, true]) this.slides.push({ item, draw: () => this.question(this.told.quiz[item.question], answered) });
    }
    this.rail.replaceChildren(...show.map((item) => this.mark(item)));
    this.notes.hidden = !this.hasNotes();
    this.dialog.showModal();
    this.go(this.at);
    this.on.focus();
  }

  all() {
    return [...this.told.steps.map((step) => ({ step })), ...this.told.quiz.map((_, question) => ({ question }))];
  }

  hasNotes() {
    return this.shown.some(({ note }) => note);
  }

  // The steps as marks: where the class is now.
  mark({ step }) {
    if (step === undefined) return html("span", { class: "ask", text: "?" });
    const { status } = this.told.events[step];
    return dressed(html("span", {}, sign(this.statuses[status], 16)), status);
  }

  key(event) {
    event.stopPropagation();
    const { key, target } = event;
    if (event.altKey || event.ctrlKey || event.metaKey || target.matches("textarea")) return;
    const down = { ArrowDown: 1, ArrowUp: -1 }[key];
    const moves = {
      ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": event.shiftKey ? -1 : 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1,
      Home: -this.slides.length, End: this.slides.length,
    };
    if (key.toLowerCase() === "n" && !this.notes.hidden) this.fold();
    else if (!(key in moves) || (key === " " && target.closest("button"))) return;
    else if (!down || !this.scroll(down)) this.go(this.at + moves[key]);
    event.preventDefault();
  }

  // Scrolls a slide that is longer than the screen; returns whether there was anything to scroll.
  scroll(down) {
    const before = this.slide.scrollTop;
    this.slide.scrollBy({ top: down * this.slide.clientHeight * 0.7, behavior: "instant" });
    return Math.abs(this.slide.scrollTop - before) > 1;
  }

  fold() {
    this.note.hidden = !this.note.hidden;
    this.notes.setAttribute("aria-expanded", String(!this.note.hidden));
    this.fit();
  }

  go(at) {
    this.at = Math.min(Math.max(at, 0), this.slides.length - 1);
    const { item, draw } = this.slides[this.at];
    this.slide.className = "slide";
    this.slide.replaceChildren(...draw().filter(Boolean));
    this.slide.scrollTop = 0;
    this.slide.dataset.at = String(this.at);
    this.noted(item);
    this.fit();
    this.count.textContent = `${this.at + 1} of ${this.slides.length}`;
    this.back.setAttribute("aria-disabled", String(this.at === 0));
    this.on.setAttribute("aria-disabled", String(this.at === this.slides.length - 1));
    Array.from(this.rail.children, (mark, number) => mark.classList.toggle("now", this.shown[number] === item));
  }

  // What does not fit the screen is set smaller, though never below 28 pixels.
  fit() {
    this.slide.classList.remove("long");
    this.slide.classList.toggle("long", this.slide.scrollHeight > this.slide.clientHeight);
  }

  noted(item) {
    this.note.textContent = plain(item?.note) || "No note.";
  }

  // ---- slides -----------------------------------------------------------------------------------------------

  title() {
    const { title, stands, told } = this.told;
    this.slide.classList.add("first");
    return [html("h2", { text: title }), html("p", { class: "stands", text: stands }), html("p", { class: "quiet", text: told })];
  }

  step({ label, status, when, told, about, ahead, past }) {
    const mark = this.statuses[status];
    this.slide.classList.add(mark.solid ? "real" : "open");
    dressed(this.slide, status);
    const [word, meaning] = about.split(/: (.*)/s);
    return [
      html("p", { class: "top" }, html("span", { class: "when", text: when || "day unknown" }), statusWord(status, this.statuses),
        ahead || past ? html("strong", { class: "yet", text: past ?? "Not yet happened" }) : null),
      html("h2", { text: label }),
      told.length ? this.said(told[0][0]) : null,
      status === "happened" || past ? null : html("p", { class: "quiet", text: mark.meaning }),
      meaning ? html("p", { class: "quiet" }, html("span", { text: "What does it mean? " }), html("span", { "data-meaning": meaning, text: word })) : null,
    ];
  }

  said(number) {
    const { quote, source } = this.told.sentences[number];
    return html("figure", {}, html("blockquote", { text: quote }), html("figcaption", {}, sourceWords(this.told.sources[source])));
  }

  question({ ask, options, right, because, sentence, quoted }, answered) {
    const heading = html("h2", { class: "asked", text: ask });
    if (answered) {
      return [
        html("p", { class: "when", text: "The answer" }), heading, html("p", { class: "right", text: `✓ ${options[right]}` }),
        because === options[right] ? null : html("p", { text: because }), this.said(sentence),
      ];
    }
    return [
      html("p", { class: "when", text: "A question" }), heading, quoted ? this.said(sentence) : null,
      html("ol", { class: "options" }, ...options.map((text) => html("li", { text }))),
    ];
  }
}
