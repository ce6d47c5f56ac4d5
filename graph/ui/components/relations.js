// The relations of one focus: what is drawn when. See relations.py for the payload.

class Relations {
  constructor(host) {
    this.root = html("div", { class: "drawing relations" });
    host.append(this.root);
    this.picture = svg("svg", { role: "group" });
    this.search = html("input", { type: "search", placeholder: "Find a name", "aria-label": "Find a name in the picture" });
    this.legend = html("div", { class: "legend", role: "group", "aria-label": "Legend: shows and hides" });
    this.left = html("span", {});
    this.all = button("", "", () => this.drawAll());
    this.more = html("p", { class: "hint hidden-count" }, this.left, this.all);
    const title = () => `relations of ${this.model?.focus?.label ?? "nothing"}`;
    this.root.append(
      html("div", { class: "bar", role: "toolbar", "aria-label": "View of the relations" },
        button("−", "Zoom out (key −)", () => this.zoom(1 / 1.3)),
        button("+", "Zoom in (key +)", () => this.zoom(1.3)),
        button("Fit", "Show everything (key 0)", () => this.fit()),
        this.search,
        html("span", { class: "space" }),
        ...fileButtons(this.root, () => this.picture, title, (begins) => this.print(begins))),
      html("div", { class: "scroller" }, this.picture),
      this.more,
      this.legend,
      html("p", { class: "hint", text: byTouch()
        ? "Tap a name for what is known of it; drag a name to pin it elsewhere; − and + change the size."
        : "Arrow keys go from name to name, Enter selects, e (or a double click) brings in its"
          + " neighbours, p pins it; drag a name to pin it elsewhere." }),
    );
    this.news = html("div", { class: "spoken", "aria-live": "polite" });
    this.root.append(this.news);
    this.tip = new Tip(this.root);
    this.glossary = new Glossary(this.root);
    this.listen();
  }

  // ---- from the page --------------------------------------------------------------------------------------

  receive({ data, setStateValue, setTriggerValue }) {
    this.send = setStateValue;
    this.ask = setTriggerValue;
    const fresh = { selected: null, turn: -1, clicks: 0, pins: new Map(), off: new Set(), all: false, view: null, signature: null };
    this.memory = visit(`relations ${data.key}`, fresh);
    agreeOn(this.memory, data.opened);
    const signature = JSON.stringify([data.picture, data.height]);
    const changed = signature !== this.signature;
    this.data = data;
    this.signature = signature;
    if (!changed) {
      this.showSelected();
      return;
    }
    this.statuses = data.statuses;
    this.kinds = data.kinds;
    if (this.memory.signature !== signature) this.memory.view = null;
    this.memory.signature = signature;
    paint(this.root, this.statuses);
    this.place();
    this.draw();
  }

  leave() {
    this.glossary.hide();
    this.watch.disconnect();
    this.abort.abort();
    this.root.remove();
  }

  place() {
    this.measure ??= textMeasure(this.root);
    this.em = (parseFloat(getComputedStyle(this.root).fontSize) || 16) / 16;
    this.width = Math.max(240, Math.floor(this.printed ?? this.root.clientWidth));
    this.narrow = this.width < NARROW * this.em;
    const few = this.narrow && !this.memory.all && !this.data.picture.opened;
    this.model = relate(this.data.picture, this.statuses, few ? MOST_NARROW : MOST_NODES);
    if (!this.model.nodes.length) return;
    const least = this.data.height ? this.data.height - 8 : 420 * this.em;
    Object.assign(this, placeNodes(this.model, this.width, least, this.measure, this.em, this.memory.pins));
  }

  // ---- drawing --------------------------------------------------------------------------------------------

  shownParts() {
    const kept = (node) => node === this.model.focus || !this.memory.off.has(`kind ${this.kindOf(node)}`);
    const nodes = new Set(this.model.nodes.filter(kept).map((node) => node.id));
    const bundles = new Set(this.model.bundles.filter((bundle) => nodes.has(bundle.a) && nodes.has(bundle.b)
      && bundle.edges.some((edge) => !this.memory.off.has(`status ${edge.status}`))));
    return { nodes, bundles };
  }

  kindOf(node) {
    return node.kind in this.kinds ? node.kind : "organisation";
  }

