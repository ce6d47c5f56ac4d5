// Hands on to a drawing of marks what a person does with it, until its `abort` says that it has gone; returns a
// function that listens to more.
function listenFor(drawing) {
  const { root, picture } = drawing;
  drawing.abort = new AbortController();
  const on = (target, name, act, more = {}) => target.addEventListener(name, act, { signal: drawing.abort.signal, ...more });
  on(root, "keydown", (event) => drawing.key(event));
  on(picture, "pointerdown", (event) => drawing.press(event));
  on(picture, "pointermove", (event) => drawing.drag(event));
  for (const name of ["pointerup", "pointercancel"]) on(picture, name, (event) => drawing.release(event));
  on(picture, "click", (event) => drawing.click(event));
  on(picture, "wheel", (event) => drawing.wheel(event), { passive: false });
  on(picture, "pointerover", (event) => drawing.point(event.target));
  on(picture, "pointerleave", () => drawing.point(null));
  // not on the svg: one that listens for focus can take it itself in Chromium
  on(root, "focusin", (event) => {
    const mark = event.target.closest("[data-id]");
    if (mark) drawing.rove(mark.dataset.id, false);
    drawing.point(event.target);
  });
  on(root, "focusout", () => drawing.point(null));
  on(window, "beforeprint", () => drawing.print(true));
  on(window, "afterprint", () => drawing.print(false));
  repaintOnTheme(root, () => drawing.statuses);
  return on;
}
