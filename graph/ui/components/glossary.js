// What a word means, in a small box beside it: when the pointer is on it, when it has the focus, or after a tap.
// A word says so by `data-meaning`. Of equal words that mean the same the first is reached by Tab; links and buttons are
// anyway.

let boxes = 0;

class Glossary {
  constructor(root) {
    boxes += 1;
    this.root = root;
    this.box = html("div", { class: "meaning", role: "tooltip", id: `meaning-${boxes}`, popover: "manual" });
    root.append(this.box);
    const word = (event) => {
      const found = event.target.closest?.("[data-meaning]");
      return found && this.owns(found) ? found : null;
    };
    root.addEventListener("pointerover", (event) => {
      if (event.pointerType !== "touch" && word(event)) this.show(word(event));
      else if (event.target === this.box) clearTimeout(this.leaving);
    });
    root.addEventListener("pointerout", (event) => {
      if (this.word && event.pointerType !== "touch") this.leaving = setTimeout(() => this.hide(), 200);
    });
    root.addEventListener("focusin", (event) => word(event)?.matches(":focus-visible") && this.show(word(event)));
    root.addEventListener("focusout", () => this.hide());
    root.addEventListener("click", (event) => word(event) && this.show(word(event)));
    this.onKey = (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault(); // what lies below stays open
      event.stopPropagation();
      this.hide();
    };
    this.onMove = () => this.place();
    this.redrawn = new MutationObserver(() => this.word?.isConnected || this.hide());
    this.onPress = (event) => this.word && !event.composedPath().includes(this.word) && this.hide();
  }

  // A drawing within another one explains its own words.
  owns(word) {
    return word.closest(".drawing") === this.root;
  }

  // Lets the first of equal words that mean the same be reached by Tab; to be called when something new is drawn.
  reach() {
    const seen = new Set();
    for (const one of this.root.querySelectorAll("[data-meaning]")) {
      if (one.closest("a, button") || !this.owns(one)) continue;
      const said = `${one.textContent}: ${one.dataset.meaning}`;
      if (seen.has(said)) one.removeAttribute("tabindex");
      else one.tabIndex = 0;
      seen.add(said);
    }
  }

  show(word) {
    clearTimeout(this.leaving);
    if (word === this.word) return;
    this.hide();
    this.word = word;
    this.box.textContent = plain(word.dataset.meaning);
    (word.closest("dialog") ?? this.root).append(this.box);
    word.setAttribute("aria-describedby", this.box.id);
    this.box.showPopover?.();
    this.place();
    this.redrawn.observe(this.root, { childList: true, subtree: true });
    this.listen("addEventListener");
  }

  hide() {
    clearTimeout(this.leaving);
    if (!this.word) return;
    this.word.removeAttribute("aria-describedby");
    this.word = null;
    if (this.box.isConnected) this.box.hidePopover?.();
    this.redrawn.disconnect();
    this.listen("removeEventListener");
  }

  listen(way) {
    window[way]("keydown", this.onKey, true);
    window[way]("scroll", this.onMove, true);
    window[way]("resize", this.onMove);
    window[way]("pointerdown", this.onPress, true);
  }

  // Above the word, or below it where the screen ends; never over its border.
  place() {
    const at = this.word.getBoundingClientRect();
    if (!this.word.isConnected || at.bottom < 0 || at.top > window.innerHeight) {
      this.hide();
      return;
    }
    const { width, height } = this.box.getBoundingClientRect();
    const left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - width - 8));
    const above = at.top - height - 8;
    Object.assign(this.box.style, { left: `${left}px`, top: `${above > 0 ? above : at.bottom + 8}px` });
  }
}
