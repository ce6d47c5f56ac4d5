// The end of the script of all drawings (see kit.py): draws what asks for it, and what has been waiting.

const sheet = new CSSStyleSheet();
sheet.replaceSync("STYLE");

const lawpath = (globalThis.lawpath ??= { waiting: [] });

// Streamlit's field for a day empties an element by setting its markup to "", which Trusted Types refuse as they refuse
// all text: without this the field breaks as soon as somebody types. Nothing but the empty text is let through.
const trusted = globalThis.trustedTypes;
if (trusted && !trusted.defaultPolicy) trusted.createPolicy("default", { createHTML: (text) => (text === "" ? text : null) });

// Streamlit gives each component a shadow root; elsewhere the sheet goes to the page.
function dress(host) {
  const root = host.getRootNode();
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}

export default function kit({ data: looks }) {
  lawpath.draw = (drawing, told) => {
    dress(told.parentElement);
    return drawings[drawing]({ ...told, data: { ...looks, ...told.data } });
  };
  for (const begin of lawpath.waiting.splice(0)) begin();
}
