// Shared by the drawings: elements, measured text, colours of the theme, tips, files to take away.
// Joined before the file of each drawing (see sources.py), so that both make one module without imports.
// Text of articles enters the page through textContent only.

const SVG_NAMESPACE = "http://www.w3.org/2000/svg";

// What XML cannot hold, and marks that turn the direction of writing.
const UNFIT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;

function plain(text) {
  const kept = String(text ?? "").replace(UNFIT, "");
  return kept.toWellFormed ? kept.toWellFormed() : kept;
}

function rounded(value) {
  return value.replace(/-?\d+\.\d{2,}/g, (number) => String(Math.round(Number(number) * 10) / 10));
}

function grow(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "text") element.textContent = plain(value);
    else if (typeof value === "number" || name === "d" || name === "transform") element.setAttribute(name, rounded(String(value)));
    else element.setAttribute(name, value === true ? "" : plain(value));
  }
  element.append(...children.filter(Boolean));
  return element;
}

function svg(tag, attributes = {}, ...children) {
  return grow(document.createElementNS(SVG_NAMESPACE, tag), attributes, children);
}

function html(tag, attributes = {}, ...children) {
  return grow(document.createElement(tag), attributes, children);
}

function button(text, name, act, attributes = {}) {
  const made = html("button", { type: "button", text, "aria-label": name, title: name, ...attributes });
  made.addEventListener("click", act);
  return made;
}

// Whether a finger points here: hints then speak of taps, not of keys.
function byTouch() {
  return matchMedia("(hover: none) and (pointer: coarse)").matches;
}

// ---- measured text ---------------------------------------------------------------------------------------

const LONGEST = 300; // characters of a label that are drawn at most; the tip and the spoken text have all

function textMeasure(root) {
  const context = document.createElement("canvas").getContext("2d");
  const family = getComputedStyle(root).fontFamily || "sans-serif";
  const known = new Map();
  return (text, size, weight = 400) => {
    const key = `${weight} ${size} ${text}`;
    let width = known.get(key);
    if (width === undefined) {
      context.font = `${weight} ${size}px ${family}`;
      width = Math.ceil(context.measureText(text).width) + 1;
      if (known.size < 50000) known.set(key, width);
    }
    return width;
  };
}

function shorten(text, width, measure) {
  if (measure(text) <= width) return text;
  const letters = Array.from(text);
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(letters.slice(0, middle).join("").trimEnd() + "…") <= width) low = middle;
    else high = middle - 1;
  }
  return letters.slice(0, low).join("").trimEnd() + "…";
}

// Lines of at most `width`; the last of `most` lines ends in an ellipsis where the text goes on.
function wrapText(text, width, most, measure) {
  const words = plain(text).slice(0, LONGEST).trim().split(/\s+/);
  const lines = [];
  let line = "";
  let whole = plain(text).length <= LONGEST;
  for (let at = 0; at < words.length; at += 1) {
    const longer = line ? `${line} ${words[at]}` : words[at];
    if (measure(longer) <= width) {
      line = longer;
    } else if (lines.length === most - 1) {
      lines.push(shorten([line, ...words.slice(at)].filter(Boolean).join(" "), width, measure));
      return { lines, whole: false, width: Math.max(...lines.map((one) => measure(one))) };
    } else if (line) {
      lines.push(line);
      line = "";
      at -= 1;
    } else {
      const head = shorten(words[at], width, measure).slice(0, -1) || Array.from(words[at])[0];
      lines.push(head);
      words[at] = words[at].slice(head.length);
      if (words[at]) at -= 1;
    }
  }
  if (line) lines.push(line);
  if (!whole && lines.length) lines.push(shorten(`${lines.pop()} …`, width, measure));
  return { lines, whole, width: Math.max(0, ...lines.map((one) => measure(one))) };
}

// ---- colours and shapes ----------------------------------------------------------------------------------

function isDark(root) {
  const [red, green, blue, alpha] = getComputedStyle(root).backgroundColor.match(/[\d.]+/g)?.map(Number) ?? [];
  return alpha !== 0 && 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}

// The colours of the statuses as custom properties, by the background that the page really has.
function paint(root, statuses) {
  const dark = isDark(root);
  root.classList.toggle("dark", dark);
  for (const [name, mark] of Object.entries(statuses)) {
    root.style.setProperty(`--status-${name}`, dark ? mark.dark : mark.light);
  }
}

function repaintOnTheme(root, statuses) {
  const again = (event) => {
    if (event.target === root && event.propertyName === "background-color") paint(root, statuses());
  };
  root.addEventListener("transitionend", again); // the style sheet gives the background a short transition
}

