// The timeline: what is drawn when, and what a person can do with it. See timeline.py for the payload.

class Timeline {
  constructor(host) {
    this.root = html("div", { class: "drawing timeline" });
    host.append(this.root);
    this.chips = {
      earlier: button("", "Show what is earlier", () => this.reach("earlier"), { class: "chip", hidden: true }),
      later: button("", "Show what is later", () => this.reach("later"), { class: "chip", hidden: true }),
    };
    this.picture = svg("svg", { role: "group", "aria-label": "Timeline" });
    this.scroller = html("div", { class: "scroller" }, this.picture);
    const title = () => `${this.data?.picture.title || "timeline"}`;
    this.root.append(
      html("div", { class: "bar", role: "toolbar", "aria-label": "View of the timeline" },
        button("−", "Zoom out (key −)", () => this.zoom(1.6)),
        button("+", "Zoom in (key +)", () => this.zoom(1 / 1.6)),
        button("Fit", "Show everything that lies together (key 0)", () => this.fit()),
        this.chips.earlier,
        this.chips.later,
        html("span", { class: "space" }),
        ...fileButtons(this.root, () => this.picture, title)),
      this.scroller,
      html("p", { class: "hint", text: byTouch()
        ? "Drag to move, + and − to zoom, tap a mark for the sentence behind it."
        : "Drag or use the arrow keys to move, + and − to zoom, 0 to fit, Enter for the sentence behind a mark." }),
    );
    this.news = html("div", { class: "spoken", "aria-live": "polite" });
    this.root.append(this.news);
    this.tip = new Tip(this.root);
    this.glossary = new Glossary(this.root);
    this.listen();
  }

  // ---- from the page --------------------------------------------------------------------------------------

  receive({ data, setStateValue }) {
    this.send = setStateValue;
    const signature = JSON.stringify([data.picture, data.height]);
    const fresh = { view: null, moved: false, selected: null, turn: -1, clicks: 0, signature: null };
    this.memory = visit(`timeline ${data.key}`, fresh);
    agreeOn(this.memory, data.opened);
    const changed = signature !== this.signature;
    this.data = data;
    this.signature = signature;
    if (!changed) {
      this.showSelected();
      return;
    }
    this.statuses = data.statuses;
    this.model = understand(data.picture);
    if (this.memory.signature !== null && this.memory.signature !== signature && !this.memory.moved) this.memory.view = null;
    this.memory.signature = signature;
    this.scroller.style.maxHeight = data.height ? `${data.height}px` : "";
    if (data.height) this.scroller.setAttribute("tabindex", "0"); // it scrolls, so a keyboard must reach it
    else this.scroller.removeAttribute("tabindex");
    paint(this.root, this.statuses);
    this.draw();
  }

  leave() {
    this.glossary.hide();
    this.watch.disconnect();
    this.abort.abort();
    this.root.remove();
  }

  // ---- drawing --------------------------------------------------------------------------------------------

  frame() {
    const em = (parseFloat(getComputedStyle(this.root).fontSize) || 16) / 16;
    const full = Math.floor(this.printed ?? this.root.clientWidth) - 8; // 4 px for rings at both sides
    const named = this.model.tracks.some((track) => track.label);
    const measure = this.measure;
    const longest = Math.max(0, ...this.model.tracks.map((track) => measure(plain(track.label).slice(0, LONGEST), 14 * em, 600)));
    const beside = named && full >= 680 * em;
    const gutter = beside ? Math.min(Math.max(longest + 20 * em, 90 * em), 180 * em) : 0;
    const width = full - gutter;
    this.memory.view ??= this.model.dated.length ? viewOf(denseExtent(this.model.dated), width, em) : { from: 0, to: 1 };
    const view = this.memory.view;
    const pixelsPerDay = width / (view.to - view.from);
    const seen = this.model.dated.filter((event) => inView(event, view)).length;
    const words = (event) => {
      const word = this.statuses[event.status]?.word ?? "";
      return { meta: `${word} · ${event.dated ? shortWhen(event.bounds) : "day unknown"}`, prefix: event.status === "happened" ? "" : word };
    };
    return { em, full, width, gutter, beside, view, pixelsPerDay, measure, words, seen, rich: seen <= 24,
      prefix: this.prefix, x: (day) => (day - view.from) * pixelsPerDay };
  }

  draw(keepLanes = false) {
    if (!this.data || !(this.printed ?? this.root.clientWidth)) return;
    const focused = this.focusId !== undefined && this.root.getRootNode().activeElement?.dataset.id === this.focusId;
    this.tip.hide();
    this.measure ??= textMeasure(this.root);
    const { prefix, defs } = definitions(this.statuses);
    for (const texture of defs.querySelectorAll(".texture")) dressed(texture, texture.classList[1].slice(3));
    this.prefix = prefix;
    const frame = this.frame();
    this.now = frame;
    const parts = [defs];
    let top = 0;
    this.items = new Map();
    this.rows = [];
    if (this.model.dated.length) top = this.drawTracks(frame, parts, keepLanes);
    if (this.model.undated.length) top = this.drawUndated(frame, parts, top);
    if (this.model.events.length) {
      const { legend, high } = drawLegend(this.model, frame, this.statuses);
      legend.setAttribute("transform", `translate(4 ${top + 6 * frame.em})`);
      parts.push(legend);
      top += high + 10 * frame.em;
    } else {
      parts.push(svg("text", { class: "meta", x: 4, y: 20 * frame.em, text: "Nothing to show: no event matches." }));
      top = 32 * frame.em;
    }
    this.picture.replaceChildren(...parts);
    const [wide, high] = [frame.full + 8, Math.ceil(top)];
    this.picture.setAttribute("viewBox", `0 0 ${wide} ${high}`);
    this.picture.setAttribute("width", this.printed ? "100%" : wide);
    if (this.printed) this.picture.removeAttribute("height");
    else this.picture.setAttribute("height", high);
    this.picture.setAttribute("aria-label", `${this.data.picture.title || "Timeline"}, ${this.model.events.length} events`);
    this.followScroll();
    this.showSelected();
    this.showChips(frame);
    this.rove(this.items.has(this.focusId) ? this.focusId : undefined, focused);
    this.glossary.reach();
    this.root.dataset.drawn = String(this.items.size);
  }