  draw() {
    if (!this.data) return;
    const focused = this.root.getRootNode().activeElement?.dataset.id === this.focusId && this.focusId !== undefined;
    const { em, model } = this;
    this.tip.hide();
    this.drawLegend();
    this.tellHidden();
    if (!model.nodes.length) {
      this.picture.setAttribute("aria-label", "Relations, nothing to show");
      this.picture.replaceChildren(svg("text", { class: "label", x: 4, y: 22, text: "Nothing to show: no relation matches." }));
      this.picture.setAttribute("viewBox", `0 0 ${this.width} 40`);
      this.root.dataset.drawn = "0";
      return;
    }
    const shown = this.shownParts();
    placeEdgeLabels(model, shown, this.measure, em);
    const { prefix, defs } = definitions({});
    this.layer = svg("g", { class: "layer" });
    const lines = svg("g", { class: "edges", "aria-hidden": "true" });
    for (const bundle of shown.bundles) lines.append(this.drawBundle(bundle, prefix));
    this.layer.append(lines);
    this.marks = new Map();
    for (const node of model.nodes) {
      if (!shown.nodes.has(node.id)) continue;
      const mark = this.drawNode(node);
      this.marks.set(node.id, mark);
      this.layer.append(mark);
    }
    this.picture.replaceChildren(defs, this.layer);
    this.picture.setAttribute("aria-label", `Relations of ${plain(model.focus.label)}: ${this.marks.size} names, ${shown.bundles.size} links`);
    this.showView();
    this.showSelected();
    this.find(this.search.value, false);
    this.rove(this.marks.has(this.focusId) ? this.focusId : model.focus.id, focused);
    this.root.dataset.drawn = String(this.marks.size);
  }

  // What is not drawn, and the way to it: a button where a phone has little room, else names one by one.
  tellHidden() {
    const { hidden } = this.model;
    const far = this.data.picture.hidden ?? 0; // not even sent
    this.more.hidden = !hidden && !(this.narrow && this.memory.all);
    this.left.textContent = hidden ? `${hidden} more ${hidden === 1 ? "neighbour is" : "neighbours are"} not drawn.` : "";
    if (far) this.left.textContent += " Choose a name and “Draw its neighbours too” beside it, or see the list.";
    this.all.hidden = !(this.narrow && (hidden > far || this.memory.all));
    this.all.textContent = this.memory.all ? "Draw fewer" : `Draw ${hidden - far} more`;
    this.all.setAttribute("aria-label", this.all.textContent);
    this.all.title = this.all.textContent;
  }

  drawBundle(bundle, prefix) {
    const { em, model } = this;
    const line = lineBetween(model.byId.get(bundle.a), model.byId.get(bundle.b), em);
    const mark = this.statuses[bundle.status] ?? this.statuses.unknown;
    const d = `M${line.start[0]} ${line.start[1]}L${line.stop[0]} ${line.stop[1]}`;
    const group = svg("g", { class: `edge of-${bundle.status}`, "data-edge": bundle.key });
    group.style.setProperty("--c", `var(--status-${bundle.status in this.statuses ? bundle.status : "unknown"})`);
    group.append(svg("path", { class: "reach", "data-screen": "", d }), svg("path", {
      class: "line", d, "stroke-width": Math.min(1.4 + Math.log2(bundle.count) * 0.9, 5), "stroke-dasharray": mark.dash || null,
      "marker-end": bundle.toB ? `url(#${prefix}-arrow)` : null, "marker-start": bundle.toA ? `url(#${prefix}-arrow)` : null,
    }));
    if (bundle.status !== "happened" && line.length > 30 * em) { // the status by shape as well, at the outer end
      const share = (model.byId.get(bundle.a) === model.focus ? line.length - 20 * em : 20 * em) / line.length;
      group.append(shape({ ...mark, dash: "" }, 0.62 * em, ...line.at(share)));
    }
    if (bundle.place) {
      const { x, y, text } = bundle.place;
      group.append(svg("text", { class: "edge-label", x, y: y + 4 * em, text }));
    }
    return group;
  }

  drawNode(node) {
    const { em } = this;
    const focus = node === this.model.focus;
    const event = node.kind === "event" && this.statuses[node.status];
    const look = event || this.kinds[this.kindOf(node)];
    const group = svg("g", {
      class: `node kind-${this.kindOf(node)}${focus ? " focus" : ""}${this.memory.pins.has(node.id) ? " pinned" : ""}`,
      "data-id": node.id, role: "button", tabindex: -1, "aria-pressed": "false",
      "aria-label": this.spoken(node), transform: `translate(${node.x} ${node.y})`,
    });
    if (event) dressed(group, node.status).classList.add(`of-${node.status}`);
    const box = { x: -node.half, y: -node.up, width: 2 * node.half, height: node.up + node.down };
    group.append(svg("rect", { class: "ring", "data-screen": "", ...box }));
    if (focus) group.append(svg("circle", { class: "halo", r: node.radius + 4 * em }));
    group.append(shape(look, (node.radius / 8) * 0.95));
    if (this.memory.pins.has(node.id)) {
      const [x, y] = [node.radius - 1, -node.radius - 3];
      group.append(svg("path", { class: "pin", d: `M${x} ${y}l6 6M${x + 6} ${y}l-6 6` }));
    }
    const hidden = this.undrawn(node);
    if (hidden) group.append(svg("text", { class: "badge", x: node.radius + 3 * em, y: -node.radius + 4 * em, text: `+${hidden}` }));
    const label = svg("text", { class: "label", "font-size": node.size });
    node.lines.forEach((text, at) => label.append(svg("tspan", { x: 0, y: node.radius + 4 * em + node.size + at * node.line, text })));
    group.append(label);
    return group;
  }