function dressed(element, status) {
  element.style.setProperty("--c", `var(--status-${status})`);
  return element;
}

function shape(mark, scale, x = 0, y = 0) {
  return svg("path", {
    class: mark.solid === false ? "shape hollow" : "shape",
    d: mark.shape,
    "stroke-dasharray": mark.dash || null,
    "fill-rule": "evenodd",
    transform: `translate(${x} ${y}) scale(${scale})`,
  });
}

let pictures = 0;

function definitions(statuses) {
  pictures += 1;
  const prefix = `lawpath${pictures}`;
  const defs = svg("defs");
  for (const [name, mark] of Object.entries(statuses)) {
    if (!mark.texture) continue;
    const tile = svg("pattern", { id: `${prefix}-${name}`, width: 8, height: 8, patternUnits: "userSpaceOnUse" });
    tile.append(svg("path", { class: `texture of-${name}`, d: mark.texture }));
    defs.append(tile);
  }
  const size = { viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 9, markerHeight: 9, markerUnits: "userSpaceOnUse" };
  const tip = { ...size, orient: "auto-start-reverse" };
  defs.append(svg("marker", { id: `${prefix}-arrow`, ...tip }, svg("path", { class: "arrowhead", d: "M1 1L7 4 1 7" })));
  for (const [name, from, to] of [["open-start", 0, 1], ["open-end", 1, 0]]) {
    const fade = svg("linearGradient", { id: `${prefix}-${name}-fade` });
    fade.append(svg("stop", { offset: from ? 0.35 : 0, "stop-color": "#fff", "stop-opacity": from ? 1 : 0.12 }));
    fade.append(svg("stop", { offset: to ? 0.65 : 1, "stop-color": "#fff", "stop-opacity": to ? 1 : 0.12 }));
    const box = { x: 0, y: -1, width: 1, height: 3 };
    const mask = svg("mask", { id: `${prefix}-${name}`, maskContentUnits: "objectBoundingBox", ...box });
    mask.append(svg("rect", { ...box, fill: `url(#${prefix}-${name}-fade)` }));
    defs.append(fade, mask);
  }
  return { prefix, defs };
}

// ---- tips and spoken news --------------------------------------------------------------------------------

class Tip {
  constructor(root) {
    this.root = root;
    this.box = html("div", { class: "tip", "aria-hidden": "true", hidden: true });
    root.append(this.box);
  }

  // `lines` are {text, class}; `target` is the element beside which the tip appears.
  show(lines, target) {
    const kept = lines.filter((line) => line?.text);
    this.box.replaceChildren(...kept.map(({ text, ...more }) => html("div", { text: plain(text).slice(0, 600), ...more })));
    this.box.hidden = false;
    const frame = this.root.getBoundingClientRect();
    const at = target.getBoundingClientRect();
    const own = this.box.getBoundingClientRect();
    const left = Math.min(Math.max(at.left - frame.left, 4), Math.max(4, frame.width - own.width - 4));
    const above = at.top - own.height - 8 > 0;
    this.box.style.left = `${left}px`;
    this.box.style.top = `${above ? at.top - frame.top - own.height - 8 : at.bottom - frame.top + 8}px`;
  }

  hide() {
    this.box.hidden = true;
  }
}

// ---- files to take away ----------------------------------------------------------------------------------

const KEPT_STYLES = [
  "fill", "fill-opacity", "stroke", "stroke-opacity", "stroke-width", "stroke-dasharray", "stroke-linecap",
  "stroke-linejoin", "opacity", "font-family", "font-size", "font-weight", "text-anchor", "paint-order", "visibility",
];

function ordinaryColour(value) {
  return value.replace(/color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)(?: \/ ([\d.e-]+))?\)/g, (_, r, g, b, a) => {
    const [red, green, blue] = [r, g, b].map((part) => Math.round(Number(part) * 255));
    return a === undefined ? `rgb(${red}, ${green}, ${blue})` : `rgba(${red}, ${green}, ${blue}, ${a})`;
  });
}

