// The quiz: choose an answer, see whether it is right, and read the sentence that shows it.

Object.assign(Lesson.prototype, {
  quiz() {
    const { quiz } = this.told;
    if (!quiz.length) return "";
    this.answers = new Map();
    this.score = html("p", { class: "score", "aria-live": "polite" });
    const list = quiz.map((question, at) => this.question(question, at));
    this.questions = html("ol", { class: "questions" }, ...list);
    return this.section("quiz", "Quiz", html("p", { class: "quiet", text: "Every answer stands in a sentence: choose, then read it." }),
      this.questions, this.score, button("Start again", "Start the quiz again", () => this.again()));
  },

  question({ ask, quoted, options, right, because, sentence }, at) {
    const name = `question-${at}`;
    const answer = html("div", { class: "answer", "aria-live": "polite" });
    const choices = options.map((text, number) => {
      const input = html("input", { type: "radio", name, value: number });
      input.addEventListener("change", () => {
        this.answers.set(at, number === right);
        const verdict = number === right ? "✓ Right." : `✗ Not so: ${options[right]}`;
        answer.replaceChildren(html("p", { class: number === right ? "verdict right" : "verdict", text: verdict }),
          because === options[right] ? "" : html("p", { text: because }), this.quoted(sentence));
        this.scored();
      });
      return html("label", {}, input, html("span", { text }));
    });
    return html("li", {}, html("fieldset", {}, html("legend", { text: ask }), quoted ? html("blockquote", { text: this.told.sentences[sentence].quote }) : null, ...choices), answer);
  },

  scored() {
    const rights = [...this.answers.values()].filter(Boolean).length;
    this.score.textContent = `${rights} right of ${this.answers.size} answered, ${this.told.quiz.length} questions in all.`;
  },

  again() {
    this.answers.clear();
    this.score.textContent = "";
    for (const input of this.questions.querySelectorAll("input")) input.checked = false;
    for (const answer of this.questions.querySelectorAll(".answer")) answer.replaceChildren();
    this.questions.querySelector("input").focus();
  },
});
