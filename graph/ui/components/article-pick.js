// Words of an article that a person selects: an offer to add an event that they tell.

const AROUND = 32; // characters before and after, by which the words are found again
const SHORTEST = 3;

class Picking {
  constructor(view) {
    this.view = view;
    this.offer = button("Add an event told here", "Add an event told by the selected words", () => this.take(), { class: "offer", hidden: true, title: null });
    this.offer.addEventListener("pointerdown", (event) => event.preventDefault()); // else the selection is gone
    this.look = () => this.on && this.show();
    document.addEventListener("selectionchange", this.look);
  }

  leave() {
    document.removeEventListener("selectionchange", this.look);
  }

  ready(on) {
    this.on = on;
    this.offer.hidden = true;
    this.view.root.append(this.offer);
  }

  // The range of the selection, where it begins in the words of one paragraph; else nothing.
  range() {
    const root = this.view.root.getRootNode();
    const chosen = document.getSelection();
    const own = root.getSelection?.() ?? chosen;
    const range = own?.rangeCount ? own.getRangeAt(0) : null;
    const inside = (one) => one && this.view.root.contains(one.startContainer);
    const found = inside(range) ? range : chosen?.getComposedRanges?.({ shadowRoots: [root] })[0];
    return inside(found) ? found : null;
  }

  // The words with what stands around them, as far as the paragraph goes in which they begin.
  words() {
    const range = this.range();
    const node = range?.startContainer;
    const words = (node?.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest?.(".words");
    if (!words) return null;
    const before = document.createRange();
    before.setStart(words, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const within = document.createRange();
    within.setStart(range.startContainer, range.startOffset);
    if (words.contains(range.endContainer)) within.setEnd(range.endContainer, range.endOffset);
    else within.setEnd(words, words.childNodes.length);
    const whole = words.textContent;
    const said = within.toString();
    const exact = said.trim();
    const start = before.toString().length + said.length - said.trimStart().length;
    const end = start + exact.length;
    if (exact.length < SHORTEST) return null;
    const around = { prefix: whole.slice(Math.max(0, start - AROUND), start), suffix: whole.slice(end, end + AROUND) };
    return { part: words.dataset.part, exact, prefix: plain(around.prefix), suffix: plain(around.suffix), place: within };
  }

  show() {
    const found = this.words();
    this.offer.hidden = !found;
    if (!found) return;
    const frame = this.view.root.getBoundingClientRect();
    const boxes = found.place.getClientRects();
    const last = boxes[boxes.length - 1] ?? frame;
    this.offer.style.top = `${last.bottom - frame.top + 6}px`;
    this.offer.style.left = `${Math.max(0, Math.min(last.right - frame.left - 90, frame.width - 200))}px`;
  }

  take() {
    const found = this.words();
    if (!found) return;
    this.offer.hidden = true;
    const { part, exact, prefix, suffix } = found;
    this.view.act({ do: "add", part, exact, prefix, suffix });
  }
}
