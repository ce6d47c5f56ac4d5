// Where the nodes stand: rings around the focus, then a fixed number of steps that pull neighbours together and
// push boxes apart. No chance is involved, so the same relations make the same picture on every visit.

const MOST_NODES = 60;
const MOST_NARROW = 20; // of a phone, where more names would be cut or too small to read
const NARROW = 560; // pixels
const STEPS_OF_CALM = 260;
const ROOM = 2.5; // free space for each box, as a multiple of its own
const LABEL_SIZE = 14;
const LABELLED_EDGES = 28; // above this, words on lines would hide the lines; the tips have them

// Bundles: all edges between two nodes as one line.
function bundlesOf(edges, byId, order) {
  const found = new Map();
  for (const edge of edges) {
    if (!byId.has(edge.source) || !byId.has(edge.target) || edge.source === edge.target) continue;
    const [a, b] = [edge.source, edge.target].sort((one, two) => byId.get(one).at - byId.get(two).at);
    const key = JSON.stringify([a, b]);
    if (!found.has(key)) found.set(key, { key, a, b, edges: [] });
    found.get(key).edges.push(edge);
  }
  for (const bundle of found.values()) {
    const rank = (edge) => (order.indexOf(edge.status) + order.length) % order.length;
    bundle.edges.sort((one, two) => rank(one) - rank(two));
    bundle.count = bundle.edges.reduce((sum, edge) => sum + (edge.count || 1), 0);
    bundle.status = bundle.edges[0].status;
    bundle.toA = bundle.edges.some((edge) => edge.target === bundle.a);
    bundle.toB = bundle.edges.some((edge) => edge.target === bundle.b);
    const labels = Array.from(new Set(bundle.edges.map((edge) => plain(edge.label)).filter(Boolean)));
    if (labels.length <= 1) bundle.label = (labels[0] ?? "") + (bundle.count > 1 ? ` ×${bundle.count}` : "");
    else bundle.label = `${labels[0]} +${bundle.count - 1}`;
  }
  return Array.from(found.values());
}

function relate(picture, statuses, most) {
  const told = picture.nodes ?? [];
  const first = (node) => Number(node.id === picture.focus);
  const ranked = told.slice().sort((a, b) => first(b) - first(a) || (b.degree ?? 0) - (a.degree ?? 0));
  const kept = new Set(ranked.slice(0, most).map((node) => node.id));
  const nodes = told.filter((node) => kept.has(node.id)).map((node, at) => ({ ...node, at }));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const bundles = bundlesOf(picture.edges ?? [], byId, Object.keys(statuses));
  for (const node of nodes) node.bundles = bundles.filter((bundle) => bundle.a === node.id || bundle.b === node.id);
  const focus = byId.get(picture.focus) ?? nodes[0];
  return { nodes, byId, bundles, focus, hidden: (picture.hidden ?? 0) + told.length - nodes.length };
}

function otherEnd(bundle, id) {
  return bundle.a === id ? bundle.b : bundle.a;
}

// Box and words of a node; the origin is the middle of its shape.
function measureNode(node, focused, measure, em) {
  const [size, weight, room] = focused ? [16 * em, 600, 190 * em] : [LABEL_SIZE * em, 500, 128 * em];
  const block = wrapText(node.label, room, 3, (text) => measure(text, size, weight));
  const radius = (focused ? 16 : 11) * em;
  const line = size * 1.25;
  return {
    lines: block.lines, size, line, radius,
    half: Math.max(block.width / 2, radius) + 5 * em,
    up: radius + 4 * em,
    down: radius + 6 * em + block.lines.length * line,
  };
}

