// Shared by what is read rather than drawn: links that stay in the app, signs of statuses, a host for a list.
// Joined after drawing.js; text of articles enters the page through textContent only.

// A link to another page. A plain click goes there without loading everything anew, in the way of the browser's own
// Back and Forward, so that it makes one entry in the history; any other click (new tab, new window) is the browser's.
function crossing(to, text, attributes = {}) {
  const link = html("a", { href: to, text, ...attributes });
  link.addEventListener("click", (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    window.history.pushState({}, "", link.href);
    window.dispatchEvent(new PopStateEvent("popstate"));
  });
  return link;
}

function sign(mark, size = 16) {
  const picture = svg("svg", { class: "sign", width: size, height: size, viewBox: "-10 -10 20 20", "aria-hidden": "true" });
  picture.append(shape(mark, 1));
  return picture;
}

// The sign of a status with its word, in the status's colour; the glossary tells what the word means.
function statusWord(name, statuses, attributes = {}) {
  const mark = statuses[name] ?? statuses.unknown;
  const made = html("span", { class: "status", "data-meaning": mark.meaning, ...attributes }, sign(mark), html("span", { text: mark.word }));
  return dressed(made, statuses[name] ? name : "unknown");
}

// Keeps one element in the host, and what was last told.
class Reading {
  constructor(host, name) {
    this.root = html("div", { class: `drawing reading ${name}` });
    host.append(this.root);
    this.glossary = new Glossary(this.root);
    repaintOnTheme(this.root, () => this.data?.statuses ?? {});
  }

  receive({ data, setStateValue }) {
    this.tell = setStateValue;
    const told = JSON.stringify(data.picture);
    this.data = data;
    paint(this.root, data.statuses);
    if (told !== this.told) {
      this.told = told;
      this.draw(data.picture);
      this.glossary.reach();
      this.root.dataset.drawn = "";
    }
    this.after?.(data);
  }

  go(to, text, attributes) {
    return crossing(to, text, attributes);
  }

  leave() {
    this.glossary.hide();
    this.root.remove();
  }
}
