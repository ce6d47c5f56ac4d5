// Free play: the network model of pyvis, drawn on a canvas by the vis-network file of its wheel, which a
// component of its own has put into `globalThis.vis`. Names and tips go in as text and as elements, never as markup.

const SHAPES = {
  person: "dot", legislature: "square", chamber: "square", committee: "hexagon", party: "triangle", government: "square",
  court: "triangleDown", state: "star", group: "dot", office: "diamond", organisation: "square", bill: "box", event: "dot",
};

const NARROW_FRAME = 560; // pixels; narrower, only the names with most links are drawn
const FEW = 20;

class Physics {
  constructor(host) {
    this.root = html("div", { class: "drawing physics" });
    this.frame = html("div", { class: "frame", tabindex: 0, role: "group" });
    this.still = button("Stand still", "Stop or start the movement", () => this.hold(!this.held));
    this.root.append(
      html("div", { class: "bar", role: "toolbar", "aria-label": "View of the free drawing" },
        button("−", "Zoom out (key −)", () => this.zoom(1 / 1.3)),
        button("+", "Zoom in (key +)", () => this.zoom(1.3)),
        button("Fit", "Show everything (key 0)", () => this.network?.fit()),
        this.still,
        html("span", { class: "space" })),
      this.frame,
      html("p", { class: "hint", text: byTouch()
        ? "Drag a name and let it swing; tap it for what is known of it; − and + change the size."
        : "Drag a name and let it swing. Arrow keys go from name to name, Enter selects, + and − zoom, 0 shows everything." }),
    );
    this.news = html("div", { class: "spoken", "aria-live": "polite" });
    this.root.append(this.news);
    host.append(this.root);
    this.abort = new AbortController();
    this.frame.addEventListener("keydown", (event) => this.key(event), { signal: this.abort.signal });
    this.frame.addEventListener("blur", () => this.network?.unselectAll(), { signal: this.abort.signal });
    repaintOnTheme(this.root, () => {
      this.build();
      return this.data.statuses;
    });
  }

  receive({ data, setStateValue }) {
    this.send = setStateValue;
    this.memory = visit(`physics ${data.key}`, { selected: null, turn: -1, clicks: 0 });
    agreeOn(this.memory, data.opened);
    const signature = JSON.stringify([data.model, data.height]);
    const changed = signature !== this.signature;
    this.data = data;
    this.signature = signature;
    if (!changed) {
      this.showSelected();
      return;
    }
    this.frame.style.height = `${data.height}px`;
    paint(this.root, data.statuses);
    this.waitFor(200);
  }

  leave() {
    clearTimeout(this.waiting);
    this.abort.abort();
    this.network?.destroy();
    this.root.remove();
  }

  // The library comes as a component of its own, which may be mounted a moment later.
  waitFor(rounds) {
    clearTimeout(this.waiting);
    if (globalThis.vis?.Network) this.build();
    else if (rounds > 0) this.waiting = setTimeout(() => this.waitFor(rounds - 1), 50);
    else this.news.textContent = "The free drawing could not be loaded.";
  }

  colour(name) {
    const probe = html("span");
    probe.style.color = `var(${name})`;
    this.root.append(probe);
    const value = ordinaryColour(getComputedStyle(probe).color);
    probe.remove();
    return value;
  }