// A tree around the focus: each branch gets a share of the circle by the number of its leaves.
function rings(model, width, height) {
  const children = new Map(model.nodes.map((node) => [node.id, []]));
  const depth = new Map([[model.focus.id, 0]]);
  const queue = [model.focus];
  const visitFrom = () => {
    while (queue.length) {
      const node = queue.shift();
      const near = node.bundles.map((bundle) => model.byId.get(otherEnd(bundle, node.id)));
      near.sort((a, b) => String(a.kind).localeCompare(String(b.kind), "en") || a.at - b.at);
      for (const other of near) {
        if (depth.has(other.id)) continue;
        depth.set(other.id, depth.get(node.id) + 1);
        children.get(node.id).push(other);
        queue.push(other);
      }
    }
  };
  visitFrom();
  for (const node of model.nodes) { // whatever hangs on nothing goes around the focus as well
    if (depth.has(node.id)) continue;
    depth.set(node.id, 1);
    children.get(model.focus.id).push(node);
    queue.push(node);
    visitFrom();
  }
  const leaves = (node) => children.get(node.id).reduce((sum, child) => sum + leaves(child), 0) || 1;
  // As far out as the nodes so far need by area; the outermost ring stands at the border.
  const upTo = (deep) => model.nodes.filter((node) => depth.get(node.id) <= deep).length - 1;
  const radius = (deep) => Math.sqrt(upTo(deep) / Math.max(1, model.nodes.length - 1));
  const put = (node, from, to, place, crowd) => {
    const tiers = crowd > 26 ? [1, 0.5, 0.76] : crowd > 12 ? [1, 0.62] : [1]; // neighbours in a large ring stand staggered
    const middle = (from + to) / 2;
    const inner = depth.get(node.id) ? radius(depth.get(node.id) - 1) : 0;
    const reach = depth.get(node.id) ? inner + (radius(depth.get(node.id)) - inner) * tiers[place % tiers.length] : 0;
    // between a circle and the square frame, so that the corners are used as well
    const stretch = 1 + 0.16 * Math.sin(2 * middle) ** 2;
    node.x = width / 2 + Math.cos(middle) * (width / 2 - node.half) * Math.min(reach * stretch, 1.15);
    node.y = height / 2 + Math.sin(middle) * (height / 2 - node.down) * Math.min(reach * stretch, 1.15);
    node.home = [node.x, node.y];
    let at = from;
    const all = leaves(node);
    children.get(node.id).forEach((child, order) => {
      const share = ((to - from) * leaves(child)) / all;
      put(child, at, at + share, order, children.get(node.id).length);
      at += share;
    });
  };
  put(model.focus, -Math.PI * 0.97, Math.PI * 1.03, 0, 1);
}

function overlap(a, b, margin) {
  const across = Math.min(a.x + a.half, b.x + b.half) - Math.max(a.x - a.half, b.x - b.half) + margin;
  const down = Math.min(a.y + a.down, b.y + b.down) - Math.max(a.y - a.up, b.y - b.up) + margin;
  return across > 0 && down > 0 ? { across, down } : null;
}

function within(node, width, height) {
  if (node.fixed) return;
  node.x = Math.min(Math.max(node.x, node.half + 2), width - node.half - 2);
  node.y = Math.min(Math.max(node.y, node.up + 2), height - node.down - 2);
}

function pushApart(nodes, width, height, margin, softness) {
  let touching = 0;
  for (let i = 0; i < nodes.length; i += 1) {
    for (let j = i + 1; j < nodes.length; j += 1) {
      const [a, b] = [nodes[i], nodes[j]];
      const over = overlap(a, b, margin);
      if (!over || (a.fixed && b.fixed)) continue;
      touching += 1;
      const shares = a.fixed ? [0, 1] : b.fixed ? [1, 0] : [0.5, 0.5];
      const axis = over.across < over.down ? "x" : "y";
      const by = (axis === "x" ? over.across : over.down) * softness * (a[axis] <= b[axis] ? -1 : 1);
      a[axis] += by * shares[0];
      b[axis] -= by * shares[1];
      within(a, width, height);
      within(b, width, height);
    }
  }
  return touching;
}

