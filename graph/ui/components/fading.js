// Marks at which sides a frame holds more than it shows, so that the style sheet fades them.
function fadeWhereMore(frame) {
  const look = () => {
    frame.classList.toggle("more-right", frame.scrollLeft + frame.clientWidth < frame.scrollWidth - 1);
    frame.classList.toggle("more-below", frame.scrollTop + frame.clientHeight < frame.scrollHeight - 1);
  };
  frame.addEventListener("scroll", look, { passive: true });
  const watch = new ResizeObserver(look);
  watch.observe(frame);
  new MutationObserver(() => {
    for (const part of frame.children) watch.observe(part);
  }).observe(frame, { childList: true });
  for (const part of frame.children) watch.observe(part);
}