// Writes the styles that `from` has on the screen into its copy. A saved file may be shown in another font: the
// words keep to the same room, and a plain ground behind them takes the place of their halo.
function settle(from, to, background) {
  const seen = getComputedStyle(from);
  const haloed = from.tagName === "text" && seen.paintOrder.startsWith("stroke");
  for (const name of KEPT_STYLES) {
    const value = seen.getPropertyValue(name);
    if (!value || (value === "none" && name !== "fill")) continue;
    if (/^(text|tspan)$/.test(from.tagName) && /^(stroke|paint-order)/.test(name)) continue;
    to.setAttribute(name, ordinaryColour(value));
  }
  if (from.tagName === "tspan" || (from.tagName === "text" && !from.childElementCount)) {
    const length = from.getComputedTextLength();
    if (length > 0) {
      to.setAttribute("textLength", length.toFixed(1));
      to.setAttribute("lengthAdjust", "spacingAndGlyphs");
    }
  }
  for (const name of ["class", "style", "tabindex", "role", "aria-label", "aria-pressed"]) to.removeAttribute(name);
  const parts = Array.from(to.children);
  Array.from(from.children).forEach((child, at) => settle(child, parts[at], background));
  if (!haloed) return;
  const { x, y, width, height } = from.getBBox();
  const ground = { x: x - 2, y: y + 2, width: width + 4, height: height - 3, fill: background, "fill-opacity": 0.85 };
  if (width) to.before(svg("rect", ground));
}

const MARGIN = 16; // pixels around a saved picture

// The picture as a file of its own: styles written out, no reference to anything outside.
function standalone(picture, title, background) {
  const copy = picture.cloneNode(true);
  const [width, height] = [picture.viewBox.baseVal.width + 2 * MARGIN, picture.viewBox.baseVal.height + 2 * MARGIN];
  settle(picture, copy, background);
  for (const part of Array.from(copy.querySelectorAll("[data-screen]"))) part.remove();
  const size = { xmlns: SVG_NAMESPACE, width, height, viewBox: `${-MARGIN} ${-MARGIN} ${width} ${height}` };
  for (const [name, value] of Object.entries(size)) copy.setAttribute(name, value);
  copy.prepend(svg("title", { text: title }), svg("rect", { x: -MARGIN, y: -MARGIN, width, height, fill: background }));
  return { text: new XMLSerializer().serializeToString(copy), width, height };
}

function save(name, blob) {
  const address = URL.createObjectURL(blob);
  html("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

function fileName(title, ending) {
  const words = plain(title).normalize("NFKD").toLowerCase().match(/[a-z0-9]+/g) ?? ["picture"];
  return `${words.join("-").slice(0, 60)}.${ending}`;
}

function saveSvg(picture, title, root) {
  const { text } = standalone(picture, title, getComputedStyle(root).backgroundColor);
  save(fileName(title, "svg"), new Blob([text], { type: "image/svg+xml" }));
}

async function savePng(picture, title, root) {
  const { text, width, height } = standalone(picture, title, getComputedStyle(root).backgroundColor);
  const scale = Math.min(2, 16000 / Math.max(width, height)); // browsers refuse larger canvases
  const address = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = html("canvas", { width: Math.round(width * scale), height: Math.round(height * scale) });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(address);
  canvas.toBlob((blob) => blob && save(fileName(title, "png"), blob), "image/png");
}

// `whole` (true before, false after) lets a drawing show all of itself while the file is made.
function fileButtons(root, picture, title, whole = () => {}) {
  const make = (saved) => async () => {
    whole(true);
    try {
      await saved(picture(), title(), root);
    } finally {
      whole(false);
    }
  };
  return [
    button("SVG", "Save the picture as SVG", make(saveSvg), { class: "quiet" }),
    button("PNG", "Save the picture as PNG", make(savePng), { class: "quiet" }),
    button("Print", "Print this page", () => window.print(), { class: "quiet" }),
  ];
}

// ---- what outlives a redraw ------------------------------------------------------------------------------

// By the key of the drawing: zoom, pins and selection. The module is loaded once a page load, so that they
// survive when the page takes the drawing away and puts it back.
const visits = new Map();

function visit(key, fresh) {
  if (!visits.has(key)) visits.set(key, fresh);
  return visits.get(key);
}

// The page's word on the selection counts once; what the person has clicked since then stays.
function agreeOn(memory, opened) {
  if (memory.turn === opened.turn) return;
  memory.turn = opened.turn;
  memory.selected = opened.id;
}

// One drawing for each host element; a call that has been overtaken must not take away the drawing of a later one.
const hosts = new WeakMap();

function mount(host, make, told) {
  let drawing = hosts.get(host);
  if (!drawing) {
    drawing = make(host);
    drawing.calls = 0;
    hosts.set(host, drawing);
  }
  drawing.calls += 1;
  const call = drawing.calls;
  drawing.receive(told);
  return () => {
    if (hosts.get(host) !== drawing || drawing.calls !== call) return;
    drawing.leave();
    hosts.delete(host);
  };
}
