// The parts of the picture as SVG elements: axis, marks, arrows, the strip of undated events, the legend.

function textLines(lines, x, y, step, attributes, prefix) {
  const made = svg("text", { x, y, ...attributes });
  lines.forEach((line, at) => {
    if (at === 0 && prefix && line.startsWith(prefix)) {
      made.append(svg("tspan", { class: "word", x, y, text: prefix }), svg("tspan", { text: line.slice(prefix.length) || " " }));
    } else {
      made.append(svg("tspan", { x, y: y + at * step, text: line }));
    }
  });
  return made;
}

// A line through each line of the words, but for the status word at their beginning. (text-decoration would be
// painted with the halo of the letters, which hides them.)
function strikes(lines, x, y, step, prefix, measure) {
  return lines.map((line, at) => {
    const from = at === 0 && prefix && line.startsWith(prefix) ? measure(`${prefix} · `) : 0;
    const height = y + at * step - step * 0.23;
    return svg("path", { class: "strike", d: `M${x + from} ${height}H${x + measure(line)}` });
  });
}

// ---- words for people ------------------------------------------------------------------------------------

// What an event needs or follows, one sentence part each.
function afterWhat(event, model, known) {
  const links = model.links.filter((link) => link.source === event.id && link.target !== known);
  return links.map((link) => {
    const name = plain(model.byId.get(link.target).label);
    return link.kind === "requires" ? `only after: ${name}` : `${link.days || "later"} than: ${name}`;
  });
}

function spokenEvent(event, model, statuses) {
  const status = statuses[event.status]?.word ?? event.status;
  const after = afterWhat(event, model);
  return [
    plain(event.label),
    status,
    event.outcome,
    event.dated || !after.length ? longWhen(event.bounds) : "day unknown, order known",
    event.kept && `if the promise is kept ${longWhen(event.kept)}`,
    event.by && `by ${event.by}`,
    ...after,
    event.articles && `${event.articles} ${event.articles === 1 ? "article" : "articles"}`,
  ].filter(Boolean).map(plain).join(", ");
}

function tipLines(event, model, statuses) {
  const mark = statuses[event.status];
  const reported = parseDay(event.reported);
  return [
    { text: event.label, class: "name" },
    { text: [mark?.word, event.outcome, longWhen(event.bounds)].filter(Boolean).join(", ") },
    mark && !["happened", "ongoing"].includes(event.status) && { text: mark.meaning, class: "more" },
    event.kept && { text: `If the promise is kept: ${longWhen(event.kept)}` },
    event.words && { text: `In the article's words: “${event.words}”`, class: "more" },
    ...afterWhat(event, model).map((text) => ({ text: text[0].toUpperCase() + text.slice(1) })),
    event.by && { text: `By ${event.by}` },
    event.articles && {
      text: `${event.articles} ${event.articles === 1 ? "article" : "articles"}`
        + (reported === null ? "" : `, first told on ${spellDay(reported)}`),
      class: "more",
    },
  ];
}

function crowdName(crowd) {
  return `${crowd.members.length} events, ${spellSpan(crowd.start, crowd.stop - 1)}`;
}

function crowdCounts(crowd, statuses) {
  const counts = new Map();
  for (const one of crowd.members) counts.set(one.status, (counts.get(one.status) ?? 0) + 1);
  return Object.keys(statuses).filter((name) => counts.has(name)).map((name) => [name, counts.get(name)]);
}

// ---- axis ------------------------------------------------------------------------------------------------

