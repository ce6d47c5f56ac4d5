// What a person does with the relations: zoom, pan, pin, filter, search, keys. Methods of Relations.

const LEAST_SCALE = 0.8;

Object.assign(Relations.prototype, {
  listen() {
    const on = listenFor(this);
    on(this.search, "input", () => this.find(this.search.value, true));
    on(this.picture, "dblclick", (event) => this.expand(event.target.closest("[data-id]")?.dataset.id));
    const again = () => {
      if (!this.data || this.printed) return;
      this.measure = null;
      this.memory.view = null;
      this.place();
      this.draw();
    };
    this.watch = new ResizeObserver(() => {
      if (this.model && Math.abs(this.root.clientWidth - this.width) > 1) again();
    });
    this.watch.observe(this.root);
    document.fonts.ready.then(again);
    on(document.fonts, "loadingdone", again);
  },

  print(begins) {
    this.printed = begins ? 1000 : null; // pixels; the page scales the picture to its paper
    this.root.classList.toggle("printing", begins);
    if (!this.data) return;
    paint(this.root, this.statuses);
    if (this.root.clientWidth < NARROW * this.em) { // paper has room for what a phone leaves out
      this.place();
      this.draw();
    } else {
      this.showView();
    }
  },

  // ---- view -----------------------------------------------------------------------------------------------

  // k is the scale, x and y the point of the picture in the middle of the view. As wide as the frame by itself;
  // below LEAST_SCALE letters become too small to read, so then only the middle is shown at first.
  fitting() {
    const frameHigh = this.frameHigh();
    const k = Math.min(1, this.width / this.wide, frameHigh / this.high);
    return { k: Math.max(k, LEAST_SCALE), x: this.wide / 2, y: this.high / 2 };
  },

  frameHigh() {
    const natural = this.high * Math.max(LEAST_SCALE, Math.min(1, this.width / this.wide));
    return this.data.height ? Math.min(this.data.height, Math.max(natural, 200)) : Math.min(natural, 1400 * this.em);
  },

  showView() {
    if (!this.model?.nodes.length) return;
    const high = this.frameHigh();
    this.paperLegend?.remove();
    if (this.printed) {
      const { key, high: more } = this.drawKey();
      this.paperLegend = key;
      this.picture.append(key);
      this.picture.setAttribute("viewBox", `0 0 ${Math.round(this.wide)} ${Math.round(this.high + more)}`);
      this.picture.setAttribute("width", "100%");
      this.picture.removeAttribute("height");
      this.layer.setAttribute("transform", "translate(0 0)");
      return;
    }
    this.memory.view ??= this.fitting();
    const { k, x, y } = this.memory.view;
    this.picture.setAttribute("viewBox", `0 0 ${this.width} ${Math.round(high)}`);
    this.picture.setAttribute("width", this.width);
    this.picture.setAttribute("height", Math.round(high));
    this.layer.setAttribute("transform", `translate(${this.width / 2 - x * k} ${high / 2 - y * k}) scale(${k.toFixed(3)})`);
  },

  setView({ k, x, y }) {
    const scale = Math.min(Math.max(k, 0.3), 3);
    this.memory.view = { k: scale, x: Math.min(Math.max(x, 0), this.wide), y: Math.min(Math.max(y, 0), this.high) };
    this.tip.hide();
    this.showView();
  },

  zoom(factor) {
    if (!this.memory?.view) return;
    this.setView({ ...this.memory.view, k: this.memory.view.k * factor });
  },

  fit() {
    if (!this.memory) return;
    this.memory.view = null;
    this.showView();
  },

  reveal(node) {
    const { k, x, y } = this.memory.view;
    const [across, down] = [this.width / 2 / k - node.half - 6, this.frameHigh() / 2 / k - node.down - 6];
    const near = (middle, at, room) => Math.min(Math.max(middle, at - Math.max(room, 0)), at + Math.max(room, 0));
    const next = { k, x: near(x, node.x, across), y: near(y, node.y, down) };
    if (next.x !== x || next.y !== y) this.setView(next);
    this.marks.get(node.id).scrollIntoView({ block: "nearest", inline: "nearest" });
  },

  drawAll() {
    this.memory.all = !this.memory.all;
    this.memory.view = null;
    this.place();
    this.draw();
  },

  // ---- legend and search ----------------------------------------------------------------------------------

  toggle(key) {
    if (!this.memory.off.delete(key)) this.memory.off.add(key);
    this.draw();
  },

  find(words, told) {
    const wanted = words.trim().toLowerCase();
    const found = [];
    for (const [id, mark] of this.marks ?? []) {
      const hit = wanted && plain(this.model.byId.get(id).label).toLowerCase().includes(wanted);
      mark.classList.toggle("found", Boolean(hit));
      mark.classList.toggle("dim", Boolean(wanted) && !hit);
      if (hit) found.push(id);
    }
    this.found = found;
    if (told) this.news.textContent = wanted ? `${found.length} found` : "";
  },

  // ---- focus and keys -------------------------------------------------------------------------------------

  rove(id, take) {
    this.focusId = id;
    for (const [other, mark] of this.marks) mark.setAttribute("tabindex", other === id ? 0 : -1);
    if (take) this.marks.get(id)?.focus({ preventScroll: true });
  },

  go(id) {
    this.reveal(this.model.byId.get(id));
    this.rove(id, true);
  },

  // The nearest node in the direction of the arrow: distance counts, and deviation counts double.
  step(key) {
    const [dx, dy] = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[key];
    const from = this.model.byId.get(this.focusId);
    let best = null;
    for (const id of this.marks.keys()) {
      const node = this.model.byId.get(id);
      const along = (node.x - from.x) * dx + (node.y - from.y) * dy;
      const aside = Math.abs((node.x - from.x) * dy) + Math.abs((node.y - from.y) * dx);
      if (node === from || along <= 1) continue;
      const cost = along + 2 * aside;
      if (!best || cost < best.cost) best = { id, cost };
    }
    if (best) this.go(best.id);
  },

  key(event) {
    if (event.target === this.search) {
      event.stopPropagation(); // letters typed here are no keys of the page
      if (event.key === "Enter" && this.found?.length) this.go(this.found[0]);
      if (event.key === "Escape") {
        this.search.value = "";
        this.find("", true);
      }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (["r", "c", "R", "C", "Escape"].includes(event.key)) event.stopPropagation(); // keys that Streamlit acts on
    if (event.key === "Escape") this.tip.hide();
    const id = event.target.closest?.("[data-id]")?.dataset.id;
    const [closer, farther] = [() => this.zoom(1.3), () => this.zoom(1 / 1.3)];
    const acts = { "+": closer, "=": closer, "-": farther, "−": farther, 0: () => this.fit() };
    if (id) {
      for (const key of ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"]) {
        acts[key] = () => (event.shiftKey ? this.nudge(id, key) : this.step(key));
      }
      acts.Enter = acts[" "] = () => this.select(id);
      acts.e = acts.E = () => this.expand(id);
      acts.p = acts.P = () => this.pin(id);
      acts.Home = () => this.go(this.model.focus.id);
    }
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  },

  // ---- choosing, pinning ----------------------------------------------------------------------------------

  select(id) {
    this.memory.selected = id;
    this.memory.clicks += 1;
    this.showSelected();
    this.tip.hide();
    this.send("selected", { id, turn: this.memory.clicks });
  },

  expand(id) {
    if (id !== undefined && id !== null) this.ask("expand", id);
  },

  pin(id) {
    const node = this.model.byId.get(id);
    if (!this.memory.pins.delete(id)) this.memory.pins.set(id, { x: node.x, y: node.y });
    this.draw();
    this.news.textContent = this.memory.pins.has(id) ? "pinned" : "no longer pinned";
  },

  nudge(id, key) {
    const [dx, dy] = { ArrowRight: [12, 0], ArrowLeft: [-12, 0], ArrowDown: [0, 12], ArrowUp: [0, -12] }[key];
    this.move(this.model.byId.get(id), dx, dy);
    this.draw();
  },

  move(node, dx, dy) {
    node.x = Math.min(Math.max(node.x + dx, node.half), this.wide - node.half);
    node.y = Math.min(Math.max(node.y + dy, node.up), this.high - node.down);
    this.memory.pins.set(node.id, { x: node.x, y: node.y });
  },

  // ---- pointer --------------------------------------------------------------------------------------------

  point(target) {
    const mark = target?.closest?.("[data-id]");
    const edge = target?.closest?.("[data-edge]");
    const near = mark && this.model.byId.get(mark.dataset.id);
    for (const line of this.picture.querySelectorAll(".edge")) {
      const on = near && near.bundles.some((bundle) => bundle.key === line.dataset.edge);
      line.classList.toggle("lit", Boolean(on) || line === edge);
    }
    if (this.dragging?.moved) return;
    if (near) {
      const words = this.linkWords(near);
      const hidden = this.undrawn(near) + Math.max(0, words.length - 8);
      const more = hidden ? [{ text: `and ${hidden} more ${hidden === 1 ? "link" : "links"}`, class: "more" }] : [];
      const kind = this.kinds[near.kind]?.word ?? near.kind;
      const status = near.kind === "event" ? this.statuses[near.status]?.word : "";
      const head = [{ text: near.label, class: "name" }, { text: [kind, status].filter(Boolean).join(", "), class: "more" }];
      this.tip.show([...head, ...words.slice(0, 8).map((text) => ({ text })), ...more], mark);
    } else if (edge) {
      const bundle = this.model.bundles.find((one) => one.key === edge.dataset.edge);
      const a = this.model.byId.get(bundle.a);
      const words = this.linkWords({ ...a, bundles: [bundle] });
      const ends = `${plain(a.label)} – ${plain(this.model.byId.get(bundle.b).label)}`;
      this.tip.show([{ text: ends, class: "name" }, ...words.slice(0, 10).map((text) => ({ text }))], edge);
    } else {
      this.tip.hide();
    }
  },

  press(event) {
    if (event.button !== 0 || !this.memory?.view) return;
    const id = event.target.closest("[data-id]")?.dataset.id;
    this.dragging = { x: event.clientX, y: event.clientY, view: this.memory.view, node: id && this.model.byId.get(id), moved: false };
  },

  drag(event) {
    const { dragging } = this;
    if (!dragging) return;
    const [dx, dy] = [event.clientX - dragging.x, event.clientY - dragging.y];
    if (!dragging.moved && Math.hypot(dx, dy) < 5) return;
    if (!dragging.moved) {
      dragging.moved = true;
      this.tip.hide();
      this.picture.setPointerCapture(event.pointerId);
      this.root.classList.add("panning");
    }
    const { k } = this.memory.view;
    if (dragging.node) {
      this.move(dragging.node, dx / k, dy / k);
      [dragging.x, dragging.y] = [event.clientX, event.clientY];
      cancelAnimationFrame(this.pending);
      this.pending = requestAnimationFrame(() => this.draw());
    } else {
      this.setView({ k, x: dragging.view.x - dx / k, y: dragging.view.y - dy / k });
    }
  },

  release(event) {
    this.root.classList.remove("panning");
    this.draggedAt = this.dragging?.moved ? event.timeStamp : undefined;
    this.dragging = null;
  },

  click(event) {
    if (this.draggedAt !== undefined && event.timeStamp - this.draggedAt < 50) return; // the end of a drag
    const mark = event.target.closest("[data-id]");
    const edge = event.target.closest("[data-edge]");
    const told = edge && this.model.bundles.find((one) => one.key === edge.dataset.edge).edges.find((one) => one.id);
    if (mark) {
      this.rove(mark.dataset.id, false);
      this.select(mark.dataset.id);
    } else if (told) {
      this.select(told.id);
    }
  },

  wheel(event) {
    if (!(event.ctrlKey || event.metaKey) || !this.memory?.view) return;
    event.preventDefault();
    this.zoom(Math.exp(-Math.max(-60, Math.min(60, event.deltaY)) / 220));
  },
});

export default function relations({ data, parentElement, setStateValue, setTriggerValue }) {
  return mount(parentElement, (host) => new Relations(host), { data, setStateValue, setTriggerValue });
}
