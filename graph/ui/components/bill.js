// One bill: the steps of its procedure by chamber, the way that is left, promises and their fate, contradictions as
// loops of sentences, votes, and who is for and against it.

class Bill extends Sections {
  constructor(host) {
    super(host, "bill");
  }

  draw(told) {
    const sections = [
      this.steps(told),
      this.path(told.path),
      this.loops(told.loops),
      this.promises("Promises, and what became of them", told.promises),
      this.promises("Plans that a later report overtook", told.plans),
      this.votes(told.votes),
      this.sides(told.sides),
    ];
    this.root.replaceChildren(...sections.filter(Boolean));
  }

  // ---- steps ----------------------------------------------------------------------------------------------

  steps({ tracks, about, unknown, disorder }) {
    if (!tracks.length) return null;
    const made = this.section("Step by step", html("p", { class: "quiet small", text: about }),
      html("div", { class: "tracks" }, ...tracks.map((track) => this.track(track))));
    if (unknown.length) {
      const odd = unknown.map(({ text, to }) => html("li", {}, this.go(to, text)));
      made.append(html("p", { class: "small", text: "Reported, but the procedure has no such step:" }), html("ul", { class: "odd small" }, ...odd));
    }
    if (disorder.length) {
      const pairs = disorder.map(([first, second]) => html("li", {}, this.go(first.to, first.text), " should come before ", this.go(second.to, second.text)));
      made.append(html("p", { class: "small", text: "Reported in another order than the procedure has, so that a day or a step is told or read wrongly:" }),
        html("ul", { class: "odd small" }, ...pairs));
    }
    return made;
  }

  track({ name, steps }) {
    const list = html("ol", {}, ...steps.map((step) => this.step(step)));
    return html("div", { class: "track" }, name ? html("h3", { text: name }) : null, list);
  }

  step({ name, state, word, when, meaning, to }) {
    const mark = this.data.states[state];
    const made = dressed(html("li", { class: `step ${state.replaceAll(" ", "-")}` }), mark.colour_of);
    const label = to ? this.go(to, name, { class: "name", "data-meaning": meaning }) : html("span", { class: "name", "data-meaning": meaning, text: name });
    made.append(sign(mark, 20), html("span", { class: "words" }, label,
      html("span", { class: "small" }, html("span", { class: "state", text: word }), when ? html("span", { class: "quiet", text: ` · ${when}` }) : null)));
    return made;
  }

  // ---- the way that is left ---------------------------------------------------------------------------------

  path(steps) {
    if (!steps.length) return null;
    const rows = steps.map(({ name, when, room, kept, waits, to }, at) => html("li", {},
      html("span", { class: "number", text: String(at + 1) }),
      html("span", { class: "words" }, to ? this.go(to, name, { class: "name" }) : html("span", { class: "name", text: name }),
        html("span", { text: when || "no day known" }),
        room ? html("span", { class: "quiet", text: room }) : null,
        kept ? html("span", { class: "kept", text: `if promises are kept: ${kept}` }) : null,
        waits ? html("span", { class: "quiet", text: `waits for ${waits}` }) : null)));
    return this.section("What must still happen before it is in force", html("ol", { class: "path" }, ...rows));
  }

  // ---- contradictions -----------------------------------------------------------------------------------------

  loops(loops) {
    if (!loops.length) return null;
    const [own, beside] = [false, true].map((around) => loops.filter((loop) => loop.beside === around).map((loop) => this.loop(loop)));
    const made = this.section("These reports cannot all be true", own.length ? html("ul", { class: "told" }, ...own) : null);
    if (beside.length) {
      const what = beside.length === 1 ? "1 more, about what happened around the bill" : `${beside.length} more, about what happened around the bill`;
      made.append(html("details", {}, html("summary", { text: what }), html("ul", { class: "told" }, ...beside)));
    }
    return made;
  }

  loop({ text, links }) {
    return html("li", {}, html("p", { class: "says", text }),
      html("ol", { class: "loop" }, ...links.map((link) => html("li", {}, html("p", { text: link.says }), link.quote ? this.quoted(link) : null))));
  }

  // ---- for and against ------------------------------------------------------------------------------------------

  sides(sides) {
    if (!sides.length) return null;
    const columns = sides.map(({ heading, items }) => html("div", { class: "side" }, html("h3", { text: `${heading} (${items.length})` }),
      html("ul", {}, ...items.map(({ text, kind, who, detail, to }) => {
        const mark = this.data.kinds[kind];
        const row = html("li", {}, mark ? dressed(html("span", { class: "kind", title: mark.word }, sign(mark)), "unknown") : null);
        const where = who.to ? this.go(to, detail, { class: "small" }) : html("span", { class: "quiet small", text: detail });
        row.append(html("span", { class: "words" }, this.go(who.to ?? to, text), where));
        return row;
      }))));
    return this.section("For and against", html("div", { class: "sides" }, ...columns));
  }
}

export default function bill({ data, parentElement }) {
  return mount(parentElement, (host) => new Bill(host), { data });
}