  build() {
    if (!this.data || !globalThis.vis?.Network) return;
    const { options } = this.data.model;
    const narrow = this.frame.clientWidth < NARROW_FRAME;
    const nodes = this.data.model.nodes.slice(0, narrow ? FEW : undefined);
    const kept = new Set(nodes.map((node) => node.id));
    const edges = this.data.model.edges.filter((edge) => kept.has(edge.from) && kept.has(edge.to));
    this.nodes = nodes;
    this.frame.setAttribute("aria-label", `Free drawing of ${nodes.length} names and ${edges.length} links; arrow keys go through the names`);
    const [ink, back, quiet] = ["--ink", "--back", "--quiet"].map((name) => this.colour(name));
    const dark = this.root.classList.contains("dark");
    const shade = (status) => (this.data.statuses[status] ?? this.data.statuses.unknown)[dark ? "dark" : "light"];
    const far = narrow ? 1.75 : Math.min(Math.max(Math.sqrt(nodes.length / 16), 1), 1.75); // many are seen from farther off
    const font = { color: ink, face: getComputedStyle(this.root).fontFamily, size: 15 * far, strokeWidth: 4, strokeColor: back, multi: false };
    const seen = {
      nodes: nodes.map((node) => ({
        id: node.id, label: wrapText(node.label, 22, 3, (text) => text.length).lines.join("\n"), title: this.tipFor(node.title),
        shape: SHAPES[node.kind] ?? "dot", size: node.size, borderWidth: 2,
        font: node.shape === "box" ? { ...font, strokeWidth: 0 } : font,
        color: { border: node.status ? shade(node.status) : quiet, background: back, highlight: { border: ink, background: back } },
      })),
      edges: edges.map((edge) => ({
        id: edge.id, from: edge.from, to: edge.to, arrows: edge.arrows, width: edge.width, title: this.tipFor(edge.title),
        dashes: edge.dashes, color: { color: shade(edge.status), highlight: ink }, font: { ...font, size: 12, color: quiet },
      })),
    };
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.network?.destroy();
    this.network = new globalThis.vis.Network(this.frame, seen, {
      ...options,
      layout: { randomSeed: 1 }, // the same picture on every visit
      interaction: { ...options.interaction, hover: true, zoomView: false, keyboard: false, tooltipDelay: 150 },
    });
    this.network.on("click", ({ nodes: [hit] }) => hit !== undefined && this.select(hit));
    this.network.once("stabilizationIterationsDone", () => {
      this.root.dataset.drawn = String(nodes.length);
      this.hold(still);
      this.network.fit();
      this.showSelected();
    });
  }

  tipFor(text) {
    const box = html("div", { class: "tip-text" });
    for (const line of plain(text).slice(0, 600).split("\n")) box.append(html("div", { text: line }));
    return box;
  }

  hold(still) {
    this.held = still;
    this.network.setOptions({ physics: { enabled: !still } });
    this.still.textContent = still ? "Move again" : "Stand still";
  }

  zoom(factor) {
    this.network?.moveTo({ scale: Math.min(Math.max(this.network.getScale() * factor, 0.2), 4) });
  }

  origin(id) {
    return this.nodes.find((node) => node.id === id);
  }

  select(id) {
    this.memory.selected = this.origin(id).origin;
    this.memory.clicks += 1;
    this.send("selected", { id: this.memory.selected, turn: this.memory.clicks });
  }

  showSelected() {
    const node = this.nodes?.find((one) => one.origin === this.memory.selected);
    if (this.network && node) this.network.selectNodes([node.id]);
  }

  step(side) {
    const ids = this.nodes.map((node) => node.id);
    const [now] = this.network.getSelectedNodes();
    const at = now === undefined ? (side > 0 ? 0 : ids.length - 1) : (ids.indexOf(now) + side + ids.length) % ids.length;
    this.network.selectNodes([ids[at]]);
    this.network.focus(ids[at], { scale: this.network.getScale() });
    const { label, title } = this.origin(ids[at]);
    this.news.textContent = plain(`${label}. ${title}`);
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.network) return;
    if (["r", "c", "R", "C", "Escape"].includes(event.key)) event.stopPropagation(); // keys that Streamlit acts on
    const acts = {
      "+": () => this.zoom(1.3), "=": () => this.zoom(1.3), "-": () => this.zoom(1 / 1.3), 0: () => this.network.fit(),
      ArrowRight: () => this.step(1), ArrowDown: () => this.step(1), ArrowLeft: () => this.step(-1), ArrowUp: () => this.step(-1),
      Enter: () => this.network.getSelectedNodes().slice(0, 1).forEach((id) => this.select(id)),
    };
    acts[" "] = acts.Enter;
    if (!acts[event.key]) return;
    event.preventDefault();
    event.stopPropagation();
    acts[event.key]();
  }
}

export default function physics({ data, parentElement, setStateValue }) {
  return mount(parentElement, (host) => new Physics(host), { data, setStateValue });
}