  // ---- words ----------------------------------------------------------------------------------------------

  linkWords(node) {
    return node.bundles.flatMap((bundle) => bundle.edges).map((edge) => {
      const out = edge.source === node.id;
      const other = plain(this.model.byId.get(out ? edge.target : edge.source).label);
      const word = this.statuses[edge.status]?.word ?? edge.status;
      const times = edge.count > 1 ? `, ${edge.count} times` : "";
      return `${out ? `${plain(edge.label)} → ${other}` : `${other}: ${plain(edge.label)}`} (${word}${times})`;
    });
  }

  spoken(node) {
    const words = this.linkWords(node);
    const kind = this.kinds[node.kind]?.word ?? plain(node.kind);
    const status = node.kind === "event" && node.status ? `, ${this.statuses[node.status]?.word ?? node.status}` : "";
    const hidden = this.undrawn(node);
    if (hidden) words.push(`${hidden} more ${hidden === 1 ? "link" : "links"} not drawn`);
    const rest = words.length > 6 ? `; and ${words.length - 6} more` : "";
    const middle = node === this.model.focus ? ", in the middle" : "";
    return `${plain(node.label)}, ${kind}${status}${middle}. ${words.slice(0, 6).join("; ")}${rest}`;
  }

  undrawn(node) {
    return Math.max(0, (node.degree ?? 0) - node.bundles.reduce((sum, bundle) => sum + bundle.edges.length, 0));
  }

  drawLegend() {
    const count = (values) => values.reduce((sums, value) => sums.set(value, (sums.get(value) ?? 0) + 1), new Map());
    const kinds = count(this.model.nodes.map((node) => this.kindOf(node)));
    const statuses = count(this.model.bundles.flatMap((bundle) => bundle.edges.map((edge) => edge.status)));
    const entry = (key, look, number) => {
      const state = { class: "entry", "aria-pressed": String(!this.memory.off.has(key)), "data-key": key, title: null, "data-meaning": look.meaning };
      const made = button("", `${look.word}: ${number}`, () => this.toggle(key), state);
      const picture = svg("svg", { width: 26, height: 20, viewBox: "-13 -10 26 20", "aria-hidden": "true" });
      if (key.startsWith("kind")) picture.append(shape(look, 0.95));
      else picture.append(svg("path", { class: "line", d: "M-12 0H12", "stroke-width": 2, "stroke-dasharray": look.dash || null }));
      if (key.startsWith("status") && key !== "status happened") picture.append(shape({ ...look, dash: "" }, 0.62));
      made.append(picture, html("span", { text: look.word }), html("span", { class: "number", text: number }));
      return made;
    };
    const kept = this.root.getRootNode().activeElement?.dataset.key;
    const drawn = Object.keys(this.kinds).filter((kind) => kinds.has(kind));
    const nodes = drawn.map((kind) => entry(`kind ${kind}`, this.kinds[kind], kinds.get(kind)));
    const lines = Object.keys(this.statuses).filter((status) => statuses.has(status)).map((status) => {
      const made = entry(`status ${status}`, this.statuses[status], statuses.get(status));
      made.style.setProperty("--c", `var(--status-${status})`);
      made.classList.add(`of-${status}`);
      return made;
    });
    const rows = [["Names", nodes], ["Links", lines]].filter(([, entries]) => entries.length);
    const row = ([title, entries]) => html("div", { class: "row" }, html("span", { class: "title", text: title }), ...entries);
    this.legend.replaceChildren(...rows.map(row));
    if (kept) this.legend.querySelector(`[data-key="${CSS.escape(kept)}"]`)?.focus();
  }

  // The legend as part of the picture, for paper and files; on the screen it is made of buttons below.
  drawKey() {
    const { em } = this;
    const key = svg("g", { class: "key", transform: `translate(8 ${this.high + 14 * em})` });
    let [x, y] = [0, 8 * em];
    for (const row of this.legend.querySelectorAll('.entry[aria-pressed="true"]')) {
      const words = row.querySelector("span").textContent;
      const wide = 48 * em + this.measure(words, 13 * em);
      if (x > 0 && x + wide > this.wide) [x, y] = [0, y + 24 * em];
      const look = row.querySelector("svg");
      const entry = svg("g", { class: row.className, transform: `translate(${x} ${y})` });
      entry.style.setProperty("--c", row.style.getPropertyValue("--c"));
      const sign = svg("g", { transform: "translate(13 0)" });
      sign.append(...Array.from(look.children, (part) => part.cloneNode(true)));
      entry.append(sign, svg("text", { class: "key-word", x: 32 * em, y: 4.5 * em, text: words }));
      key.append(entry);
      x += wide;
    }
    return { key, high: y + 24 * em };
  }

  showSelected() {
    for (const [id, mark] of this.marks ?? []) mark.setAttribute("aria-pressed", String(id === this.memory.selected));
  }
}
