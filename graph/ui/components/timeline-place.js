// What stands where: the bounds of each event, the part of time shown first, clusters, lanes and label places.

const CROWD = 60; // marks of one track in view; above this (fewer on a narrow screen), neighbours become clusters
const MULTITUDE = 600; // marks of all tracks in view; above this, a track has clusters above a few of its own
const FEW = 6;
const CROWD_ROOM = 15; // pixels of width for each mark at 16 px text
const SHORT_SPAN = 4; // days: the closest zoom
const FADE = 64; // pixels at 16 px text: how far an open end is drawn, whatever the scale

function boundsOf(told) {
  return {
    begin: parseDay(told?.start),
    latestBegin: parseDay(told?.latest_begin),
    earliestEnd: parseDay(told?.earliest_end),
    end: parseDay(told?.end),
  };
}

// Adds to each told event its numbers; the told fields stay as they are.
function understand(picture) {
  const byId = new Map();
  const events = (picture.events ?? []).map((told, at) => {
    const bounds = boundsOf(told);
    const kept = told.if_kept ? boundsOf(told.if_kept) : null;
    const known = Object.values(bounds).filter((day) => day !== null);
    const drawn = known.length ? known : Object.values(kept ?? {}).filter((day) => day !== null);
    const dated = drawn.length > 0;
    const event = { ...told, at, bounds, kept, dated };
    if (dated) {
      event.first = bounds.begin ?? Math.min(...drawn);
      event.last = (bounds.end ?? Math.max(...drawn)) + 1;
      if (event.last <= event.first) event.last = event.first + 1;
      event.openStart = bounds.begin === null;
      event.openEnd = bounds.end === null;
      event.day = bounds.begin !== null && bounds.begin === bounds.end;
      event.centre = event.openStart ? event.last - 0.5 : event.openEnd ? event.first + 0.5 : (event.first + event.last) / 2;
    }
    byId.set(event.id, event);
    return event;
  });
  const inTime = (a, b) => a.first - b.first || a.last - b.last || a.at - b.at;
  const dated = events.filter((event) => event.dated).sort(inTime);
  const order = new Map((picture.undated_order ?? []).map((id, at) => [id, at]));
  const place = (event) => order.get(event.id) ?? order.size + event.at;
  const undated = events.filter((event) => !event.dated).sort((a, b) => place(a) - place(b));
  const told = picture.tracks ?? [];
  const named = new Set(told.map((track) => track.id));
  const tracks = told.map((track) => ({ ...track, events: dated.filter((event) => event.track === track.id) }));
  const rest = dated.filter((event) => !named.has(event.track));
  if (rest.length) tracks.push({ id: "", label: told.length ? "Other" : "", events: rest });
  const links = (picture.links ?? []).filter((link) => byId.has(link.source) && byId.has(link.target));
  return { events, byId, dated, undated, tracks, links, asOf: parseDay(picture.as_of) };
}

function extent(events) {
  return { from: Math.min(...events.map((one) => one.first)), to: Math.max(...events.map((one) => one.last)) };
}

// The span without far outliers, first taken off at the one end, then at the other. Left outside are up to a
// tenth of the events (at least one) where the gap to them is more than three times the span of all others, and
// any number of events beside the bills where the gap is as long as that span.
function denseExtent(dated) {
  let kept = [...dated].sort((a, b) => a.centre - b.centre);
  for (let round = 0; round < 2; round += 1) {
    const early = farAhead(kept, 1);
    const cut = early || farAhead([...kept].reverse(), -1);
    kept = early ? kept.slice(cut) : kept.slice(0, kept.length - cut);
  }
  return extent(kept);
}

// How many of the first events lie far from the rest; `sorted` runs in the direction of time (1) or against it (-1).
function farAhead(sorted, direction) {
  const last = sorted[sorted.length - 1];
  const few = Math.max(1, Math.floor(sorted.length / 10));
  const beside = sorted.findIndex((one) => !one.aside);
  for (let cut = Math.min(Math.max(few, beside), sorted.length - 3); cut >= 1; cut -= 1) {
    const gap = direction * (sorted[cut].centre - sorted[cut - 1].centre);
    const rest = direction * (last.centre - sorted[cut].centre);
    if (gap > 60 && ((cut <= few && gap > 3 * rest) || (cut <= beside && gap > rest))) return cut;
  }
  return 0;
}

