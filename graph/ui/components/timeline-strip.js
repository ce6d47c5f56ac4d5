// Below the axis: events whose order is known but whose day is not, and the legend.

// The undated events in their known order, as a line of steps that breaks where the width ends. An arrow
// stands only between two steps of which an article tells the order.
function drawStrip(model, frame, statuses) {
  const { em, full, measure } = frame;
  const ids = new Set(model.undated.map((event) => event.id));
  const ordered = model.links.some((link) => ids.has(link.source) || ids.has(link.target));
  const heading = ordered ? "Order known, day unknown" : "Day unknown";
  const strip = svg("g", { class: "strip", role: "group", "aria-label": heading });
  const items = [];
  const title = wrapText(heading, full - 8, 2, (text) => measure(text, 14 * em, 600));
  strip.append(textLines(title.lines, 0, 15 * em, 20 * em, { class: "heading" }));
  const top = title.lines.length * 20 * em + 14 * em;
  let [x, y, row] = [0, top, 0];
  model.undated.forEach((event, at) => {
    const before = model.undated[at - 1];
    const link = model.links.find((one) => before && one.source === event.id && one.target === before.id);
    const arrow = link ? (link.days || (link.kind === "requires" ? "only then" : "later")) : "";
    const arrowWide = link ? Math.max(44 * em, Math.min(measure(arrow, 13 * em) + 14 * em, 150 * em)) : at ? 28 * em : 0;
    const mark = statuses[event.status] ?? statuses.unknown;
    const room = Math.min(240 * em, full - arrowWide - 40 * em);
    const block = wrapText(event.label, room, 3, (text) => measure(text, 15 * em, 500));
    const meta = (text) => measure(text, 13 * em);
    const said = [mark.word + (event.by ? `, ${plain(event.by)}` : ""), ...afterWhat(event, model, link?.target).slice(0, 2)];
    const metas = said.flatMap((words) => wrapText(words, Math.max(room, block.width), 2, meta).lines);
    const wide = Math.max(block.width, ...metas.map(meta)) + 24 * em;
    if (x > 0 && x + arrowWide + wide > full) [x, y, row] = [0, y + row + 18 * em, 0];
    if (link) strip.append(drawStripArrow(arrow, x, y, arrowWide, frame));
    x += x > 0 || link ? arrowWide : 0;
    const high = block.lines.length * 20 * em + metas.length * 18 * em + 4 * em;
    const item = { id: event.id, event, left: x, right: x + wide, high, top: y, box: { left: x, right: x + 16 * em, middle: x + 9 * em } };
    const group = dressed(svg("g", {
      class: `mark undated of-${event.status}`, "data-id": event.id, transform: `translate(0 ${y})`, role: "button",
      tabindex: -1, "aria-pressed": "false", "aria-label": spokenEvent(event, model, statuses),
    }), event.status in statuses ? event.status : "unknown");
    group.append(ringAround(item, em), shape(mark, em, x + 9 * em, 12 * em));
    group.append(textLines(block.lines, x + 24 * em, 17.2 * em, 20 * em, { class: "label" }));
    if (mark.struck) group.append(...strikes(block.lines, x + 24 * em, 17.2 * em, 20 * em, "", (text) => measure(text, 15 * em, 500)));
    metas.forEach((words, line) => {
      const under = 17.2 * em + (block.lines.length - 1) * 20 * em + (line + 1) * 18 * em;
      const text = svg("text", { class: "meta", x: x + 24 * em, y: under });
      const word = line === 0 && words.startsWith(mark.word) ? mark.word : "";
      if (word) text.append(svg("tspan", { class: "word", text: word }));
      if (words.length > word.length) text.append(svg("tspan", { text: words.slice(word.length) }));
      group.append(text);
    });
    strip.append(group);
    items.push(item);
    x += wide + 14 * em;
    row = Math.max(row, high);
  });
  return { strip, items, high: y + row };
}