function drawAxis(frame, asOf) {
  const { view, width, em, x, pixelsPerDay, measure } = frame;
  const step = stepFor(pixelsPerDay, em);
  const axis = svg("g", { class: "axis", "aria-hidden": "true" });
  const grid = svg("g", { class: "grid", "aria-hidden": "true" });
  for (const [start, stop] of spans(step, view)) {
    const left = x(start);
    const pixels = x(stop) - left;
    const label = minorLabel(step, start, pixels, em);
    if (left > 0 && left < width) grid.append(svg("line", { x1: left, x2: left, y1: 0, y2: 1, class: "minor" }));
    const wide = step.upper ? measure(label, 13 * em) : measure(label, 14 * em, 600);
    const at = step.unit === "day" ? left + (pixels - wide) / 2 : left + 5;
    if (at >= 0 && at + wide <= width) axis.append(svg("text", { class: step.upper ? "tick" : "upper", x: at, y: 36 * em, text: label }));
  }
  if (step.upper) {
    const unit = { unit: step.upper, every: 1 };
    for (const [start, stop] of spans(unit, view)) {
      const left = x(start);
      if (left > 0) grid.append(svg("line", { x1: left, x2: left, y1: 0, y2: 1, class: "major" }));
      const at = Math.max(left, 0) + 5;
      const room = Math.min(x(stop), width) - at - 6;
      const label = [true, false].map((roomy) => upperLabel(step.upper, start, roomy)).find((one) => measure(one, 14 * em, 600) <= room);
      if (label) axis.append(svg("text", { class: "upper", x: at, y: 15 * em, text: label }));
    }
  }
  axis.append(svg("line", { class: "base", x1: 0, x2: width, y1: 45 * em, y2: 45 * em }));
  let line = null;
  if (asOf !== null && asOf >= view.from && asOf < view.to) {
    const at = x(asOf + 1); // the end of that day
    const label = `as of ${spellDay(asOf, true)}`;
    const wide = measure(label, 13 * em, 600);
    const flag = svg("g", { class: "as-of", transform: `translate(${Math.min(Math.max(at - wide / 2, 2), width - wide - 2)} ${49 * em})` });
    flag.append(svg("text", { y: 13 * em, text: label }));
    axis.append(flag);
    line = svg("line", { class: "as-of", x1: at, x2: at, y1: 0, y2: 1 });
  }
  return { axis, grid, line };
}

// ---- marks -----------------------------------------------------------------------------------------------

function drawSpan(item, frame, statuses, prefix) {
  const { event, box, markY } = item;
  const { em, x, width } = frame;
  const mark = statuses[event.status] ?? statuses.unknown;
  const half = 6.5 * em;
  const [left, right] = [box.left, box.right];
  const [openLeft, openRight] = [event.openStart && !box.cutLeft, event.openEnd && !box.cutRight];
  const body = svg("g", { class: mark.solid ? "span solid" : "span" });
  const room = { x: left, y: markY - half, width: right - left, height: 2 * half, rx: 2.5 * em };
  body.append(svg("rect", { class: "wash", ...room }));
  if (mark.texture) body.append(svg("rect", { ...room, fill: `url(#${prefix}-${event.status})` }));
  const { latestBegin, earliestEnd } = event.bounds;
  if (latestBegin !== null && earliestEnd !== null && latestBegin <= earliestEnd) {
    const [from, to] = [Math.max(left, x(latestBegin)), Math.min(right, x(earliestEnd + 1), width)];
    if (to > from) body.append(svg("rect", { class: "core", x: from, y: markY - half, width: to - from, height: 2 * half, rx: 2 * em }));
  }
  const edges = `M${left} ${markY - half}H${right}M${left} ${markY + half}H${right}`;
  body.append(svg("path", { class: "edge", d: edges, "stroke-dasharray": mark.dash || null }));
  let masked = body;
  if (openLeft) masked = svg("g", { mask: `url(#${prefix}-open-start)` }, masked);
  if (openRight) masked = svg("g", { mask: `url(#${prefix}-open-end)` }, masked);
  const whole = svg("g", {}, masked);
  const cap = (at, inward) => svg("path", {
    class: "cap",
    d: `M${at + inward * 3 * em} ${markY - half - 2 * em}H${at}V${markY + half + 2 * em}h${inward * 3 * em}`,
  });
  const away = (at, outward) => svg("path", {
    class: "cap",
    d: `M${at - outward * 5 * em} ${markY - 4.5 * em}L${at} ${markY}L${at - outward * 5 * em} ${markY + 4.5 * em}`,
  });
  if (openLeft) whole.append(away(left, -1));
  else if (!box.cutLeft) whole.append(cap(left, 1));
  if (openRight) whole.append(away(right, 1));
  else if (!box.cutRight) whole.append(cap(right, -1));
  if (mark.struck) whole.append(svg("path", { class: "cap", d: `M${left} ${markY}H${right}` }));
  return whole;
}

function drawKept(item, em) {
  const y = item.markY + 12 * em;
  const { left, right } = item.kept;
  const d = `M${left} ${y - 3 * em}V${y + 3 * em}M${left} ${y}H${right}M${right} ${y - 3 * em}V${y + 3 * em}`;
  const line = svg("path", { class: "kept of-promised", d });
  return dressed(line, "promised");
}

function ringAround(item, em) {
  return svg("rect", {
    class: "ring", "data-screen": "",
    x: item.left - 5 * em, y: -2 * em, width: item.right - item.left + 10 * em, height: item.high + 4 * em,
  });
}