// A view of the span with room at both borders; never closer than SHORT_SPAN.
function viewOf({ from, to }, width, em) {
  const span = Math.max(to - from, SHORT_SPAN);
  const room = Math.min(FADE * 1.25 * em, width / 6);
  const days = (room * span) / (width - 2 * room);
  const middle = (from + to) / 2;
  return { from: middle - span / 2 - days, to: middle + span / 2 + days };
}

function inView(event, view) {
  return event.first < view.to && event.last > view.from;
}

// ---- clusters --------------------------------------------------------------------------------------------

// Neighbours by calendar unit, so that a cluster has a name ("March 2026") and stays put while the view pans.
function crowds(events, pixelsPerDay, em) {
  const step = stepFor(pixelsPerDay, em, 46);
  const bins = new Map();
  for (const event of events) {
    const start = floorTo(step, event.centre);
    if (!bins.has(start)) bins.set(start, []);
    bins.get(start).push(event);
  }
  return Array.from(bins, ([start, members]) => ({ start, stop: nextOf(step, start), step, members }));
}

function clusterId(track, crowd) {
  return `cluster ${track.id} ${crowd.step.unit} ${crowd.step.every} ${crowd.start}`;
}

// ---- places ----------------------------------------------------------------------------------------------

// The pixels of the mark itself, cut to the plot; a known day is a point with the radius of its shape.
function markBox(event, frame) {
  const { x, width, em } = frame;
  if (event.day) {
    const middle = Math.min(Math.max(x(event.first + 0.5), 9 * em), width - 9 * em);
    return { left: middle - 8 * em, right: middle + 8 * em, middle };
  }
  const fade = FADE * em;
  const left = event.openStart ? x(event.first === event.last - 1 ? event.last : event.first) - fade : x(event.first);
  const right = event.openEnd ? x(event.last - 1 === event.first ? event.first : event.last) + fade : x(event.last);
  const cut = { left: Math.max(left, 0), right: Math.min(right, width) };
  if (cut.right - cut.left < 10 * em) {
    const middle = Math.min(Math.max((cut.left + cut.right) / 2, 6 * em), width - 6 * em);
    return { left: middle - 5 * em, right: middle + 5 * em, middle };
  }
  return { ...cut, middle: (cut.left + cut.right) / 2, cutLeft: left < 0, cutRight: right > width };
}

// Where the words go: to the right, to the left at the border, in more lines, or below the mark.
function placeLabel(box, event, frame) {
  const { width, em, rich, words } = frame;
  const measure = (text) => frame.measure(text, 15 * em, 500);
  const prefix = !rich && words(event).prefix;
  const name = (prefix ? `${prefix} · ` : "") + plain(event.label);
  const meta = rich ? words(event).meta : "";
  const gap = 9 * em;
  const longest = Math.min(300 * em, Math.max(width * 0.46, 150 * em));
  const [right, left] = [width - box.right - gap - 3, box.left - gap - 3];
  const made = (side, room, most) => {
    const block = wrapText(name, room, most, measure);
    const under = meta ? shorten(meta, Math.max(room, block.width), (text) => frame.measure(text, 13 * em)) : "";
    const wide = Math.max(block.width, under ? frame.measure(under, 13 * em) : 0);
    return { ...block, side, prefix, meta: under, wide, cut: under !== meta };
  };
  const natural = Math.min(measure(name.slice(0, LONGEST)), longest);
  const need = Math.max(natural, meta ? Math.min(frame.measure(meta, 13 * em), longest) : 0);
  const beside = [["right", right], ["left", left]];
  const places = [
    ...beside.filter(([, room]) => need <= room).map(([side, room]) => [side, Math.min(room, longest), 2]),
    ...beside.sort((a, b) => b[1] - a[1]).filter(([, room]) => room >= 110 * em).map(([side, room]) => [side, Math.min(room, 300 * em), 3]),
    ["below", Math.min(width - 6, 340 * em), 3],
  ];
  let label = null;
  for (const [side, room, most] of places) {
    label = made(side, room, most);
    if (label.whole && !label.cut && (side === "below" || label.wide <= (side === "right" ? right : left))) break;
  }
  if (label.side === "right") label.x = box.right + gap;
  else if (label.side === "left") label.x = box.left - gap - label.wide;
  else label.x = Math.min(Math.max(box.left, 3), Math.max(3, width - 3 - label.wide));
  label.high = label.lines.length * 20 * em + (label.meta ? 18 * em : 0);
  return label;
}