function drawStripArrow(words, x, y, wide, { em, measure, prefix }) {
  const [from, to, at] = [x + 2 * em, x + wide - 8 * em, y + 12 * em];
  const group = svg("g", { "aria-hidden": "true" });
  const text = shorten(plain(words), wide - 6 * em, (one) => measure(one, 13 * em));
  group.append(svg("path", { class: "link requires", d: `M${from} ${at}H${to}`, "marker-end": `url(#${prefix}-arrow)` }));
  group.append(svg("text", { class: "meta between", x: (from + to) / 2, y: at - 8 * em, text }));
  return group;
}

// Only what the picture shows: its statuses first, then how exactly a day is known.
function drawLegend(model, frame, statuses) {
  const { em, full, measure } = frame;
  const legend = svg("g", { class: "legend", role: "group", "aria-label": "Legend" });
  const used = new Set(model.events.map((event) => event.status));
  const entries = Object.keys(statuses).filter((name) => used.has(name)).map((name) => ({
    words: statuses[name].word, wide: 22, status: name, draw: () => [shape(statuses[name], em, 9 * em, 0)],
    swatch: model.dated.some((event) => event.status === name && !event.day),
  }));
  const bar = (open) => ({ bounds: boundsOf({}), status: "happened", openStart: false, openEnd: open });
  const box = { left: 1 * em, right: 33 * em, middle: 17 * em };
  const sample = (event) => () => [drawSpan({ event, box, markY: 0 }, frame, statuses, frame.prefix)];
  if (model.dated.some((event) => event.day)) {
    entries.push({ words: "day known", wide: 22, draw: () => [svg("circle", { class: "sample", cx: 9 * em, cy: 0, r: 6 * em })] });
  }
  if (model.dated.some((event) => !event.day && !(event.openStart || event.openEnd))) {
    entries.push({ words: "some day in between", wide: 42, neutral: true, draw: sample(bar(false)) });
  }
  if (model.dated.some((event) => event.openStart || event.openEnd)) {
    entries.push({ words: "no limit known on this side", wide: 42, neutral: true, draw: sample(bar(true)) });
  }
  if (model.dated.some((event) => event.kept)) {
    const item = { markY: -12 * em, kept: { left: 1 * em, right: 33 * em } };
    entries.push({ words: "if the promise is kept", wide: 42, draw: () => [drawKept(item, em)] });
  }
  if (model.links.some((link) => link.kind === "requires")) {
    const path = { class: "link requires", d: `M2 0H${30 * em}`, "marker-end": `url(#${frame.prefix}-arrow)` };
    entries.push({ words: "must come first", wide: 42, draw: () => [svg("path", path)] });
  }
  let [x, y] = [0, 12 * em];
  for (const entry of entries) {
    const mark = statuses[entry.status];
    const swatchWide = entry.swatch ? 34 * em : 0;
    const wide = (entry.wide + 24) * em + swatchWide + measure(entry.words, 13 * em);
    if (x > 0 && x + wide > full) [x, y] = [0, y + 26 * em];
    const meaning = mark ? { role: "img", "aria-label": entry.words, "data-meaning": mark.meaning } : {};
    const group = svg("g", { class: "entry", transform: `translate(${x} ${y})`, ...meaning });
    if (mark) dressed(group, entry.status).classList.add(`of-${entry.status}`);
    else group.classList.add("neutral");
    group.append(...entry.draw());
    if (entry.swatch) {
      const at = { left: 22 * em, right: 50 * em };
      const event = { bounds: boundsOf({}), status: entry.status, openStart: false, openEnd: false };
      group.append(drawSpan({ event, box: at, markY: 0 }, frame, statuses, frame.prefix));
    }
    group.append(svg("text", { class: "meta", x: entry.wide * em + swatchWide, y: 4.5 * em, text: entry.words }));
    legend.append(group);
    x += wide;
  }
  return { legend, high: y + 14 * em };
}
