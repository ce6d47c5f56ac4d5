
// Unpacks the lesson and begins it. What runs and what dresses the page must have the hash that the policy names.
(async () => {
  const unpacked = async (id) => {
    const bytes = Uint8Array.from(atob(document.getElementById(id).textContent), (letter) => letter.charCodeAt(0));
    const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Response(plain).text();
  };
  const [style, code, story] = await Promise.all(["style", "code", "story"].map(unpacked));
  const added = (tag, text) => document.head.append(Object.assign(document.createElement(tag), { textContent: text }));
  added("style", style);
  added("script", code);
  teach(JSON.parse(story), document.getElementById("lesson"));
})();
