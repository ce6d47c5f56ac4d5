// What a person does with the timeline: pan, zoom, keys, pointer, choosing. Methods of Timeline.

Object.assign(Timeline.prototype, {
  listen() {
    const on = listenFor(this);
    on(this.scroller, "scroll", () => this.followScroll());
    this.watch = new ResizeObserver(() => {
      if (this.data && this.root.clientWidth !== this.drawnWidth && !this.printed) {
        this.drawnWidth = this.root.clientWidth;
        if (!this.memory.moved) this.memory.view = null;
        this.draw();
      }
    });
    this.watch.observe(this.root);
    const again = () => {
      this.measure = null; // a font that arrives late has other widths
      this.draw();
    };
    document.fonts.ready.then(() => this.data && again());
    on(document.fonts, "loadingdone", again);
  },

  print(begins) {
    this.printed = begins ? 1000 : null; // pixels; the page scales the picture to its paper
    this.root.classList.toggle("printing", begins);
    if (!this.data) return;
    paint(this.root, this.statuses);
    this.draw();
  },

  // ---- view -----------------------------------------------------------------------------------------------

  setView(view, keepLanes = false) {
    if (!this.model.dated.length) return;
    const all = extent(this.model.dated);
    const widest = viewOf(all, this.now.width, this.now.em);
    const most = (widest.to - widest.from) * 1.5;
    const span = Math.min(Math.max(view.to - view.from, SHORT_SPAN), Math.max(most, SHORT_SPAN * 4));
    let middle = (view.from + view.to) / 2;
    middle = Math.min(Math.max(middle, all.from - span * 0.3), all.to + span * 0.3); // never lost in empty time
    this.memory.view = { from: middle - span / 2, to: middle + span / 2 };
    this.memory.moved = true;
    this.draw(keepLanes);
    const { view: now, seen } = this.now;
    clearTimeout(this.saying);
    this.saying = setTimeout(() => {
      this.news.textContent = `${spellSpan(Math.floor(now.from), Math.ceil(now.to))}: ${seen} of ${this.model.dated.length} dated events`;
    }, 400);
  },

  zoom(factor, around) {
    const { from, to } = this.memory.view;
    const focused = this.items.get(this.focusId);
    const middle = around ?? (focused?.event?.dated && inView(focused.event, { from, to }) ? focused.event.centre : (from + to) / 2);
    const at = Math.min(Math.max((middle - from) / (to - from), 0), 1);
    const span = (to - from) * factor;
    this.setView({ from: middle - at * span, to: middle + (1 - at) * span });
  },

  fit() {
    if (!this.model.dated.length) return;
    this.memory.view = null;
    this.memory.moved = false;
    this.draw();
  },

  reach(side) {
    const { view, width, em } = this.now;
    const out = this.model.dated.filter((event) => (side === "earlier" ? event.last <= view.from : event.first >= view.to));
    const within = this.model.dated.filter((event) => inView(event, view));
    this.setView(viewOf(extent([...out, ...within]), width, em));
  },

  approach(crowd, element) {
    const span = extent(crowd.members);
    if (crowd.step.unit === "day") {
      this.list(crowd, element);
      return;
    }
    this.focusId = crowd.members[0].id;
    const closer = viewOf(span, this.now.width, this.now.em);
    const unit = crowd.stop - crowd.start;
    const most = Math.min(closer.to - closer.from, unit * 1.3);
    const middle = (Math.max(span.from, crowd.start) + Math.min(span.to, crowd.stop)) / 2;
    this.setView({ from: middle - most / 2, to: middle + most / 2 });
    this.focusNear(this.focusId);
  },

  // ---- focus and keys -------------------------------------------------------------------------------------

  rove(id, take) {
    const first = this.items.keys().next().value;
    this.focusId = id ?? (this.items.has(this.memory.selected) ? this.memory.selected : first);
    for (const item of this.items.values()) item.element.setAttribute("tabindex", item.id === this.focusId ? 0 : -1);
    if (take) this.items.get(this.focusId)?.element.focus({ preventScroll: true });
  },

  focus(item) {
    this.rove(item.id, true);
    item.element.scrollIntoView({ block: "nearest", inline: "nearest" });
    const [box, frame] = [item.element.getBoundingClientRect(), this.scroller.getBoundingClientRect()];
    const hidden = frame.top + 80 * this.now.em - box.top; // the axis covers the top of the box
    if (this.data.height && item.event?.dated !== false && hidden > 0) this.scroller.scrollTop -= hidden;
  },

  // The event itself or the cluster that holds it, brought into view.
  focusNear(id) {
    const event = this.model.byId.get(id);
    const holds = (item) => item.id === id || item.crowd?.members.includes(event);
    const item = Array.from(this.items.values()).find(holds);
    if (item) this.focus(item);
  },

  // Left and right along a track, also beyond the borders of the view; up and down to the nearest in time.
  step(key) {
    const at = this.rows.findIndex((row) => row.items.some((item) => item.id === this.focusId));
    const item = this.items.get(this.focusId);
    if (at < 0 || !item) return;
    const row = this.rows[at];
    const side = key === "ArrowRight" || key === "ArrowDown" ? 1 : -1;
    if (key === "ArrowLeft" || key === "ArrowRight") {
      const next = row.items[row.items.indexOf(item) + side];
      if (next) this.focus(next);
      else if (row.track) this.beyond(row.track, side);
      return;
    }
    for (let to = at + side; to >= 0 && to < this.rows.length; to += side) {
      const far = (other) => Math.abs(other.box.middle - item.box.middle);
      const near = this.rows[to].items.slice().sort((a, b) => far(a) - far(b))[0];
      if (near) {
        this.focus(near);
        return;
      }
    }
  },

  beyond(track, side) {
    const { view } = this.now;
    const out = track.events.filter((event) => (side > 0 ? event.first >= view.to : event.last <= view.from));
    if (!out.length) return;
    const next = side > 0 ? out[0] : out[out.length - 1];
    const span = view.to - view.from;
    this.setView({ from: next.centre - span / 2, to: next.centre + span / 2 });
    this.focusNear(next.id);
  },

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (["r", "c", "R", "C"].includes(event.key)) event.stopPropagation(); // keys that Streamlit acts on
    if (event.key === "Escape") {
      event.stopPropagation();
      if (this.listed) this.unlist(true);
      this.tip.hide();
      return;
    }
    const onMark = event.target.closest?.("[data-id]");
    const [closer, farther] = [() => this.zoom(1 / 1.6), () => this.zoom(1.6)];
    const acts = { "+": closer, "=": closer, "-": farther, "−": farther, 0: () => this.fit() };
    if (onMark) {
      for (const key of ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"]) acts[key] = () => this.step(key);
      acts.Enter = acts[" "] = () => this.choose(onMark.dataset.id, onMark);
      acts.Home = () => this.edge(0);
      acts.End = () => this.edge(-1);
    }
    const act = acts[event.key];
    if (!act || this.listed) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  },

  edge(at) {
    const row = this.rows.find((one) => one.items.some((item) => item.id === this.focusId));
    const ends = row?.track ? row.track.events : this.model.undated;
    const goal = ends.at(at);
    if (goal?.dated && !inView(goal, this.now.view)) this.setView(viewOf(extent(row.track.events), this.now.width, this.now.em));
    if (goal) this.focusNear(goal.id);
  },

  // ---- choosing -------------------------------------------------------------------------------------------

  choose(id, element) {
    const item = this.items.get(id);
    if (item?.crowd) {
      this.approach(item.crowd, element);
      return;
    }
    this.rove(id, false);
    this.tip.hide();
    this.select(id);
  },

  select(id) {
    this.memory.selected = id;
    this.memory.clicks += 1;
    this.showSelected();
    this.send("selected", { id, turn: this.memory.clicks });
  },

  // The events of one day that cannot be drawn apart, as a list to choose from.
  list(crowd, element) {
    this.unlist(false);
    const rows = crowd.members.slice(0, 500).map((event) => {
      const mark = this.statuses[event.status] ?? this.statuses.unknown;
      const row = button(`${mark.symbol} ${plain(event.label)}`, spokenEvent(event, this.model, this.statuses), () => {
        this.unlist(true);
        this.select(event.id);
      });
      return row;
    });
    this.listed = html("div", { class: "list", role: "dialog", "aria-label": crowdName(crowd) },
      html("div", { class: "bar" }, html("strong", { text: crowdName(crowd) }), html("span", { class: "space" }),
        button("×", "Close the list", () => this.unlist(true))), ...rows);
    this.listed.opener = element.dataset.id;
    this.listed.addEventListener("keydown", (event) => {
      const to = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!to) return;
      event.preventDefault();
      rows[Math.min(Math.max(rows.indexOf(event.target) + to, 0), rows.length - 1)].focus();
    });
    this.root.append(this.listed);
    this.tip.hide();
    rows[0].focus();
  },

  unlist(back) {
    const opener = this.listed?.opener;
    this.listed?.remove();
    this.listed = null;
    if (back && this.items.has(opener)) this.focus(this.items.get(opener));
  },

  // ---- pointer --------------------------------------------------------------------------------------------

  point(target) {
    const mark = target?.closest?.("[data-id]");
    this.pointed = mark?.dataset.id;
    this.showLinks(this.pointed ?? this.memory?.selected);
    const item = mark && this.items.get(mark.dataset.id);
    if (!item || this.dragging?.moved) {
      this.tip.hide();
    } else if (item.crowd) {
      const told = crowdCounts(item.crowd, this.statuses).map(([name, count]) => ({ text: `${count} ${this.statuses[name].word}` }));
      this.tip.show([{ text: crowdName(item.crowd), class: "name" }, ...told], mark);
    } else {
      this.tip.show(tipLines(item.event, this.model, this.statuses), mark);
    }
  },

  press(event) {
    if (event.button !== 0) return;
    this.touches ??= new Map();
    this.touches.set(event.pointerId, event.clientX);
    const moved = this.dragging?.moved && this.touches.size > 1; // a second finger goes on with the same gesture
    this.dragging = { x: event.clientX, view: this.memory?.view, moved, touches: Array.from(this.touches.values()) };
  },

  drag(event) {
    if (!this.dragging?.view || !this.touches?.has(event.pointerId)) return;
    this.touches.set(event.pointerId, event.clientX);
    const far = event.clientX - this.dragging.x;
    if (!this.dragging.moved && Math.abs(far) < 5) return;
    if (!this.dragging.moved) {
      this.dragging.moved = true;
      this.picture.setPointerCapture(event.pointerId);
      this.root.classList.add("panning");
    }
    const { view } = this.dragging;
    const perPixel = (view.to - view.from) / this.now.width;
    const next = { ...view };
    if (this.touches.size === 2) {
      const [a, b] = Array.from(this.touches.values());
      const [c, d] = this.dragging.touches;
      const factor = Math.max(Math.abs(c - d), 20) / Math.max(Math.abs(a - b), 20);
      const middle = (view.from + view.to) / 2;
      next.from = middle - ((view.to - view.from) / 2) * factor;
      next.to = middle + ((view.to - view.from) / 2) * factor;
    } else {
      next.from -= far * perPixel;
      next.to -= far * perPixel;
    }
    cancelAnimationFrame(this.pending);
    this.pending = requestAnimationFrame(() => this.setView(next, true));
  },

  release(event) {
    this.touches?.delete(event.pointerId);
    this.root.classList.remove("panning");
    if (this.touches?.size) return;
    const { moved } = this.dragging ?? {};
    this.dragging = null;
    this.draggedAt = moved ? event.timeStamp : undefined;
  },

  click(event) {
    if (this.draggedAt !== undefined && event.timeStamp - this.draggedAt < 50) return; // the end of a drag
    const mark = event.target.closest("[data-id]");
    if (mark) this.choose(mark.dataset.id, mark);
  },

  wheel(event) {
    if (!this.model?.dated.length) return;
    const { left } = this.picture.getBoundingClientRect();
    const { view, width, gutter } = this.now;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      const at = view.from + ((event.clientX - left - gutter - 4) / width) * (view.to - view.from);
      this.zoom(Math.exp(Math.max(-60, Math.min(60, event.deltaY)) / 200), at);
    } else {
      const sideways = event.shiftKey && !event.deltaX ? event.deltaY : event.deltaX;
      if (Math.abs(sideways) <= Math.abs(event.shiftKey ? 0 : event.deltaY)) return; // the page scrolls
      event.preventDefault();
      const days = (sideways * (view.to - view.from)) / width;
      this.setView({ from: view.from + days, to: view.to + days }, true);
    }
  },
});

export default function timeline({ data, parentElement, setStateValue }) {
  return mount(parentElement, (host) => new Timeline(host), { data, setStateValue });
}
