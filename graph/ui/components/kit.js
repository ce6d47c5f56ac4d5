// The end of the script of all drawings (see kit.py): draws what asks for it, and what has been waiting.

const sheet = new CSSStyleSheet();
sheet.replaceSync("STYLE");

const lawpath = (globalThis.lawpath ??= { waiting: [] });

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