function settleDown(model, width, height, em) {
  const { nodes, bundles, byId } = model;
  for (let step = 0; step < STEPS_OF_CALM; step += 1) {
    const heat = 1 - step / STEPS_OF_CALM;
    for (const bundle of bundles) {
      const [a, b] = [byId.get(bundle.a), byId.get(bundle.b)];
      if (a === model.focus || b === model.focus) continue; // the rings already say this
      const pull = 0.004 * heat;
      const [dx, dy] = [(b.x - a.x) * pull, (b.y - a.y) * pull];
      if (!a.fixed) [a.x, a.y] = [a.x + dx, a.y + dy];
      if (!b.fixed) [b.x, b.y] = [b.x - dx, b.y - dy];
    }
    for (const node of nodes) {
      if (!node.fixed) [node.x, node.y] = [node.x + (node.home[0] - node.x) * 0.03, node.y + (node.home[1] - node.y) * 0.03];
      within(node, width, height);
    }
    pushApart(nodes, width, height, (10 + 14 * heat) * em, 0.5);
  }
  for (let pass = 0; pass < 400; pass += 1) {
    if (!pushApart(nodes, width, height, 8 * em, 0.55)) return true;
  }
  return !nodes.some((a, i) => nodes.slice(i + 1).some((b) => overlap(a, b, 0) && !(a.fixed && b.fixed)));
}

// Gives every node x and y inside a picture as wide as asked for, and as high as the nodes need.
function placeNodes(model, width, least, measure, em, pins) {
  let wide = width;
  for (const node of model.nodes) Object.assign(node, measureNode(node, node === model.focus, measure, em));
  const area = model.nodes.reduce((sum, node) => sum + 2 * node.half * (node.up + node.down), 0) * ROOM;
  if (width >= NARROW * em) wide = Math.max(wide, Math.min(Math.sqrt(area * 0.9), 900 * em));
  let high = Math.max(least, area / wide);
  for (let attempt = 0; attempt < 8; attempt += 1) {
    rings(model, wide, high);
    for (const node of model.nodes) {
      const pin = pins.get(node.id);
      node.fixed = Boolean(pin) || node === model.focus;
      if (pin) [node.x, node.y] = [Math.min(pin.x, wide - 10), Math.min(pin.y, high - 10)];
    }
    if (settleDown(model, wide, high, em)) break;
    high *= 1.15;
  }
  return { wide, high };
}

// ---- edges -----------------------------------------------------------------------------------------------

function lineBetween(a, b, em) {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const far = Math.max(Math.hypot(dx, dy), 1);
  const [from, to] = [a.radius + 5 * em, b.radius + 7 * em];
  const at = (distance) => [a.x + (dx / far) * distance, a.y + (dy / far) * distance];
  const length = Math.max(far - from - to, 0);
  return { start: at(from), stop: at(Math.max(far - to, from + 1)), length, at: (share) => at(from + length * share) };
}

// Puts an edge's label where it touches no box and no other label; where there is no such place it is left to
// the tip.
function placeEdgeLabels(model, shown, measure, em) {
  const taken = model.nodes.filter((node) => shown.nodes.has(node.id)).map((node) => ({
    left: node.x - node.half, right: node.x + node.half, top: node.y - node.up, bottom: node.y + node.down,
  }));
  for (const bundle of model.bundles) {
    bundle.place = null;
    if (!shown.bundles.has(bundle) || !bundle.label || shown.bundles.size > LABELLED_EDGES) continue;
    const line = lineBetween(model.byId.get(bundle.a), model.byId.get(bundle.b), em);
    const text = shorten(bundle.label.slice(0, LONGEST), 170 * em, (one) => measure(one, 12.5 * em));
    const half = measure(text, 12.5 * em) / 2 + 3 * em;
    if (line.length < 24 * em) continue;
    for (const share of [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73]) {
      const [x, y] = line.at(share);
      const box = { left: x - half, right: x + half, top: y - 9 * em, bottom: y + 9 * em };
      const hits = (other) => box.left < other.right && box.right > other.left && box.top < other.bottom && box.bottom > other.top;
      if (taken.some(hits)) continue;
      taken.push(box);
      bundle.place = { x, y, text, half };
      break;
    }
  }
}
