// The presenter: one step at a time over the whole screen, for a projector; then the questions, each with its answer.

const LONG = 340; // letters; more than that are set smaller, so that they fit a screen of 1280 by 720

class Presenter {
  constructor(lesson) {
    this.lesson = lesson;
    this.at = 0;
    const { told } = lesson;
    this.slides = [() => this.title(), ...told.steps.map((number) => () => this.step(told.events[number])),
      ...told.quiz.flatMap((question) => [() => this.question(question, false), () => this.question(question, true)])];
    this.slide = html("div", { class: "slide", "aria-live": "polite", tabindex: 0 });
    this.count = html("span", { class: "count" });
    this.back = button("‹ Back", "Previous step (left arrow, Page Up)", () => this.go(this.at - 1));
    this.on = button("Next ›", "Next step (right arrow, space, Page Down)", () => this.go(this.at + 1), { class: "main" });
    this.dialog = html("dialog", { class: "presenter", "aria-label": "Step by step" }, this.slide,
      html("div", { class: "desk" }, this.back, this.on, this.count, html("span", { class: "space" }), this.rail(),
        button("Close", "Close (Esc)", () => this.dialog.close(), { class: "quiet" })));
    this.dialog.addEventListener("keydown", (event) => this.key(event));
  }

  open() {
    this.dialog.showModal();
    this.go(this.at);
    this.on.focus();
  }

  // The steps as marks: where the class is now.
  rail() {
    const marks = this.lesson.told.steps.map((number) => {
      const { status } = this.lesson.told.events[number];
      return dressed(html("span", {}, sign(this.lesson.statuses[status], 16)), status);
    });
    this.marks = marks;
    return html("span", { class: "marks-rail", "aria-hidden": "true" }, ...marks);
  }

  key(event) {
    const moves = {
      ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1,
      Home: -this.slides.length, End: this.slides.length,
    };
    const onButton = event.key === " " && event.target.closest("button");
    if (!(event.key in moves) || onButton || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.go(this.at + (event.key === " " && event.shiftKey ? -1 : moves[event.key]));
  }

  go(at) {
    this.at = Math.min(Math.max(at, 0), this.slides.length - 1);
    this.slide.replaceChildren(...this.slides[this.at]().filter(Boolean));
    this.slide.scrollTop = 0;
    this.slide.classList.toggle("long", this.slide.textContent.length > LONG);
    this.slide.dataset.at = String(this.at);
    this.count.textContent = `${this.at + 1} of ${this.slides.length}`;
    this.back.setAttribute("aria-disabled", String(this.at === 0));
    this.on.setAttribute("aria-disabled", String(this.at === this.slides.length - 1));
    this.marks.forEach((mark, number) => mark.classList.toggle("now", number === this.at - 1));
  }

  // ---- slides -----------------------------------------------------------------------------------------------

  title() {
    const { title, stands, told } = this.lesson.told;
    return [html("h2", { text: title }), html("p", { class: "stands", text: stands }), html("p", { class: "quiet", text: told })];
  }

  step({ label, status, when, told }) {
    return [
      html("p", { class: "top" }, html("span", { class: "when", text: when || "day unknown" }), statusWord(status, this.lesson.statuses)),
      html("h2", { text: label }),
      this.lesson.isPlain({ status }) ? null : html("p", { class: "quiet", text: this.lesson.statuses[status].meaning }),
      told.length ? this.said(told[0][0]) : null,
    ];
  }

  said(number) {
    const { quote, source } = this.lesson.told.sentences[number];
    return html("figure", {}, html("blockquote", { text: quote }), html("figcaption", {}, this.lesson.where(this.lesson.told.sources[source])));
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