function placeEvent(event, frame) {
  const box = markBox(event, frame);
  const label = placeLabel(box, event, frame);
  const { em, x } = frame;
  const item = { id: event.id, event, box, label };
  item.markY = 12 * em;
  item.labelY = label.side === "below" ? 24 * em : 2 * em;
  item.high = Math.max(24 * em, item.labelY + label.high + 2 * em);
  item.left = Math.min(box.left, label.x);
  item.right = Math.max(box.right, label.x + label.wide);
  if (event.kept && !event.day) {
    const [from, to] = [event.kept.begin ?? event.kept.latestBegin, event.kept.end ?? event.kept.latestBegin];
    if (from !== null || to !== null) {
      const left = from === null ? x(to + 1) - FADE * em : x(from);
      const right = to === null ? x(from) + FADE * em : x(to + 1);
      item.kept = { left: Math.max(0, left), right: Math.min(frame.width, right) };
      if (item.kept.right - item.kept.left < 3) item.kept = null;
      else [item.left, item.right] = [Math.min(item.left, item.kept.left), Math.max(item.right, item.kept.right)];
    }
  }
  return item;
}

function placeCluster(track, crowd, frame) {
  const { x, em, width } = frame;
  const wide = frame.measure(String(crowd.members.length), 14 * em, 600) + 18 * em;
  const middle = Math.min(Math.max((x(crowd.start) + x(crowd.stop)) / 2, wide / 2 + 1), width - wide / 2 - 1);
  const box = { left: middle - wide / 2, right: middle + wide / 2, middle };
  return { id: clusterId(track, crowd), crowd, box, left: box.left, right: box.right, markY: 13 * em, high: 32 * em };
}

// Items into lanes, first fit in the order of time; an item keeps its earlier lane (`before`) where it can.
function lanes(items, before, gap) {
  const made = [];
  const free = (lane, item) => lane.every((other) => item.left > other.right + gap || item.right < other.left - gap);
  for (const item of items) {
    const wished = before?.get(item.id);
    let at = wished !== undefined && wished < made.length && free(made[wished], item) ? wished : -1;
    if (at < 0) at = made.findIndex((lane) => free(lane, item));
    if (at < 0) at = made.push([]) - 1;
    made[at].push(item);
    item.lane = at;
  }
  return made;
}

// The items of a track with their places, top of the track at 0.
function placeTrack(track, frame, before, multitude) {
  const { view, em, pixelsPerDay } = frame;
  const seen = track.events.filter((event) => inView(event, view));
  const items = [];
  const most = multitude ? FEW : Math.min(Math.max(Math.round(frame.width / (CROWD_ROOM * em)), 20), CROWD);
  if (seen.length > most) {
    for (const crowd of crowds(track.events, pixelsPerDay, em)) {
      if (crowd.members.length === 1 ? inView(crowd.members[0], view) : crowd.start < view.to && crowd.stop > view.from) {
        items.push(crowd.members.length === 1 ? placeEvent(crowd.members[0], frame) : placeCluster(track, crowd, frame));
      }
    }
    items.sort((a, b) => Boolean(b.crowd) - Boolean(a.crowd) || a.box.left - b.box.left);
  } else {
    items.push(...seen.map((event) => placeEvent(event, frame)));
    items.sort((a, b) => a.box.left - b.box.left || a.event.at - b.event.at);
  }
  let top = 0;
  for (const lane of lanes(items, before, 12 * em)) {
    for (const item of lane) item.top = top;
    top += Math.max(...lane.map((item) => item.high)) + 8 * em;
  }
  items.sort((a, b) => a.box.left - b.box.left || a.lane - b.lane);
  return { items, high: Math.max(top - 8 * em, 24 * em), seen: seen.length };
}