function drawEvent(item, frame, model, statuses, prefix) {
  const { event, box, label } = item;
  const { em } = frame;
  const mark = statuses[event.status] ?? statuses.unknown;
  const group = dressed(svg("g", {
    class: `mark of-${event.status}`,
    "data-id": item.id,
    transform: `translate(0 ${item.top})`,
    role: "button",
    tabindex: -1,
    "aria-pressed": "false",
    "aria-label": spokenEvent(event, model, statuses),
  }), event.status in statuses ? event.status : "unknown");
  group.append(ringAround(item, em));
  if (item.kept) group.append(drawKept(item, em));
  group.append(event.day ? shape(mark, em, box.middle, item.markY) : drawSpan(item, frame, statuses, prefix));
  group.append(...labelTexts(label, item.labelY, frame, mark));
  return group;
}

function labelTexts(label, top, { em, measure }, mark) {
  const first = top + 15.2 * em;
  const made = [textLines(label.lines, label.x, first, 20 * em, { class: "label" }, label.prefix)];
  if (mark.struck) made.push(...strikes(label.lines, label.x, first, 20 * em, label.prefix, (text) => measure(text, 15 * em, 500)));
  if (label.meta) {
    const y = first + (label.lines.length - 1) * 20 * em + 18 * em;
    const meta = svg("text", { class: "meta", x: label.x, y });
    const word = mark.word && label.meta.startsWith(mark.word) ? mark.word : "";
    if (word) meta.append(svg("tspan", { class: "word", text: word }));
    if (label.meta.length > word.length) meta.append(svg("tspan", { text: label.meta.slice(word.length) }));
    made.push(meta);
  }
  return made;
}

function drawCluster(item, frame, statuses) {
  const { crowd, box } = item;
  const { em } = frame;
  const counts = crowdCounts(crowd, statuses);
  const told = counts.map(([name, count]) => `${count} ${statuses[name].word}`).join(", ");
  const group = svg("g", {
    class: "mark cluster",
    "data-id": item.id,
    transform: `translate(0 ${item.top})`,
    role: "button",
    tabindex: -1,
    "aria-label": `${crowdName(crowd)}: ${told}. Enter comes closer.`,
  });
  group.append(ringAround(item, em));
  group.append(svg("rect", { class: "pill", x: box.left, y: 1 * em, width: box.right - box.left, height: 22 * em, rx: 11 * em }));
  group.append(svg("text", { class: "count", x: box.middle, y: 17 * em, text: crowd.members.length }));
  let at = box.left;
  for (const [name, count] of counts) {
    const wide = ((box.right - box.left) * count) / crowd.members.length;
    group.append(dressed(svg("rect", { class: `share of-${name}`, x: at, y: 25 * em, width: wide, height: 4 * em }), name));
    at += wide;
  }
  return group;
}

// ---- arrows ----------------------------------------------------------------------------------------------

// A polyline with round corners through points [x, y].
function elbows(points, radius) {
  const parts = [`M${points[0][0]} ${points[0][1]}`];
  for (let at = 1; at < points.length - 1; at += 1) {
    const [[ax, ay], [bx, by], [cx, cy]] = points.slice(at - 1, at + 2);
    const [before, after] = [Math.hypot(bx - ax, by - ay), Math.hypot(cx - bx, cy - by)];
    const r = Math.min(radius, before / 2, after / 2);
    if (r < 0.5) continue;
    parts.push(`L${bx - ((bx - ax) / before) * r} ${by - ((by - ay) / before) * r}`);
    parts.push(`Q${bx} ${by} ${bx + ((cx - bx) / after) * r} ${by + ((cy - by) / after) * r}`);
  }
  parts.push(`L${points.at(-1)[0]} ${points.at(-1)[1]}`);
  return parts.join("");
}

// From what comes first (the link's target) to what needs or follows it (its source).
function drawLink(link, first, later, em, prefix) {
  const [ya, yb] = [first.y + first.markY, later.y + later.markY];
  const out = first.event.day ? first.box.middle : Math.min(first.box.left + 10 * em, first.box.middle);
  const into = later.box.left - 4 * em;
  const down = yb > ya ? 1 : -1;
  const points = [[out, ya + down * 10 * em]];
  if (first.lane !== later.lane || first.event.track !== later.event.track) {
    if (into >= out + 12 * em) points.push([out, yb]);
    else points.push([out, yb - down * 15 * em], [into - 14 * em, yb - down * 15 * em], [into - 14 * em, yb]);
  } else {
    points[0] = [out, ya + 10 * em];
    points.push([out, ya + 17 * em], [into - 12 * em, ya + 17 * em], [into - 12 * em, yb]);
  }
  points.push([into, yb]);
  return svg("path", {
    class: `link ${link.kind}`, d: elbows(points, 8 * em), "data-from": link.target, "data-to": link.source,
    "marker-end": `url(#${prefix}-arrow)`,
  });
}
