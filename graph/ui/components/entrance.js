// Hands on to the kit what is to be drawn; waits where the kit has not come yet.
const lawpath = (globalThis.lawpath ??= { waiting: [] });

export default function enter(told) {
  if (lawpath.draw) return lawpath.draw("DRAWING", told);
  let [gone, leave] = [false, null];
  lawpath.waiting.push(() => {
    if (!gone) leave = lawpath.draw("DRAWING", told);
  });
  return () => {
    gone = true;
    leave?.();
  };
}
