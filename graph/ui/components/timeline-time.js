// Days as whole numbers since 1970-01-01, the words for windows, and the ticks of the axis.

const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];
const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const DAY = 86400000; // milliseconds

function dayNumber(year, month, day) {
  const moment = new Date(0);
  moment.setUTCFullYear(year, month, day);
  return Math.floor(moment.getTime() / DAY);
}

// An ISO day, or null for anything else: an impossible day is unknown, never the next possible one.
function parseDay(iso) {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso ?? "");
  if (!parts) return null;
  const [year, month, day] = parts.slice(1).map(Number);
  const number = dayNumber(year, month - 1, day);
  const back = civil(number);
  return back.month === month - 1 && back.day === day ? number : null;
}

function civil(number) {
  const moment = new Date(number * DAY);
  return {
    year: moment.getUTCFullYear(),
    month: moment.getUTCMonth(),
    day: moment.getUTCDate(),
    weekday: moment.getUTCDay(),
  };
}

// ---- words -----------------------------------------------------------------------------------------------

function spellDay(number, short) {
  const { year, month, day } = civil(number);
  return `${day} ${short ? MONTHS[month].slice(0, 3) : MONTHS[month]} ${year}`;
}

function spellSpan(first, last, short) {
  const [a, b] = [civil(first), civil(last)];
  const month = (one) => (short ? MONTHS[one.month].slice(0, 3) : MONTHS[one.month]);
  const to = short ? "–" : " to ";
  const wide = short ? " – " : " to ";
  if (first === last) return spellDay(first, short);
  if (a.day === 1 && civil(last + 1).day === 1) {
    if (a.month === 0 && b.month === 11) return a.year === b.year ? `${a.year}` : `${a.year}${to}${b.year}`;
    if (a.year === b.year) return a.month === b.month ? `${month(a)} ${a.year}` : `${month(a)}${to}${month(b)} ${b.year}`;
    return `${month(a)} ${a.year}${wide}${month(b)} ${b.year}`;
  }
  if (a.year !== b.year) return `${spellDay(first, short)}${wide}${spellDay(last, short)}`;
  if (a.month !== b.month) return `${a.day} ${month(a)}${wide}${b.day} ${month(b)} ${b.year}`;
  return `${a.day}${to}${b.day} ${month(b)} ${b.year}`;
}

// `bounds` is {begin, latestBegin, earliestEnd, end}, each a day number or null.
function shortWhen({ begin, latestBegin, earliestEnd, end }) {
  if (begin !== null && end !== null) return spellSpan(begin, end, true);
  if (end !== null) return `by ${spellDay(end, true)}`;
  if (begin !== null && latestBegin !== null) return `begins ${spellSpan(begin, latestBegin, true)}`;
  if (begin !== null) return `from ${spellDay(begin, true)}`;
  if (latestBegin !== null) return `begins by ${spellDay(latestBegin, true)}`;
  if (earliestEnd !== null) return `ends from ${spellDay(earliestEnd, true)}`;
  return "day unknown";
}

function longWhen({ begin, latestBegin, earliestEnd, end }) {
  if (begin !== null && begin === end) return `on ${spellDay(begin)}`;
  if (begin !== null && begin === latestBegin && end !== null && end === earliestEnd) return `from ${spellSpan(begin, end)}`;
  const parts = [];
  if (begin !== null && end !== null) {
    const span = spellSpan(begin, end);
    parts.push(/^\D+ \d+$|^\d+$/.test(span) ? `in ${span}` : `between ${span.replace(" to ", " and ")}`);
  } else if (end !== null) {
    parts.push(`on or before ${spellDay(end)}`);
  } else if (begin !== null && latestBegin === null) {
    parts.push(`on or after ${spellDay(begin)}`);
  }
  if (end === null && latestBegin !== null) {
    if (begin === latestBegin) parts.push(`begins on ${spellDay(begin)}`);
    else if (begin !== null) parts.push(`begins between ${spellSpan(begin, latestBegin).replace(" to ", " and ")}`);
    else parts.push(`begins on or before ${spellDay(latestBegin)}`);
  }
  if (latestBegin !== null && earliestEnd !== null && latestBegin <= earliestEnd) {
    parts.push(`under way for certain ${latestBegin === earliestEnd ? "on" : "from"} ${spellSpan(latestBegin, earliestEnd)}`);
  } else if (begin === null && end === null && earliestEnd !== null) {
    parts.push(`ends on or after ${spellDay(earliestEnd)}`);
  }
  return parts.join(", ") || "day unknown";
}

// ---- ticks -----------------------------------------------------------------------------------------------

// From fine to coarse: a tick every `every` units, and the least pixels that one such step needs at 16 px.
const STEPS = [
  { unit: "day", every: 1, room: 26, upper: "month" },
  { unit: "week", every: 1, room: 30, upper: "month" },
  { unit: "month", every: 1, room: 42, upper: "year" },
  { unit: "month", every: 3, room: 46, upper: "year" },
  { unit: "year", every: 1, room: 46, upper: null },
  ...[2, 5, 10, 20, 50, 100, 500].map((every) => ({ unit: "year", every, room: 50, upper: null })),
];
const DAYS_IN = { day: 1, week: 7, month: 30.4, year: 365.24 };

function stepFor(pixelsPerDay, em, room) {
  const fits = (step) => DAYS_IN[step.unit] * step.every * pixelsPerDay >= (room ?? step.room) * em;
  return STEPS.find(fits) ?? STEPS[STEPS.length - 1];
}

// First day of the unit that holds `number`.
function floorTo({ unit, every }, number) {
  const { year, month, weekday } = civil(Math.floor(number));
  if (unit === "day") return Math.floor(number);
  if (unit === "week") return Math.floor(number) - ((weekday + 6) % 7); // ISO weeks begin on Monday
  if (unit === "month") return dayNumber(year, month - (month % every), 1);
  return dayNumber(Math.floor(year / every) * every, 0, 1);
}

function nextOf(step, number) {
  const { year, month } = civil(number);
  if (step.unit === "day") return number + step.every;
  if (step.unit === "week") return number + 7 * step.every;
  if (step.unit === "month") return dayNumber(year, month + step.every, 1);
  return dayNumber(year + step.every, 0, 1);
}

// [first day, first day of the next] of every unit that reaches into the view.
function spans(step, view) {
  const found = [];
  for (let at = floorTo(step, view.from); at < view.to && found.length < 1000; at = nextOf(step, at)) {
    found.push([at, nextOf(step, at)]);
  }
  return found;
}

function minorLabel(step, number, pixels, em) {
  const { year, month, day, weekday } = civil(number);
  if (step.unit === "day") return pixels >= 62 * em ? `${WEEKDAYS[weekday]} ${day}` : `${day}`;
  if (step.unit === "week") return `${day}`;
  if (step.unit === "month") return pixels >= 96 * em ? MONTHS[month] : MONTHS[month].slice(0, 3);
  return `${year}`;
}

function upperLabel(upper, number, roomy) {
  const { year, month } = civil(number);
  if (upper === "year") return `${year}`;
  return `${roomy ? MONTHS[month] : MONTHS[month].slice(0, 3)} ${year}`;
}