  drawTracks(frame, parts, keepLanes) {
    const { em, gutter, width, full, beside } = frame;
    const { axis, grid, line } = drawAxis(frame, this.model.asOf);
    const axisHigh = (line ? 70 : 46) * em;
    const plot = svg("g", { transform: `translate(${4 + gutter} 0)` });
    const arrows = svg("g", { class: "arrows", "aria-hidden": "true" });
    plot.append(grid);
    if (line) plot.append(line);
    plot.append(arrows);
    let y = axisHigh + 12 * em;
    const before = keepLanes ? this.lanes : null;
    this.lanes = new Map();
    const multitude = this.model.dated.filter((event) => inView(event, frame.view)).length > MULTITUDE;
    this.model.tracks.forEach((track, at) => {
      if (at) plot.append(svg("line", { class: "divider", x1: -gutter, x2: width, y1: y - 7 * em, y2: y - 7 * em }));
      const most = beside ? gutter - 18 * em : full - 6;
      const name = wrapText(track.label, most, beside ? 4 : 2, (text) => this.measure(text, 14 * em, 600));
      if (track.label) plot.append(textLines(name.lines, -gutter, y + 16.5 * em, 19 * em, { class: "heading" }));
      const own = name.lines.length * 19 * em + 6 * em;
      const head = beside || !track.label ? 0 : own;
      const { items, high } = placeTrack(track, frame, before, multitude);
      const group = svg("g", { class: "track", role: "group", "aria-label": plain(track.label) || "Events" });
      group.setAttribute("transform", `translate(0 ${Math.round(y + head)})`);
      for (const item of items) {
        item.y = y + head + item.top;
        this.lanes.set(item.id, item.lane);
        this.items.set(item.id, item);
        item.element = item.crowd ? drawCluster(item, frame, this.statuses) : drawEvent(item, frame, this.model, this.statuses, this.prefix);
        group.append(item.element);
      }
      plot.append(group);
      this.rows.push({ items, track });
      y += Math.max(head + high, beside ? own : 0) + 16 * em;
    });
    for (const one of [...grid.children, ...(line ? [line] : [])]) {
      one.setAttribute("y1", axisHigh);
      one.setAttribute("y2", y - 8 * em);
    }
    const needed = this.model.links.filter((link) => link.kind === "requires").length;
    for (const link of this.model.links) {
      const [first, later] = [this.items.get(link.target), this.items.get(link.source)];
      if (!first?.event?.dated || !later?.event?.dated) continue;
      const made = drawLink(link, first, later, em, this.prefix);
      if (link.kind === "follows" || needed > 40) made.classList.add("asked");
      arrows.append(made);
    }
    this.axis = svg("g", { class: "axis-band" },
      svg("rect", { class: "band", width: full + 8, height: axisHigh }),
      svg("g", { transform: `translate(${4 + gutter} 0)` }, axis));
    parts.push(plot, this.axis);
    return y;
  }

  drawUndated(frame, parts, top) {
    const { em, full } = frame;
    const start = top ? top + 4 * em : 0;
    if (top) parts.push(svg("line", { class: "divider strong", x1: 4, x2: full + 4, y1: start, y2: start }));
    const { strip, items, high } = drawStrip(this.model, frame, this.statuses);
    strip.setAttribute("transform", `translate(4 ${start + 10 * em})`);
    parts.push(strip);
    for (const item of items) {
      item.element = strip.querySelector(`[data-id="${CSS.escape(item.id)}"]`);
      this.items.set(item.id, item);
    }
    this.rows.push({ items, track: null });
    return start + high + 28 * em;
  }

  // The axis stays in sight while a tall picture scrolls in its own box.
  followScroll() {
    this.axis?.setAttribute("transform", `translate(0 ${this.printed ? 0 : this.scroller.scrollTop})`);
  }

  showSelected() {
    for (const item of this.items?.values() ?? []) {
      if (item.event) item.element.setAttribute("aria-pressed", String(item.id === this.memory.selected));
    }
    this.showLinks(this.pointed ?? this.memory.selected);
  }

  showLinks(id) {
    for (const link of this.picture.querySelectorAll(".link[data-from]")) {
      link.classList.toggle("shown", link.dataset.from === id || link.dataset.to === id);
    }
  }

  showChips({ view }) {
    const counts = {
      earlier: this.model.dated.filter((event) => event.last <= view.from).length,
      later: this.model.dated.filter((event) => event.first >= view.to).length,
    };
    for (const [side, chip] of Object.entries(this.chips)) {
      chip.hidden = counts[side] === 0;
      chip.textContent = side === "earlier" ? `‹ earlier: ${counts[side]}` : `later: ${counts[side]} ›`;
      chip.setAttribute("aria-label", `Zoom out to the ${side} ${counts[side] === 1 ? "event" : "events"}: ${counts[side]}`);
    }
  }
}
